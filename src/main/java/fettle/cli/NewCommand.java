package fettle.cli;

import fettle.project.Project;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "new", description = "Makes a new, empty project.")
final class NewCommand extends Command {

    @Parameters(index = "0", paramLabel = "DIR", description = "A folder that is absent or empty.")
    private Path folder = Path.of("");

    NewCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run(Report report) throws Exception {
        try (Project project = tools().projects().create(folder)) {
            report.fields().put("path", project.folder().toString());
            report.say("Made the project %s.", project.folder());
        }
        return Exit.DONE;
    }
}
