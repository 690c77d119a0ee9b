package fettle.ui.source.intake;

import fettle.example.ExportRefused;
import fettle.example.ImportExamples;
import fettle.example.ImportSettings;
import fettle.example.Preview;
import fettle.example.ReadFiles;
import fettle.example.Receipt;
import fettle.example.RowReader;
import fettle.example.KeptImport;
import fettle.example.RepairKinds;
import fettle.source.Source;
import java.io.IOException;
import fettle.job.Work;
import fettle.project.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The work that the import dialog starts.
public final class ImportWork {

    private static final int FIRST_ROWS = 50;

    private final RowReader reader;

    public ImportWork(RowReader reader) {
        this.reader = reader;
    }

    /// A file and how it is read.
    record Choice(Path file, ImportSettings settings) {}

    /// The files at places, folders opened up; each with how it was read the last time, when it was.
    Work<List<Choice>> files(Project project, List<Path> places) {
        return progress -> {
            var choices = new ArrayList<Choice>();
            for (Path place : places) {
                for (Path file : reader.filesAt(place.toAbsolutePath().normalize())) {
                    progress.stopIfCancelled();
                    choices.add(new Choice(file, remembered(project, file)));
                }
            }
            return List.copyOf(choices);
        };
    }

    private static ImportSettings remembered(Project project, Path file) throws IOException {
        for (Source source : project.sources().sources()) {
            if (source.kind() == Source.Kind.EXAMPLES && source.location().equals(file.toString())) {
                return KeptImport.of(project.sources(), source.id())
                        .map(kept -> kept.settings().mending(RepairKinds.NONE)).orElse(ImportSettings.RECOGNISE);
            }
        }
        return ImportSettings.RECOGNISE;
    }

    /// Reads a file to its end as an import would, and puts nothing into the project.
    Work<Preview> read(Project project, Choice choice) {
        return new ReadFiles(project.examples(), reader, List.of(choice.file()), choice.settings());
    }

    /// The same of the first rows alone, in a moment.
    Work<Preview> first(Choice choice) {
        return _ -> ReadFiles.first(reader, choice.file(), choice.settings(), FIRST_ROWS);
    }

    /// Brings files in, each as it was chosen, as one step of the history.
    ImportExamples bringIn(Project project, List<Choice> choices) {
        var what = new ImportExamples(project.examples(), project.sources(), reader,
                choices.stream().map(Choice::file).toList(), ImportSettings.RECOGNISE);
        choices.forEach(choice -> what.reading(choice.file(), choice.settings()));
        return what;
    }

    /// Writes the rows that would be refused into a file; returns how many.
    Work<Integer> exportRefused(Choice choice, Path target) {
        return new ExportRefused(reader, List.of(choice.file()), choice.settings(), target);
    }

    /// The receipt of a source's last import.
    Work<Optional<Receipt>> receipt(Project project, Source source) {
        return _ -> KeptImport.receipt(project.sources(), source.id());
    }

    /// Lays a pasted text down as a file that is read like any other.
    Work<Path> paste(String text) {
        return _ -> reader.paste(text);
    }
}
