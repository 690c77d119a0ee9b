package fettle.project.example;

import fettle.example.Step;
import fettle.project.sqlite.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Where the project stands in its history. A step is done, undone (it can be redone), or left behind on a branch, since
/// something else was done after it was undone.
///
/// @param head the newest step that is done; 0 before the first
/// @param last the highest number given so far
/// @param redoable whether a step is undone
record Timeline(long head, long last, boolean redoable) {

    private static final int DONE = 0;
    private static final int UNDONE = 1;
    private static final int BRANCH = 2;
    private static final String STEPS = "SELECT number, sentence, at, rows, state FROM history ";

    static Timeline load(Sql sql) throws SQLException {
        return new Timeline(sql.number("SELECT max(number) FROM history WHERE state = " + DONE),
                sql.number("SELECT max(number) FROM history"),
                sql.number("SELECT count(*) FROM history WHERE state = " + UNDONE) > 0);
    }

    /// Makes a step. What was undone goes to a branch.
    Timeline begin(Sql sql, String sentence, int rows) throws SQLException {
        if (redoable) {
            sql.change("UPDATE history SET state = " + BRANCH + " WHERE state = " + UNDONE);
        }
        long number = last + 1;
        sql.change("INSERT INTO history (number, parent, state, at, rows, sentence) VALUES (?, ?, " + DONE
                + ", ?, ?, ?)", number, head, System.currentTimeMillis(), rows, sentence);
        return new Timeline(number, number, false);
    }

    /// Writes what the newest step changes.
    void record(Sql sql, List<Edit> edits) throws SQLException {
        ChangeTable.record(sql, last, edits);
    }

    static boolean isDone(Sql sql, long step) throws SQLException {
        return sql.number("SELECT count(*) FROM history WHERE number = ? AND state = " + DONE, step) == 1;
    }

    /// Adds a run of new rows to a step.
    static void grow(Sql sql, long step, long first, long last) throws SQLException {
        sql.change("INSERT INTO added (step, first, last) VALUES (?, ?, ?)", step, first, last);
        sql.change("UPDATE history SET rows = rows + ? WHERE number = ?", last - first + 1, step);
    }

    Optional<Step> undoable(Sql sql) throws SQLException {
        return sql.one(STEPS + "WHERE number = ?", Timeline::step, head);
    }

    Optional<Step> redoable(Sql sql) throws SQLException {
        return redoable
                ? sql.one(STEPS + "WHERE number > ? AND state = " + UNDONE + " ORDER BY number LIMIT 1",
                        Timeline::step, head)
                : Optional.empty();
    }

    /// Marks the step at the head as undone.
    Timeline back(Sql sql) throws SQLException {
        sql.change("UPDATE history SET state = " + UNDONE + " WHERE number = ?", head);
        return new Timeline(sql.number("SELECT max(number) FROM history WHERE state = " + DONE), last, true);
    }

    /// Marks the step as done again.
    Timeline forth(Sql sql, long step) throws SQLException {
        sql.change("UPDATE history SET state = " + DONE + " WHERE number = ?", step);
        boolean more = sql.number("SELECT count(*) FROM history WHERE number > ? AND state = " + UNDONE, step) > 0;
        return new Timeline(step, last, more);
    }

    /// The runs of rows that a step added, as first and last id.
    static List<long[]> runs(Sql sql, long step) throws SQLException {
        return sql.rows("SELECT first, last FROM added WHERE step = ? ORDER BY first",
                row -> new long[]{row.getLong(1), row.getLong(2)}, step);
    }

    /// All steps but those on branches, oldest first.
    static List<Step> steps(Sql sql) throws SQLException {
        return sql.rows(STEPS + "WHERE state <> " + BRANCH + " ORDER BY number", Timeline::step);
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(row.getLong(1), row.getString(2), row.getLong(3), row.getInt(4), row.getInt(5) != DONE);
    }
}
