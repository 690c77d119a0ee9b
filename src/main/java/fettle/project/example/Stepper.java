package fettle.project.example;

import fettle.example.Change;
import fettle.example.Route;
import fettle.example.Step;
import fettle.job.ExpectedException;
import fettle.project.sqlite.Sql;
import java.io.IOException;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Makes steps and goes over them, all within one transaction.
final class Stepper implements ChangeTable.Taker {

    /// More changes than these are never part of a step that is there already.
    private static final int FEW = 100;

    private final Sql sql;
    private final Columns columns;
    private final Dictionaries dictionaries;
    private final Effects effects = new Effects();
    private final BitSet bodiesWritten = new BitSet();
    private final Timeline before;
    private Timeline timeline;

    Stepper(Sql sql, Timeline timeline, Columns columns, Dictionaries dictionaries) {
        this.sql = sql;
        this.before = timeline;
        this.timeline = timeline;
        this.columns = columns;
        this.dictionaries = dictionaries;
    }

    /// What a transaction made, to be entered into memory once it is safe.
    ///
    /// @param step what was made, undone or redone; empty when there is none
    record Made(Timeline timeline, Effects effects, Optional<Step> step) {

        static Made nothing(Timeline timeline) {
            return new Made(timeline, new Effects(), Optional.empty());
        }
    }

    /// Makes changes: part of the step `into` where that can be, else a step of their own. Each change is asked for once,
    /// in order, and large bodies do not wait for the rest: a step of very many rows needs little memory.
    Made apply(List<Change> changes, String sentence, long into) throws SQLException, IOException {
        if (timeline.canGrow(into) && changes.size() <= FEW) {
            List<Edit> edits = editsOf(changes);
            if (edits.isEmpty()) {
                return new Made(timeline, effects, Timeline.step(sql, into));
            }
            if (ChangeTable.covers(sql, into, edits)) {
                return join(edits, sentence);
            }
        }
        return make(changes, sentence);
    }

    private List<Edit> editsOf(List<Change> changes) throws SQLException, IOException {
        var list = new EditList(sql, columns, dictionaries);
        for (Change change : changes) {
            list.add(change);
        }
        return list.edits();
    }

    private Made join(List<Edit> edits, String sentence) throws SQLException {
        for (Edit edit : edits) {
            ChangeTable.join(sql, timeline.head(), edit);
            take(edit);
        }
        return ended(sentence);
    }

    private Made make(List<Change> changes, String sentence) throws SQLException, IOException {
        var list = new EditList(sql, columns, dictionaries);
        for (Change change : changes) {
            list.add(change);
            if (list.holdsManyBodies()) {
                writeBodies(list.takeBodies(), sentence);
            }
        }
        writeBodies(list.takeBodies(), sentence);
        List<Edit> texts = list.texts();
        List<ManyRows> numbers = list.numbers();
        if (!texts.isEmpty() || !numbers.isEmpty()) {
            begin(sentence);
            ChangeTable.record(sql, timeline.head(), texts);
            ChangeTable.recordMany(sql, timeline.head(), numbers);
            for (Edit edit : texts) {
                take(edit);
            }
            for (ManyRows edit : numbers) {
                take(edit);
            }
        }
        return timeline.equals(before) ? Made.nothing(timeline) : ended(sentence);
    }

    private void writeBodies(List<Edit> bodies, String sentence) throws SQLException {
        if (bodies.isEmpty()) {
            return;
        }
        begin(sentence);
        List<Edit> fresh = bodies.stream().filter(edit -> !bodiesWritten.get(edit.place())).toList();
        ChangeTable.record(sql, timeline.head(), fresh);
        for (Edit edit : bodies) {
            if (bodiesWritten.get(edit.place())) {
                ChangeTable.join(sql, timeline.head(), edit);
            }
            take(edit);
        }
        bodies.forEach(edit -> bodiesWritten.set(edit.place()));
    }

    private void begin(String sentence) throws SQLException {
        if (timeline.equals(before)) {
            timeline = timeline.begin(sql, sentence);
        }
    }

    @Override
    public void take(Edit edit) throws SQLException {
        effects.add(edit, RowTable.perform(sql, edit));
    }

    @Override
    public void take(ManyRows edit) throws SQLException {
        effects.add(edit.perform(sql));
    }

    private Made ended(String sentence) throws SQLException {
        long step = timeline.head();
        timeline = timeline.end(sql, sentence, ChangeTable.rows(sql, step).length);
        return new Made(timeline, effects, Timeline.step(sql, step));
    }

    Made undo() throws SQLException, IOException {
        Optional<Step> step = Timeline.step(sql, timeline.head());
        return step.isEmpty()
                ? Made.nothing(timeline)
                : go(new Route(List.of(timeline.head()), List.of()), step.get().parent(), step.get().number());
    }

    Made redo() throws SQLException, IOException {
        Optional<Step> step = timeline.redone(sql);
        return step.isEmpty()
                ? Made.nothing(timeline)
                : go(new Route(List.of(), List.of(step.get().number())), step.get().number(), step.get().number());
    }

    /// Goes to just after a step, wherever it is.
    Made travel(long to) throws SQLException, IOException {
        Ancestry ancestry = Ancestry.load(sql);
        if (!ancestry.knows(to)) {
            throw new ExpectedException("no-step", "There is no step " + to + " in the history.",
                    "The history lists all steps with their numbers.");
        }
        return go(ancestry.between(timeline.head(), to), to, to);
    }

    private Made go(Route route, long to, long tells) throws SQLException, IOException {
        for (long step : route.back()) {
            ChangeTable.each(sql, step, true, this);
            setRunsGone(step, true);
        }
        for (long step : route.forth()) {
            setRunsGone(step, false);
            ChangeTable.each(sql, step, false, this);
        }
        timeline = timeline.went(sql, route, to);
        return new Made(timeline, effects, Timeline.step(sql, tells));
    }

    private void setRunsGone(long step, boolean gone) throws SQLException {
        RowTable.setRunsGone(sql, Timeline.runs(sql, step), gone).forEach(effects::add);
    }
}
