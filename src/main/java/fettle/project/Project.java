package fettle.project;

import fettle.chunk.ChunkStore;
import fettle.dataset.ReleaseStore;
import fettle.document.Captures;
import fettle.document.CollectDocuments;
import fettle.document.DocumentStore;
import fettle.evaluation.EvaluationStore;
import fettle.example.ExampleStore;
import fettle.example.Journal;
import fettle.example.ViewStore;
import fettle.source.SourceStore;
import fettle.tuning.TuningStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A project folder that is open. One process writes; a second one reads and says who holds it.
public interface Project extends AutoCloseable {

    Path folder();

    /// As the settings have it; the folder's name when they have none.
    String name();

    /// What the person decides, as `fettle.yaml` has it now.
    ProjectSettings settings() throws IOException;

    /// Replaces the settings; keys of the file that Fettle does not know stay. Throws an [fettle.job.ExpectedException] of
    /// kind "broken-settings" when the file cannot be read.
    void save(ProjectSettings settings) throws IOException;

    /// Who holds the project, as a sentence, when it is open for reading only; empty when it can be changed.
    Optional<String> holder();

    /// The named views of its examples.
    ViewStore views();

    SourceStore sources();

    DocumentStore documents();

    /// Raw bytes as they came from elsewhere.
    Captures captures();

    /// Where collected documents lie.
    default CollectDocuments.Shelf shelf() {
        return new CollectDocuments.Shelf(sources(), documents(), captures());
    }

    ChunkStore chunks();

    ExampleStore examples();

    /// The answers that models gave to this project.
    Journal journal();

    ReleaseStore releases();

    TuningStore tunings();

    EvaluationStore evaluations();

    /// Ends background counting, writes what is pending and lets go of the folder.
    @Override
    void close() throws IOException;
}
