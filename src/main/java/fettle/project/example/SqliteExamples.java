package fettle.project.example;

import fettle.example.Change;
import fettle.example.Example;
import fettle.example.Example.Origin;
import fettle.example.ExampleQuery;
import fettle.example.ExampleRow;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import fettle.example.FacetCounts;
import fettle.example.RowVersion;
import fettle.example.Step;
import fettle.project.example.RowTable.Fresh;
import fettle.project.example.Stepper.Made;
import fettle.project.search.SearchIndex;
import fettle.project.sqlite.Database;
import fettle.project.sqlite.Sql;
import fettle.token.TokenCounter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/// The examples of a project in its database. What is filtered and sorted stands in arrays too, which change only after
/// the disk has the change.
public final class SqliteExamples implements ExampleStore, AutoCloseable {

    private final Database database;
    private final Shelf shelf = new Shelf();
    private final Dictionaries dictionaries = new Dictionaries();
    private final Previews previews;
    private final StoredRows stored;
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
        this.stored = new StoredRows(database, shelf, dictionaries);
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
        return stored.find(id);
    }

    ExampleRow row(int place) throws IOException {
        Previews.Preview preview = previews.of(place + 1L);
        return shelf.readWithDuplicates(columns -> new ExampleRow(place + 1L, Codes.status(columns.status[place]),
                dictionaries.tags.value(columns.tags[place]), columns.turns[place], columns.tokens[place],
                columns.assistant[place], columns.has(place, Columns.EDITED),
                dictionaries.origins.value(columns.origin[place]), preview.question(), preview.answer(),
                Codes.side(columns.split[place]), shelf.duplicates.repeats(place), stored.remarks(columns, place),
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

    @Override
    public long apply(List<Change> changes, String sentence) throws IOException {
        apply(changes, sentence, 0);
        return shelf.read(_ -> timeline.head());
    }

    @Override
    public long apply(List<Change> changes, String sentence, long into) throws IOException {
        return save(sql -> stepper(sql).apply(changes, sentence, into)).map(Step::number).orElse(0L);
    }

    private Stepper stepper(Sql sql) {
        return new Stepper(sql, timeline, shelf.columns, dictionaries);
    }

    @Override
    public Addition add(String sentence) throws IOException {
        database.requireWritable();
        upkeep.rest();
        return new Incoming(this, sentence, upkeep::goOn);
    }

    @Override
    public Addition rehearse() throws IOException {
        catchUp();
        return new Rehearsal(this);
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
                next = timeline.begin(sql, sentence);
                to[0] = next.last();
            }
            long first = shelf.columns.size() + 1L;
            List<Fresh> fresh = fresh(sql, rows);
            RowTable.insert(sql, first, fresh);
            Timeline.grow(sql, to[0], first, first + rows.size() - 1);
            var effects = new Effects();
            effects.add((columns, duplicates) -> RowTable.append(fresh, columns, duplicates));
            return new Made(next, effects, Timeline.step(sql, to[0]));
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
        return save(sql -> stepper(sql).undo());
    }

    @Override
    public Optional<Step> redo() throws IOException {
        return save(sql -> stepper(sql).redo());
    }

    @Override
    public Optional<Step> travel(long step) throws IOException {
        return save(sql -> stepper(sql).travel(step));
    }

    /// Runs a change as one transaction, then enters it into memory and tells the listeners.
    private Optional<Step> save(Database.Use<Made> change) throws IOException {
        var made = new ArrayList<Made>();
        var changed = new AtomicBoolean();
        shelf.save(() -> {
            Timeline before = timeline;
            int[] sizes = dictionaries.sizes();
            boolean safe = false;
            try {
                Made saved = database.write(change);
                safe = true;
                enter(saved);
                made.add(saved);
            } finally {
                if (!safe) {
                    dictionaries.shrinkTo(sizes);
                }
            }
            changed.set(!timeline.equals(before) || !made.getFirst().effects().areNothing());
        });
        if (changed.get()) {
            upkeep.poke();
            tell();
        }
        return made.getFirst().step();
    }

    private void enter(Made made) throws IOException {
        if (made.effects().areEverything()) {
            timeline = made.timeline();
            reload();
            previews.clear();
            return;
        }
        shelf.change((columns, duplicates) -> {
            made.effects().enter(columns, duplicates);
            timeline = made.timeline();
        });
        made.effects().places().stream().forEach(place -> previews.forget(place + 1L));
    }

    /// Reads the columns anew, whoever wants to stop meanwhile: the change is safe, and memory must follow.
    private void reload() throws IOException {
        boolean stopped = false;
        while (true) {
            try {
                shelf.exchange(() -> database.read(sql -> {
                    new LoadColumns(database, shelf.columns).run(sql);
                    shelf.duplicates.invalidate();
                    return shelf;
                }));
                break;
            } catch (InterruptedIOException _) {
                stopped = true;
                Thread.interrupted();
            }
        }
        if (stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public List<Step> history() throws IOException {
        return database.read(Timeline::steps);
    }

    @Override
    public long[] rowsOf(long step) throws IOException {
        return database.snapshot(sql -> ChangeTable.allRows(sql, step));
    }

    @Override
    public List<RowVersion> versions(long id) throws IOException {
        return stored.versions(id);
    }

    @Override
    public Optional<Example> version(long id, long step) throws IOException {
        catchUp();
        return stored.version(id, step);
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
