package fettle.ui;

import fettle.chunk.Chunk;
import fettle.chunk.ChunkStore;
import fettle.chunk.CutSettings;
import fettle.dataset.Release;
import fettle.dataset.ReleaseStore;
import fettle.document.Document;
import fettle.document.DocumentStore;
import fettle.evaluation.Answer;
import fettle.evaluation.Evaluation;
import fettle.evaluation.EvaluationStore;
import fettle.example.Change;
import fettle.example.Example;
import fettle.example.ExampleQuery;
import fettle.example.ExampleRow;
import fettle.example.ExampleStatus;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import fettle.example.Journal;
import fettle.example.NewExample;
import fettle.example.Step;
import fettle.job.Progress;
import fettle.project.Project;
import fettle.project.ProjectSettings;
import fettle.source.Skipped;
import fettle.source.Source;
import fettle.source.SourceStore;
import fettle.tuning.Recipe;
import fettle.tuning.Tuning;
import fettle.tuning.TuningEvent;
import fettle.tuning.TuningStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A project in memory, for screens under test: fill its lists, then open it in a session.
public final class MemoryProject implements Project {

    public final List<Source> sources = new ArrayList<>();
    public final List<Skipped> skipped = new ArrayList<>();
    public final List<Document> documents = new ArrayList<>();
    public final List<Chunk> chunks = new ArrayList<>();
    public final List<Example> examples = new ArrayList<>();
    public final List<Step> history = new ArrayList<>();
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
    private final List<Runnable> listeners = new ArrayList<>();

    @Override
    public Path folder() {
        return Path.of("near-contracts");
    }

    @Override
    public String name() {
        return "near-contracts";
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
            public Source replace(Source.Kind kind, String location, List<Document> fresh, List<Skipped> left) {
                documents.addAll(fresh);
                return enterSource(kind, location, fresh.size(), left);
            }
        };
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
    public ExampleStore examples() {
        return new MemoryExamples();
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
    public void close() {
        closed = true;
    }

    private final class MemoryExamples implements ExampleStore {

        @Override
        public int size() {
            return examples.size();
        }

        @Override
        public ExampleView view(ExampleQuery query) {
            List<Example> found = examples.stream()
                    .filter(example -> example.body().toString().toLowerCase(java.util.Locale.ROOT)
                            .contains(query.search()))
                    .toList();
            return new ListedExamples(found);
        }

        @Override
        public Set<String> chunksWithRows(String template, String model) {
            return Set.of();
        }

        @Override
        public Optional<Example> find(long id) {
            return examples.stream().filter(example -> example.id() == id).findFirst();
        }

        @Override
        public long apply(List<Change> changes, String sentence) {
            for (Change change : changes) {
                examples.replaceAll(example -> example.id() == change.id() ? changed(example, change) : example);
            }
            history.add(new Step(history.size() + 1, sentence, 0, changes.size(), false));
            listeners.forEach(Runnable::run);
            return history.size();
        }

        private static Example changed(Example example, Change change) {
            return switch (change) {
                case Change.SetBody(_, var body) -> new Example(example.id(), body, example.status(), example.tags(),
                        example.generated().or(() -> Optional.of(example.body())), example.origin());
                case Change.SetStatus(_, ExampleStatus status) -> new Example(example.id(), example.body(), status,
                        example.tags(), example.generated(), example.origin());
                case Change.SetTags(_, var tags) -> new Example(example.id(), example.body(), example.status(), tags,
                        example.generated(), example.origin());
                case Change.SetSplit _,Change.Delete _ -> example;
            };
        }

        @Override
        public Addition add(String sentence) {
            return new Addition() {
                @Override
                public boolean add(NewExample row) {
                    examples.add(new Example(examples.size() + 1, row.body(), ExampleStatus.DRAFT, row.tags(),
                            Optional.empty(), row.origin()));
                    return false;
                }

                @Override
                public void flush() {
                    listeners.forEach(Runnable::run);
                }

                @Override
                public void close() {
                    history.add(new Step(history.size() + 1, sentence, 0, 1, false));
                    flush();
                }
            };
        }

        @Override
        public Optional<Step> undo() {
            return move(history.reversed(), false);
        }

        @Override
        public Optional<Step> redo() {
            return move(history, true);
        }

        private Optional<Step> move(List<Step> order, boolean undone) {
            Optional<Step> found = order.stream().filter(step -> step.undone() == undone).findFirst();
            found.ifPresent(step -> history.set((int) step.number() - 1,
                    new Step(step.number(), step.sentence(), step.atMillis(), step.rows(), !undone)));
            listeners.forEach(Runnable::run);
            return found;
        }

        @Override
        public List<Step> history() {
            return List.copyOf(history);
        }

        @Override
        public void awaitCounts() {}

        @Override
        public void onChange(Runnable listener) {
            listeners.add(listener);
        }
    }

    private record ListedExamples(List<Example> rows) implements ExampleView {

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public long id(int index) {
            return rows.get(index).id();
        }

        @Override
        public ExampleRow row(int index) {
            Example example = rows.get(index);
            var turns = example.turns();
            return new ExampleRow(example.id(), example.status(), example.tags(), turns.size(), 100, 50,
                    example.edited(), example.origin().source(), turns.getFirst().text(), turns.getLast().text(),
                    ExampleRow.Side.NONE, false);
        }

        @Override
        public int indexOf(long id) {
            for (int index = 0; index < rows.size(); index++) {
                if (rows.get(index).id() == id) {
                    return index;
                }
            }
            return -1;
        }
    }
}
