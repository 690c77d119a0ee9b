package fettle.project.example;

import fettle.example.BodyBytes;
import fettle.example.BodyJson;
import fettle.project.sqlite.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rows in the database: narrow `meta`, `body`, and `generated` for what was first there.
final class RowTable {

    private RowTable() {}

    /// What is done to the columns once a change is safe.
    @FunctionalInterface
    interface Update {

        void on(Columns columns, Duplicates duplicates);
    }

    /// A row that waits to be written. `tags` and `origin` are numbers of the dictionaries.
    record Fresh(RowText text, int tags, int origin, int line) {}

    /// Writes new rows from the id `first` on.
    static void insert(Sql sql, long first, List<Fresh> rows) throws SQLException {
        var metas = new ArrayList<Object[]>(rows.size());
        var bodies = new ArrayList<Object[]>(rows.size());
        long id = first;
        for (Fresh row : rows) {
            RowText text = row.text();
            metas.add(new Object[]{id, text.turns(), row.tags(), row.origin(), row.line(), text.hash()});
            bodies.add(new Object[]{id, text.question(), text.answer(), text.json().utf8()});
            id++;
        }
        sql.changeAll("INSERT INTO meta (id, status, tokens, assistant, turns, flags, split, tags, origin, line, hash)"
                + " VALUES (?, 0, -1, -1, ?, 0, 0, ?, ?, ?, ?)", metas);
        sql.changeAll("INSERT INTO body (id, question, answer, json) VALUES (?, ?, ?, CAST(? AS TEXT))", bodies);
    }

    /// Enters new rows into the columns.
    static void append(List<Fresh> rows, Columns columns, Duplicates duplicates) {
        for (Fresh row : rows) {
            int place = columns.append();
            columns.turns[place] = row.text().turns();
            columns.tags[place] = row.tags();
            columns.origin[place] = row.origin();
            columns.hash[place] = row.text().hash();
            duplicates.enter(place);
        }
    }

    static Optional<String> body(Sql sql, long id) throws SQLException {
        return sql.one("SELECT json FROM body WHERE id = ?", row -> row.getString(1), id);
    }

    static Optional<String> generated(Sql sql, long id) throws SQLException {
        return sql.one("SELECT json FROM generated WHERE id = ?", row -> row.getString(1), id);
    }

    /// Makes an edit; returns what the columns must learn once all is safe.
    static Update perform(Sql sql, Edit edit) throws SQLException {
        return switch (edit.field()) {
            case BODY -> setBody(sql, edit);
            case NOTE -> setNote(sql, edit);
            case STATUS, SPLIT, TAGS, RATING, DATASET, FLAGGED, BINNED ->
                new ManyRows(edit.field(), edit.before(), edit.after(), RowIds.of(new long[]{edit.row()})).perform(sql);
        };
    }

    private static Update setNote(Sql sql, Edit edit) throws SQLException {
        String note = edit.text();
        if (note.isEmpty()) {
            sql.change("DELETE FROM note WHERE id = ?", edit.row());
        } else {
            sql.change("INSERT OR REPLACE INTO note (id, text) VALUES (?, ?)", edit.row(), note);
        }
        return (columns, _) -> columns.setNote(edit.place(), note);
    }

    private static Update setBody(Sql sql, Edit edit) throws SQLException {
        String json = edit.text();
        RowText text = RowText.of(BodyJson.read(json), BodyBytes.over(json.getBytes(StandardCharsets.UTF_8)));
        boolean edited = keepGenerated(sql, edit, json);
        sql.change("UPDATE body SET question = ?, answer = ?, json = ? WHERE id = ?", text.question(), text.answer(),
                json, edit.row());
        sql.change(
                "UPDATE meta SET tokens = -1, assistant = -1, trained = -1, lead = -1, turns = ?, flags = (flags & ~2) | ?, hash = ?"
                        + " WHERE id = ?",
                text.turns(), edited ? Columns.EDITED : 0, text.hash(), edit.row());
        int place = edit.place();
        return (columns, duplicates) -> {
            duplicates.leave(place);
            columns.hash[place] = text.hash();
            columns.turns[place] = text.turns();
            columns.uncount(place);
            columns.setFlag(place, Columns.EDITED, edited);
            if (columns.isPresent(place)) {
                duplicates.enter(place);
            }
        };
    }

    /// The first body is kept while the present one differs from it; returns whether it differs.
    private static boolean keepGenerated(Sql sql, Edit edit, String json) throws SQLException {
        Optional<String> generated = generated(sql, edit.row());
        if (generated.isEmpty()) {
            sql.change("INSERT INTO generated (id, json) VALUES (?, ?)", edit.row(), edit.reversed().text());
            return true;
        }
        if (generated.get().equals(json)) {
            sql.change("DELETE FROM generated WHERE id = ?", edit.row());
            return false;
        }
        return true;
    }

    /// Takes the runs of rows away, or brings them back.
    static List<Update> setRunsGone(Sql sql, List<long[]> runs, boolean gone) throws SQLException {
        var updates = new ArrayList<Update>();
        for (long[] run : runs) {
            sql.change("UPDATE meta SET flags = (flags & ~1) | ? WHERE id BETWEEN ? AND ?", gone ? Columns.GONE : 0,
                    run[0], run[1]);
            updates.add((columns, duplicates) -> {
                duplicates.invalidate();
                for (int place = (int) run[0] - 1; place < run[1]; place++) {
                    columns.setFlag(place, Columns.GONE, gone);
                }
            });
        }
        return updates;
    }
}
