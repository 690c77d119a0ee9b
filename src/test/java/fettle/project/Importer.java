package fettle.project;

import fettle.collect.rows.RowFiles;
import fettle.example.ImportExamples;
import fettle.example.ImportSettings;
import fettle.job.Progress;
import java.nio.file.Path;
import java.util.List;

/// A process that imports until it is killed: arguments are the project's folder and a file. It tells on standard output
/// how many rows can be seen in the project, each time that there are more.
final class Importer {

    private Importer() {}

    public static void main(String[] arguments) throws Exception {
        try (Project project = new Projects(String::length).open(Path.of(arguments[0]))) {
            project.examples().onChange(() -> System.out.println(project.examples().size()));
            new ImportExamples(project.examples(), project.sources(), new RowFiles(), List.of(Path.of(arguments[1])),
                    ImportSettings.RECOGNISE).run(Progress.UNWATCHED);
        }
    }
}
