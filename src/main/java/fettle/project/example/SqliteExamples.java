package fettle.project.example;

import fettle.example.BodyJson;
import fettle.example.Change;
import fettle.example.Example;
import fettle.example.Example.Origin;
import fettle.example.ExampleQuery;
import fettle.example.ExampleRow;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import fettle.example.FacetCounts;
import fettle.example.Remarks;
import fettle.example.Step;
import fettle.project.example.RowTable.Fresh;
import fettle.project.example.RowTable.Update;
import fettle.project.search.SearchIndex;
import fettle.project.sqlite.Database;
import fettle.project.sqlite.Sql;
import fettle.token.TokenCounter;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// The examples of a project in its database. What is filtered and sorted stands in arrays too, which change only after
/// the disk has the change.
public final class SqliteExamples implements ExampleStore, AutoCloseable {

    /// From this many edits on, duplicates are derived anew instead of row by row.
    private static final int MANY = 200;

    private final Database database;
    private final Shelf shelf = new Shelf();
    private final Dictionaries dictionaries = new Dictionaries();
    private final Previews previews;
    private final Fields fields;
    private final Queries queries;
    private final Upkeep upkeep;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Timeline timeline = new Timeline(0, 0, false);
    private long seen;

    /// Loads the columns. `counter` counts in o200k_base.
    public SqliteExamples(Database database, TokenCounter counter) throws IOException {
        this.database = database;
        this.previews = new Previews(database);
        this.fields = new Fields(shelf.columns, shelf.duplicates, dictionaries);
        boolean writable = database.readOnlyBecause().isEmpty();
        var index = new SearchIndex(database.beside("search.db"), writable);
        this.queries = new Queries(shelf, database, fields, index);
        this.upkeep = new Upkeep(database, shelf, counter, index, this::tell);
        load();
        upkeep.begin(writable && shelf.read(Columns::hasUncounted));
    }

    private void load() throws IOException {
        seen = database.read(sql -> {
            long version = sql.number("PRAGMA data_version");
            dictionaries.load(sql);
            timeline = Timeline.load(sql);
            new LoadColumns(database, shelf.columns).run(sql);
            shelf.duplicates.invalidate();
            return version;
        });
    }

    @Override
    public int size() {
        return shelf.read(Columns::present);
    }

    @Override
    public ExampleView view(ExampleQuery query) throws IOException {
        catchUp();
        return new PlaceView(this, queries.places(query));
    }

    @Override
    public ExampleView firstPage(ExampleQuery query, int rows) throws IOException {
        catchUp();
        return new PlaceView(this, queries.first(query, rows));
    }

    @Override
    public FacetCounts facets(ExampleQuery query, List<String> names) throws IOException {
        catchUp();
        return queries.facets(query, names);
    }

    @Override
    public long sum(ExampleQuery query, String field) throws IOException {
        catchUp();
        Column column = fields.of(field).order();
        int[] places = queries.places(query);
        int[] numbers = shelf.read(columns -> column.all(columns.size()));
        long sum = 0;
        for (int place : places) {
            sum += place < numbers.length && numbers[place] != Column.BLANK ? numbers[place] : 0;
        }
        return sum;
    }

    @Override
    public void derive(String field, Map<String, long[]> rowsByValue) {
        MarkField derived = fields.derived(field);
        shelf.change((_, _) -> derived.set(rowsByValue));
    }

    @Override
    public void deriveScores(long[] ids, double[] scores) {
        shelf.change((_, _) -> fields.scores.set(ids, scores));
    }

    /// A reader sees what the holder of the project has changed meanwhile.
    private void catchUp() throws IOException {
        if (database.readOnlyBecause().isPresent()
                && database.read(sql -> sql.number("PRAGMA data_version")) != seen) {
            shelf.exchange(this::load);
            previews.clear();
        }
    }

    @Override
    public Optional<Example> find(long id) throws IOException {
        int place = Math.clamp(id - 1, -1, Integer.MAX_VALUE);
        Optional<Stored> stored = shelf.read(columns -> columns.exists(place))
                ? database.read(sql -> stored(sql, id))
                : Optional.empty();
        return stored.map(row -> shelf.read(columns -> new Example(id, BodyJson.read(row.json()),
                Codes.status(columns.status[place]), dictionaries.tags.value(columns.tags[place]),
                row.generated().map(BodyJson::read),
                Dictionaries.lined(dictionaries.origins.value(columns.origin[place]), row.line()),
                remarks(columns, place))));
    }

    private Remarks remarks(Columns columns, int place) {
        int rating = columns.rating[place];
        boolean flagged = columns.has(place, Columns.FLAGGED);
        String note = columns.notes.getOrDefault(place, "");
        String dataset = dictionaries.datasets.value(columns.dataset[place]);
        return rating == 0 && !flagged && note.isEmpty() && dataset.isEmpty()
                ? Remarks.NONE
                : new Remarks(rating, flagged, note, dataset);
    }

    /// The parts of a row that are not in the columns.
    private record Stored(String json, Optional<String> generated, int line) {}

    private static Optional<Stored> stored(Sql sql, long id) throws SQLException {
        Optional<String> body = RowTable.body(sql, id);
        if (body.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Stored(body.get(), RowTable.generated(sql, id),
                (int) sql.number("SELECT line FROM meta WHERE id = ?", id)));
    }

    ExampleRow row(int place) throws IOException {
        Previews.Preview preview = previews.of(place + 1L);
        return shelf.readWithDuplicates(columns -> new ExampleRow(place + 1L, Codes.status(columns.status[place]),
                dictionaries.tags.value(columns.tags[place]), columns.turns[place], columns.tokens[place],
                columns.assistant[place], columns.has(place, Columns.EDITED),
                dictionaries.origins.value(columns.origin[place]), preview.question(), preview.answer(),
                Codes.side(columns.split[place]), shelf.duplicates.repeats(place), remarks(columns, place),
                columns.trained[place], fields.scores.at(place)));
    }

    @Override
    public Set<String> chunksWithRows(String template, String model) {
        var chunks = new HashSet<String>();
        return shelf.read(columns -> {
            for (int place = 0; place < columns.size(); place++) {
                var origin = dictionaries.origins.value(columns.origin[place]);
                if (columns.isPresent(place) && !origin.chunkId().isEmpty() && origin.template().equals(template)
                        && origin.model().equals(model)) {
                    chunks.add(origin.chunkId());
                }
            }
            return chunks;
        });
    }

    /// What a transaction made, to be entered into memory once it is safe.
    private record Saved(Timeline timeline, List<Update> updates, List<Edit> edits, Optional<Step> step) {

        static Saved nothing(Timeline timeline) {
            return new Saved(timeline, List.of(), List.of(), Optional.empty());
        }
    }

    @Override
    public long apply(List<Change> changes, String sentence) throws IOException {
        save(sql -> {
            var list = new EditList(sql, shelf.columns, dictionaries);
            for (Change change : changes) {
                list.add(change);
            }
            List<Edit> edits = list.edits();
            if (edits.isEmpty()) {
                return Saved.nothing(timeline);
            }
            Timeline next = timeline.begin(sql, sentence, EditList.rows(edits));
            next.record(sql, edits);
            return new Saved(next, RowTable.perform(sql, edits), edits, next.undoable(sql));
        });
        return shelf.read(_ -> timeline.head());
    }

    @Override
    public Addition add(String sentence) throws IOException {
        database.requireWritable();
        upkeep.rest();
        return new Incoming(this, sentence, upkeep::goOn);
    }

    boolean knows(long hash) throws IOException {
        return shelf.readWithDuplicates(_ -> shelf.duplicates.knows(hash));
    }

    /// Saves rows as part of a step, or of a new one when there is none or it was undone; returns the step's number.
    long append(long step, String sentence, List<Incoming.Waiting> rows) throws IOException {
        var to = new long[]{step};
        save(sql -> {
            Timeline next = timeline;
            if (step == 0 || !Timeline.isDone(sql, step)) {
                next = timeline.begin(sql, sentence, 0);
                to[0] = next.last();
            }
            long first = shelf.columns.size() + 1L;
            List<Fresh> fresh = fresh(sql, rows);
            RowTable.insert(sql, first, fresh);
            Timeline.grow(sql, to[0], first, first + rows.size() - 1);
            Update append = (columns, duplicates) -> RowTable.append(fresh, columns, duplicates);
            return new Saved(next, List.of(append), List.of(), next.undoable(sql));
        });
        return to[0];
    }

    private List<Fresh> fresh(Sql sql, List<Incoming.Waiting> rows) throws SQLException {
        var fresh = new ArrayList<Fresh>(rows.size());
        Origin last = Origin.UNKNOWN;
        int number = -1;
        for (Incoming.Waiting row : rows) {
            Origin shared = Dictionaries.shared(row.origin());
            if (number < 0 || !shared.equals(last)) {
                number = dictionaries.origins.number(sql, shared);
                last = shared;
            }
            fresh.add(new Fresh(row.text(), dictionaries.tags.number(sql, row.tags()), number, row.origin().line()));
        }
        return fresh;
    }

    @Override
    public Optional<Step> undo() throws IOException {
        return save(sql -> {
            Optional<Step> step = timeline.undoable(sql);
            if (step.isEmpty()) {
                return Saved.nothing(timeline);
            }
            List<Edit> edits = ChangeTable.edits(sql, step.get().number()).stream().map(Edit::reversed).toList();
            return moved(sql, timeline.back(sql), edits, step.get(), true);
        });
    }

    @Override
    public Optional<Step> redo() throws IOException {
        return save(sql -> {
            Optional<Step> step = timeline.redoable(sql);
            if (step.isEmpty()) {
                return Saved.nothing(timeline);
            }
            List<Edit> edits = ChangeTable.edits(sql, step.get().number());
            return moved(sql, timeline.forth(sql, step.get().number()), edits, step.get(), false);
        });
    }

    private static Saved moved(Sql sql, Timeline next, List<Edit> edits, Step step, boolean undone)
            throws SQLException {
        var updates = new ArrayList<>(RowTable.setRunsGone(sql, Timeline.runs(sql, step.number()), undone));
        updates.addAll(RowTable.perform(sql, edits));
        return new Saved(next, updates, edits,
                Optional.of(new Step(step.number(), step.sentence(), step.atMillis(), step.rows(), undone)));
    }

    /// Runs a change as one transaction, then enters it into memory and tells the listeners.
    private Optional<Step> save(Database.Use<Saved> change) throws IOException {
        var made = new ArrayList<Saved>();
        shelf.save(() -> {
            int[] sizes = dictionaries.sizes();
            try {
                Saved saved = database.write(change);
                shelf.change((columns, duplicates) -> enter(saved, columns, duplicates));
                made.add(saved);
            } finally {
                if (made.isEmpty()) {
                    dictionaries.shrinkTo(sizes);
                }
            }
        });
        Saved saved = made.getFirst();
        if (saved.step().isPresent()) {
            upkeep.poke();
            tell();
        }
        return saved.step();
    }

    private void enter(Saved saved, Columns columns, Duplicates duplicates) {
        if (saved.edits().size() > MANY) {
            duplicates.invalidate();
        }
        saved.updates().forEach(update -> update.on(columns, duplicates));
        saved.edits().forEach(edit -> previews.forget(edit.row()));
        timeline = saved.timeline();
    }

    @Override
    public List<Step> history() throws IOException {
        return database.read(Timeline::steps);
    }

    @Override
    public void awaitCounts() throws IOException, InterruptedException {
        upkeep.awaitCounts();
    }

    @Override
    public void awaitSearch() throws IOException, InterruptedException {
        upkeep.awaitSearch();
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public void close() throws IOException {
        upkeep.close();
    }
}
