package fettle.project;

import fettle.chunk.ChunkStore;
import fettle.dataset.ReleaseStore;
import fettle.document.Captures;
import fettle.document.DocumentStore;
import fettle.evaluation.EvaluationStore;
import fettle.example.ExampleStore;
import fettle.example.Journal;
import fettle.example.ViewStore;
import fettle.job.ExpectedException;
import fettle.project.example.SqliteExamples;
import fettle.project.folder.FolderCaptures;
import fettle.project.folder.FolderEvaluations;
import fettle.project.folder.FolderReleases;
import fettle.project.folder.FolderTunings;
import fettle.project.material.SqliteChunks;
import fettle.project.material.SqliteDocuments;
import fettle.project.material.SqliteJournal;
import fettle.project.material.SqliteSources;
import fettle.project.sqlite.Database;
import fettle.source.SourceStore;
import fettle.token.TokenCounter;
import fettle.tuning.TuningStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// An open project folder: one database and plain files beside it.
final class ProjectFolder implements Project {

    private final Path folder;
    private final Database database;
    private final Optional<FolderLock> lock;
    private final SqliteExamples examples;
    private final SettingsFile settings;

    ProjectFolder(Path folder, Database database, Optional<FolderLock> lock, TokenCounter counter)
            throws IOException {
        this.folder = folder;
        this.database = database;
        this.lock = lock;
        this.examples = new SqliteExamples(database, counter);
        this.settings = new SettingsFile(folder.resolve("fettle.yaml"));
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public String name() {
        try {
            return settings().name();
        } catch (IOException _) {
            return folderName(); // the settings screen says what is wrong with the file
        }
    }

    private String folderName() {
        return String.valueOf(folder.getFileName());
    }

    @Override
    public ProjectSettings settings() throws IOException {
        return settings.read(folderName());
    }

    @Override
    public void save(ProjectSettings changed) throws IOException {
        if (holder().isPresent()) {
            throw new ExpectedException("read-only", holder().get(), "Close it there, and open it here again.");
        }
        settings.write(changed, folderName());
    }

    @Override
    public Optional<String> holder() {
        return database.readOnlyBecause();
    }

    @Override
    public ViewStore views() {
        return new ViewsFile(folder.resolve("fettle.yaml"), holder());
    }

    @Override
    public SourceStore sources() {
        return new SqliteSources(database);
    }

    @Override
    public DocumentStore documents() {
        return new SqliteDocuments(database);
    }

    @Override
    public Captures captures() {
        return new FolderCaptures(folder.resolve("sources"));
    }

    @Override
    public ChunkStore chunks() {
        return new SqliteChunks(database);
    }

    @Override
    public ExampleStore examples() {
        return examples;
    }

    @Override
    public Journal journal() {
        return new SqliteJournal(database);
    }

    @Override
    public ReleaseStore releases() {
        return new FolderReleases(folder.resolve("datasets"), name(), examples, FolderFiles::new);
    }

    @Override
    public TuningStore tunings() {
        return new FolderTunings(folder.resolve("tunings"), holder());
    }

    @Override
    public EvaluationStore evaluations() {
        return new FolderEvaluations(folder.resolve("evaluations"), holder());
    }

    /// The database, for tests that fill the disk.
    Database database() {
        return database;
    }

    @Override
    public void close() throws IOException {
        examples.close();
        try {
            database.close();
        } finally {
            if (lock.isPresent()) {
                lock.get().close();
            }
        }
    }
}
