package fettle.example;

import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleRow.Side;
import fettle.job.ExpectedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Examples of a project, in memory, with their history: for tests. Tokens are counted as words.
public final class InMemoryExamples implements ExampleStore {

    /// A row with all that is said of it.
    private record Kept(Example example, Side side, boolean deleted) {}

    /// One step: what the rows were before and are after. `before` lacks rows that the step added.
    private record Edit(String sentence, Map<Long, Kept> before, Map<Long, Kept> after) {}

    private final Map<Long, Kept> rows = new LinkedHashMap<>();
    private final List<Edit> edits = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private int applied;
    private long lastId;

    /// A store with these rows, each a JSON text.
    public static InMemoryExamples of(String... bodies) {
        var store = new InMemoryExamples();
        try (Addition addition = store.add("Began")) {
            for (String body : bodies) {
                addition.add(new NewExample(BodyJson.read(body), List.of(), Example.Origin.UNKNOWN));
            }
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return store;
    }

    /// All bodies of rows that are not deleted, in order.
    public synchronized List<ObjectNode> bodies() {
        return present().stream().map(kept -> kept.example().body()).toList();
    }

    private List<Kept> present() {
        return rows.values().stream().filter(kept -> !kept.deleted()).toList();
    }

    @Override
    public synchronized int size() {
        return present().size();
    }

    @Override
    public synchronized ExampleView view(ExampleQuery query) throws ExpectedException {
        var ids = new ArrayList<Long>();
        for (Kept kept : present()) {
            ExampleRow row = row(kept);
            boolean found = query.search().isEmpty()
                    || kept.example().body().toString().toLowerCase(java.util.Locale.ROOT)
                            .contains(query.search().toLowerCase(java.util.Locale.ROOT));
            if (found && holds(row, query.where())) {
                ids.add(row.id());
            }
        }
        if (query.sort().equals("tokens")) {
            ids.sort(Comparator.comparingInt(id -> row(kept(id)).tokens()));
        }
        List<Long> order = query.descending() ? ids.reversed() : ids;
        return new View(List.copyOf(order));
    }

    private final class View implements ExampleView {

        private final List<Long> ids;

        View(List<Long> ids) {
            this.ids = ids;
        }

        @Override
        public int size() {
            return ids.size();
        }

        @Override
        public long id(int index) {
            return ids.get(index);
        }

        @Override
        public ExampleRow row(int index) {
            synchronized (InMemoryExamples.this) {
                return InMemoryExamples.this.row(kept(ids.get(index)));
            }
        }

        @Override
        public int indexOf(long id) {
            return ids.indexOf(id);
        }
    }

    private Kept kept(long id) {
        return java.util.Objects.requireNonNull(rows.get(id));
    }

    private boolean holds(ExampleRow row, List<Condition> conditions) throws ExpectedException {
        for (Condition condition : conditions) {
            if (!holds(row, condition)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(ExampleRow row, Condition condition) throws ExpectedException {
        Comparable<?> value = switch (condition.field()) {
            case "id" -> row.id();
            case "status" -> row.status().word();
            case "turns" -> (long) row.turns();
            case "tokens" -> (long) row.tokens();
            case "source" -> row.source();
            case "split" -> row.split().name().toLowerCase(java.util.Locale.ROOT);
            case "tag" -> row.tags().contains(condition.value()) ? condition.value() : "";
            default -> throw new ExpectedException("filter", "There is no field " + condition.field() + ".", "");
        };
        int order = value instanceof Long number
                ? number.compareTo(Long.valueOf(condition.value()))
                : value.toString().compareTo(condition.value());
        return switch (condition.op()) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
        };
    }

    private ExampleRow row(Kept kept) {
        Example example = kept.example();
        List<Turn> turns = example.turns();
        String question = turns.stream().filter(turn -> turn.role().equals("user")).map(Turn::text).findFirst()
                .orElse("");
        String answer = turns.reversed().stream().filter(turn -> turn.role().equals("assistant")).map(Turn::text)
                .findFirst().orElse("");
        boolean duplicate = rows.values().stream().anyMatch(other -> other.example().id() < example.id()
                && other.example().body().equals(example.body()));
        return new ExampleRow(example.id(), example.status(), example.tags(), turns.size(),
                ChatTokens.total(example.body(), InMemoryExamples::words),
                ChatTokens.assistant(example.body(), InMemoryExamples::words), example.edited(),
                example.origin().source(), question, answer, kept.side(), duplicate);
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    @Override
    public synchronized Optional<Example> find(long id) {
        Kept kept = rows.get(id);
        return kept == null || kept.deleted() ? Optional.empty() : Optional.of(kept.example());
    }

    @Override
    public synchronized Set<String> chunksWithRows(String template, String model) {
        var chunks = new HashSet<String>();
        for (Kept kept : present()) {
            Example.Origin origin = kept.example().origin();
            if (origin.template().equals(template) && origin.model().equals(model)) {
                chunks.add(origin.chunkId());
            }
        }
        return chunks;
    }

    @Override
    public synchronized long apply(List<Change> changes, String sentence) {
        var before = new LinkedHashMap<Long, Kept>();
        var after = new LinkedHashMap<Long, Kept>();
        for (Change change : changes) {
            Kept old = after.getOrDefault(change.id(), rows.get(change.id()));
            Kept changed = changed(old, change);
            if (!changed.equals(old)) {
                before.putIfAbsent(change.id(), rows.get(change.id()));
                after.put(change.id(), changed);
            }
        }
        if (!after.isEmpty()) {
            step(new Edit(sentence, before, after));
        }
        return applied;
    }

    private static Kept changed(Kept old, Change change) {
        Example example = old.example();
        return switch (change) {
            case Change.SetBody body ->
                new Kept(new Example(example.id(), body.body(), example.status(), example.tags(),
                        body.body().equals(example.body())
                                ? example.generated()
                                : Optional.of(example.generated().orElse(example.body())),
                        example.origin()), old.side(), old.deleted());
            case Change.SetStatus status -> new Kept(new Example(example.id(), example.body(), status.status(),
                    example.tags(), example.generated(), example.origin()), old.side(), old.deleted());
            case Change.SetTags tags ->
                new Kept(new Example(example.id(), example.body(), example.status(), tags.tags(),
                        example.generated(), example.origin()), old.side(), old.deleted());
            case Change.SetSplit split -> new Kept(example, split.side(), old.deleted());
            case Change.Delete _ -> new Kept(example, old.side(), true);
        };
    }

    private void step(Edit edit) {
        while (edits.size() > applied) {
            edits.removeLast();
        }
        edits.add(edit);
        applied++;
        rows.putAll(edit.after());
        listeners.forEach(Runnable::run);
    }

    @Override
    public Addition add(String sentence) {
        return new Addition() {

            private final Map<Long, Kept> added = new LinkedHashMap<>();

            @Override
            public boolean add(NewExample row) {
                synchronized (InMemoryExamples.this) {
                    boolean duplicate = present().stream().anyMatch(kept -> kept.example().body().equals(row.body()));
                    var example = new Example(++lastId, row.body(), ExampleStatus.DRAFT, row.tags(), Optional.empty(),
                            row.origin());
                    var kept = new Kept(example, Side.NONE, false);
                    added.put(example.id(), kept);
                    rows.put(example.id(), kept);
                    return duplicate;
                }
            }

            @Override
            public void flush() {
                listeners.forEach(Runnable::run);
            }

            @Override
            public void close() {
                synchronized (InMemoryExamples.this) {
                    if (!added.isEmpty()) {
                        step(new Edit(sentence, Map.of(), Map.copyOf(new LinkedHashMap<>(added))));
                    }
                }
            }
        };
    }

    @Override
    public synchronized Optional<Step> undo() {
        if (applied == 0) {
            return Optional.empty();
        }
        Edit edit = edits.get(--applied);
        edit.after().forEach((id, after) -> rows.put(id,
                edit.before().getOrDefault(id, new Kept(after.example(), after.side(), true))));
        return Optional.of(step(applied));
    }

    @Override
    public synchronized Optional<Step> redo() {
        if (applied == edits.size()) {
            return Optional.empty();
        }
        rows.putAll(edits.get(applied++).after());
        return Optional.of(step(applied - 1));
    }

    private Step step(int index) {
        Edit edit = edits.get(index);
        return new Step(index + 1L, edit.sentence(), 0, edit.after().size(), index >= applied);
    }

    @Override
    public synchronized List<Step> history() {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < edits.size(); i++) {
            steps.add(step(i));
        }
        return steps;
    }

    @Override
    public void awaitCounts() {}

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }
}
