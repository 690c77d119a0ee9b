package fettle.project.example;

import fettle.example.Route;
import fettle.example.Step;
import fettle.example.Step.State;
import fettle.project.sqlite.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the project stands in its history. The steps that are done are the way from the beginning to here; those that
/// are undone go on from here, and are what redo does; all others are on branches.
///
/// @param head the newest step that is done; 0 before the first
/// @param last the highest number of a step
/// @param redoable whether a step is undone
record Timeline(long head, long last, boolean redoable) {

    private static final int DONE = 0;
    private static final int UNDONE = 1;
    private static final int BRANCH = 2;
    private static final String STEPS = "SELECT number, sentence, at, rows, parent, state FROM history ";

    static Timeline load(Sql sql) throws SQLException {
        return new Timeline(sql.number("SELECT max(number) FROM history WHERE state = " + DONE),
                sql.number("SELECT max(number) FROM history"), anyUndone(sql));
    }

    private static boolean anyUndone(Sql sql) throws SQLException {
        return sql.number("SELECT 1 FROM history WHERE state = " + UNDONE + " LIMIT 1") == 1;
    }

    /// Makes a step after the one where the project stands. What was undone goes to a branch.
    Timeline begin(Sql sql, String sentence) throws SQLException {
        if (redoable) {
            leaveUndone(sql);
        }
        long number = last + 1;
        sql.change("INSERT INTO history (number, parent, state, at, rows, sentence) VALUES (?, ?, " + DONE
                + ", ?, 0, ?)", number, head, System.currentTimeMillis(), sentence);
        return new Timeline(number, number, false);
    }

    /// Whether further changes can become part of a step: it is the newest of all, and where the project stands.
    boolean canGrow(long step) {
        return step != 0 && step == head && step == last && !redoable;
    }

    /// Ends a change of the step at the head, with as many rows as it has changed now; one without any is gone.
    Timeline end(Sql sql, String sentence, int rows) throws SQLException {
        if (rows > 0) {
            sql.change("UPDATE history SET rows = ?, sentence = ?, at = ? WHERE number = ?", rows, sentence,
                    System.currentTimeMillis(), head);
            return this;
        }
        long parent = sql.number("SELECT parent FROM history WHERE number = ?", head);
        sql.change("DELETE FROM history WHERE number = ?", head);
        return new Timeline(parent, sql.number("SELECT max(number) FROM history"), redoable);
    }

    /// Adds a run of new rows to a step.
    static void grow(Sql sql, long step, long first, long last) throws SQLException {
        sql.change("INSERT INTO added (step, first, last) VALUES (?, ?, ?)", step, first, last);
        sql.change("UPDATE history SET rows = rows + ? WHERE number = ?", last - first + 1, step);
    }

    /// The runs of rows that a step added, as first and last id.
    static List<long[]> runs(Sql sql, long step) throws SQLException {
        return sql.rows("SELECT first, last FROM added WHERE step = ? ORDER BY first",
                row -> new long[]{row.getLong(1), row.getLong(2)}, step);
    }

    static boolean isDone(Sql sql, long step) throws SQLException {
        return sql.number("SELECT count(*) FROM history WHERE number = ? AND state = " + DONE, step) == 1;
    }

    static Optional<Step> step(Sql sql, long number) throws SQLException {
        return sql.one(STEPS + "WHERE number = ?", Timeline::step, number);
    }

    /// The step that redo does.
    Optional<Step> redone(Sql sql) throws SQLException {
        return redoable
                ? sql.one(STEPS + "WHERE state = " + UNDONE + " ORDER BY number LIMIT 1", Timeline::step)
                : Optional.empty();
    }

    /// The project went this way, from the head to `to`. Redo leads back over what was undone, or further on the branch.
    Timeline went(Sql sql, Route route, long to) throws SQLException {
        if (route.forth().isEmpty()) {
            mark(sql, route.back(), UNDONE);
        } else if (step(sql, to).filter(Step::undone).isPresent()) {
            mark(sql, route.forth(), DONE);
        } else {
            leaveUndone(sql);
            mark(sql, route.back(), BRANCH);
            mark(sql, route.forth(), DONE);
            mark(sql, Ancestry.load(sql).newestFrom(to), UNDONE);
        }
        return new Timeline(to, last, anyUndone(sql));
    }

    private static void leaveUndone(Sql sql) throws SQLException {
        sql.change("UPDATE history SET state = " + BRANCH + " WHERE state = " + UNDONE);
    }

    private static void mark(Sql sql, List<Long> steps, int state) throws SQLException {
        var values = new ArrayList<Object[]>(steps.size());
        for (Long step : steps) {
            values.add(new Object[]{state, step});
        }
        sql.changeAll("UPDATE history SET state = ? WHERE number = ?", values);
    }

    /// All steps, oldest first.
    static List<Step> steps(Sql sql) throws SQLException {
        return sql.rows(STEPS + "ORDER BY number", Timeline::step);
    }

    private static Step step(ResultSet row) throws SQLException {
        State state = switch (row.getInt(6)) {
            case DONE -> State.DONE;
            case UNDONE -> State.UNDONE;
            default -> State.BRANCH;
        };
        return new Step(row.getLong(1), row.getString(2), row.getLong(3), row.getInt(4), row.getLong(5), state);
    }
}
