package fettle.app;

import fettle.chunk.CutDocuments;
import fettle.chunk.CutSettings;
import fettle.document.CollectDocuments;
import fettle.document.Collector;
import fettle.example.ImportExamples;
import fettle.example.ImportSettings;
import fettle.example.Receipt;
import fettle.example.RowReader;
import fettle.job.Work;
import fettle.project.Project;
import fettle.source.Source;
import fettle.ui.chunk.Cutting;
import fettle.ui.source.Intake;
import java.nio.file.Path;
import java.util.List;

/// The work that the first screens start, on the project that is open.
final class PathWork implements Intake, Cutting {

    private final List<Collector> collectors;
    private final RowReader rows;

    PathWork(List<Collector> collectors, RowReader rows) {
        this.collectors = List.copyOf(collectors);
        this.rows = rows;
    }

    @Override
    public Work<Source> documents(Project project, String location) {
        var collect = new CollectDocuments(collectors, project.shelf(), location);
        return progress -> collect.run(progress).source();
    }

    @Override
    public Work<Receipt> examples(Project project, List<Path> files, ImportSettings settings) {
        return new ImportExamples(project.examples(), project.sources(), rows, files, settings);
    }

    @Override
    public Work<Integer> cut(Project project, CutSettings settings) {
        var cut = new CutDocuments(project.documents(), project.chunks(), settings);
        return progress -> {
            int chunks = cut.run(progress).chunks();
            project.save(project.settings().withCut(settings));
            return chunks;
        };
    }
}
