package fettle.ui;

import fettle.chunk.Chunk;
import fettle.chunk.ChunkStore;
import fettle.chunk.CutSettings;
import fettle.dataset.Release;
import fettle.dataset.ReleaseStore;
import fettle.document.Captures;
import fettle.document.Document;
import fettle.document.DocumentStore;
import fettle.evaluation.Answer;
import fettle.evaluation.Evaluation;
import fettle.evaluation.EvaluationStore;
import fettle.example.Change;
import fettle.example.Example;
import fettle.example.ExampleStatus;
import fettle.example.ExampleStore;
import fettle.example.ExampleStore.Addition;
import fettle.example.Journal;
import fettle.example.NewExample;
import fettle.job.Progress;
import fettle.project.Project;
import fettle.project.ProjectSettings;
import fettle.project.folder.FolderCaptures;
import fettle.project.TemporaryProject;
import fettle.source.Skipped;
import fettle.source.Source;
import fettle.source.SourceSettings;
import fettle.source.SourceStore;
import fettle.tuning.Recipe;
import fettle.tuning.Tuning;
import fettle.tuning.TuningEvent;
import fettle.tuning.TuningStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A project for screens under test: fill its lists, then open it in a session. All is in memory but the examples, which
/// stand in a real store in a temporary folder from the first asking on.
public final class MemoryProject implements Project {

    public final List<Source> sources = new ArrayList<>();
    public final List<Skipped> skipped = new ArrayList<>();
    public final Map<String, SourceSettings> decided = new ConcurrentHashMap<>();
    public final Map<String, String> notes = new ConcurrentHashMap<>();
    public final List<Document> documents = new ArrayList<>();
    public final List<Chunk> chunks = new ArrayList<>();

    /// The rows to begin with.
    public final List<Example> examples = new ArrayList<>();
    public final List<Tuning> tunings = new CopyOnWriteArrayList<>();
    public final List<Release> releases = new ArrayList<>();
    public final List<Evaluation> evaluations = new ArrayList<>();
    public final Map<String, List<TuningEvent>> events = new ConcurrentHashMap<>();
    public final Map<String, List<Answer>> answers = new ConcurrentHashMap<>();
    public CutSettings cut = CutSettings.DEFAULT;
    public Optional<String> holder = Optional.empty();
    public boolean closed;
    public ProjectSettings settings = new ProjectSettings("near-contracts", "o200k_base", CutSettings.DEFAULT,
            Optional.empty());
    private @Nullable Path folder;
    private @Nullable Project rows;

    @Override
    public Path folder() {
        return Path.of("near-contracts");
    }

    @Override
    public String name() {
        return "near-contracts";
    }

    @Override
    public fettle.example.ViewStore views() {
        return new fettle.example.ViewStore() {

            @Override
            public Views read() {
                return Views.NONE;
            }

            @Override
            public void save(fettle.example.NamedView view) {}

            @Override
            public void rename(String from, String to) {}

            @Override
            public void delete(String name) {}
        };
    }

    @Override
    public ProjectSettings settings() {
        return settings;
    }

    @Override
    public void save(ProjectSettings changed) {
        settings = changed;
    }

    @Override
    public Journal journal() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> holder() {
        return holder;
    }

    @Override
    public SourceStore sources() {
        return new SourceStore() {
            @Override
            public List<Source> sources() {
                return List.copyOf(sources);
            }

            @Override
            public Source enter(Source.Kind kind, String location, int taken, List<Skipped> left) {
                return enterSource(kind, location, taken, left);
            }

            @Override
            public List<Skipped> skipped(String sourceId) {
                return List.copyOf(skipped);
            }

            @Override
            public SourceSettings settings(String sourceId) {
                return decided.getOrDefault(sourceId, SourceSettings.USUAL);
            }

            @Override
            public void decide(String sourceId, SourceSettings settings) {
                decided.put(sourceId, settings);
            }

            @Override
            public Optional<String> recall(String sourceId, Topic topic) {
                return Optional.ofNullable(notes.get(sourceId + topic));
            }

            @Override
            public void remember(String sourceId, Topic topic, String text) {
                notes.put(sourceId + topic, text);
            }

            @Override
            public void remove(String sourceId) {
                sources.removeIf(source -> source.id().equals(sourceId));
                documents.removeIf(document -> document.sourceId().equals(sourceId));
            }
        };
    }

    private Source enterSource(Source.Kind kind, String location, int taken, List<Skipped> left) {
        String name = Path.of(location).getFileName().toString();
        var source = new Source("s" + (sources.size() + 1), kind, name, location, 0, 0, taken, left.size());
        sources.removeIf(earlier -> earlier.location().equals(location));
        sources.add(source);
        skipped.addAll(left);
        return source;
    }

    @Override
    public DocumentStore documents() {
        return new DocumentStore() {
            @Override
            public List<Document> documents() {
                return List.copyOf(documents);
            }

            @Override
            public Optional<Document> document(String id) {
                return documents.stream().filter(document -> document.id().equals(id)).findFirst();
            }

            @Override
            public List<Document> uncleaned(String sourceId) {
                return documents.stream().filter(document -> document.sourceId().equals(sourceId)).toList();
            }

            @Override
            public void clean(String sourceId, List<Delivered> cleaned) {
                documents.removeIf(document -> document.sourceId().equals(sourceId));
                cleaned.forEach(one -> documents.add(one.document()));
            }

            @Override
            public Source replace(Delivery delivery) {
                delivery.documents().forEach(one -> documents.add(one.document()));
                return enterSource(delivery.kind(), delivery.location(), delivery.documents().size(),
                        delivery.skipped());
            }
        };
    }

    @Override
    public Captures captures() {
        return new FolderCaptures(folder().resolve("sources"));
    }

    @Override
    public ChunkStore chunks() {
        return new ChunkStore() {
            @Override
            public List<Chunk> chunks() {
                return List.copyOf(chunks);
            }

            @Override
            public Optional<CutSettings> cutSettings() {
                return chunks.isEmpty() ? Optional.empty() : Optional.of(cut);
            }

            @Override
            public void replace(List<Chunk> fresh, CutSettings settings) {
                chunks.clear();
                chunks.addAll(fresh);
                cut = settings;
            }
        };
    }

    @Override
    public synchronized ExampleStore examples() {
        Project open = rows;
        if (open == null) {
            open = folder == null ? TemporaryProject.create() : TemporaryProject.open(folder);
            rows = open;
            if (folder == null) {
                folder = open.folder();
                fill(open.examples());
            }
        }
        return open.examples();
    }

    private void fill(ExampleStore store) {
        try (Addition addition = store.add("Imported support_faq.csv")) {
            for (Example example : examples) {
                addition.add(new NewExample(example.body(), example.tags(), example.origin()));
            }
            addition.flush();
            List<Change> changes = examples.stream().filter(example -> example.status() != ExampleStatus.DRAFT)
                    .map(example -> (Change) new Change.SetStatus(example.id(), example.status())).toList();
            store.apply(changes, "Reviewed " + changes.size() + " examples");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public ReleaseStore releases() {
        return new ReleaseStore() {
            @Override
            public List<Release> releases() {
                return List.copyOf(releases);
            }

            @Override
            public Release release(Progress progress) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Override
    public TuningStore tunings() {
        return new TuningStore() {
            @Override
            public List<Tuning> tunings() {
                return List.copyOf(tunings);
            }

            @Override
            public Optional<Tuning> find(String id) {
                return tunings.stream().filter(tuning -> tuning.id().equals(id)).findFirst();
            }

            @Override
            public Tuning begin(String base, String release, Recipe recipe) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void save(Tuning tuning) {
                tunings.removeIf(earlier -> earlier.id().equals(tuning.id()));
                tunings.addFirst(tuning);
            }

            @Override
            public List<TuningEvent> events(String id) {
                return List.copyOf(events.getOrDefault(id, List.of()));
            }
        };
    }

    @Override
    public EvaluationStore evaluations() {
        return new EvaluationStore() {
            @Override
            public List<Evaluation> evaluations() {
                return List.copyOf(evaluations);
            }

            @Override
            public List<Answer> answers(String id) {
                return answers.getOrDefault(id, List.of());
            }

            @Override
            public Evaluation save(List<String> models, List<Evaluation.Score> scores, List<Answer> answers) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            if (rows != null) {
                rows.close();
                rows = null;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
