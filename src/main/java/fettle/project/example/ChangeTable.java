package fettle.project.example;

import fettle.project.example.Edit.Field;
import fettle.project.sqlite.Sql;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// What the steps changed, on disk: rows that got the same value in place of the same value share records of up to
/// [#MOST] rows. A record of one row has `first = last`; one of several has them packed in `rows`, or no `rows` when it
/// is all from `first` to `last`. Of two bodies each is packed as what differs from the other one, since the other is what
/// stands there when it is needed.
final class ChangeTable {

    private static final int MOST = 8192;
    private static final String SELECT = "SELECT step, field, first, last, rows, before, after FROM change ";
    private static final String INSERT = "INSERT INTO change (step, field, first, last, rows, before, after)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String ONE = "WHERE step = ? AND field = ? AND first = ? AND first = last";

    private ChangeTable() {}

    /// Takes an edit that is to be made.
    interface Taker {

        void take(Edit edit) throws SQLException, IOException;

        void take(ManyRows edit) throws SQLException, IOException;
    }

    /// One field of one row as a step changed it; bodies are packed.
    record Past(long step, Edit edit) {}

    private record Group(Field field, Object before, Object after) {}

    /// Writes edits that the step has not made yet: at most one per row and field.
    static void record(Sql sql, long step, List<Edit> edits) throws SQLException {
        Map<Group, RowIds> groups = new LinkedHashMap<>();
        var values = new ArrayList<Object[]>();
        for (Edit edit : edits) {
            if (edit.field() == Field.BODY) {
                values.add(one(step, edit));
            } else {
                groups.computeIfAbsent(new Group(edit.field(), edit.before(), edit.after()), _ -> new RowIds())
                        .add(edit.row());
            }
        }
        groups.forEach((group, ids) -> {
            for (long[] some : ids.parts(MOST)) {
                values.add(new Object[]{step, group.field().number, some[0], some[some.length - 1],
                        RowIds.areRun(some) ? null : RowIds.pack(some), group.before(), group.after()});
            }
        });
        sql.changeAll(INSERT, values);
    }

    /// Writes numbers that the step has not set yet.
    static void recordMany(Sql sql, long step, List<ManyRows> edits) throws SQLException {
        var values = new ArrayList<Object[]>();
        for (ManyRows edit : edits) {
            for (long[] some : edit.rows().parts(MOST)) {
                values.add(new Object[]{step, edit.field().number, some[0], some[some.length - 1],
                        RowIds.areRun(some) ? null : RowIds.pack(some), edit.before(), edit.after()});
            }
        }
        sql.changeAll(INSERT, values);
    }

    private static Object[] one(long step, Edit edit) {
        boolean body = edit.field() == Field.BODY;
        Object before = body ? Packed.pack((String) edit.before(), (String) edit.after()) : edit.before();
        Object after = body ? Packed.pack((String) edit.after(), (String) edit.before()) : edit.after();
        return new Object[]{step, edit.field().number, edit.row(), edit.row(), null, before, after};
    }

    /// Writes an edit onto the one that the step has made of that field already: the value before the first and the one
    /// after the last remain.
    static void join(Sql sql, long step, Edit edit) throws SQLException {
        Object before = sql.one("SELECT before FROM change " + ONE,
                row -> value(edit.field(), row.getObject(1), edit.before()), step, edit.field().number, edit.row())
                .orElse(edit.before());
        sql.change("DELETE FROM change " + ONE, step, edit.field().number, edit.row());
        Edit joined = edit.from(before);
        if (!joined.isEmpty()) {
            sql.change(INSERT, one(step, joined));
        }
    }

    /// Whether the step has made an edit of each of these fields, and changed no other row.
    static boolean covers(Sql sql, long step, List<Edit> edits) throws SQLException {
        for (Edit edit : edits) {
            if (sql.number("SELECT count(*) FROM change " + ONE, step, edit.field().number, edit.row()) == 0) {
                return false;
            }
        }
        return rows(sql, step).length == EditList.rows(edits) && Timeline.runs(sql, step).isEmpty();
    }

    /// Hands over, record by record, the edits that make a step again, or with `back` those that undo it. Each row must stand as
    /// it does at the other side of the step.
    static void each(Sql sql, long step, boolean back, Taker taker) throws SQLException, IOException {
        var failed = new ArrayList<IOException>();
        sql.each(SELECT + "WHERE step = ? ORDER BY id", row -> {
            try {
                hand(sql, row, back, taker);
                return true;
            } catch (IOException cause) {
                failed.add(cause);
                return false;
            }
        }, step);
        if (!failed.isEmpty()) {
            throw failed.getFirst();
        }
    }

    private static void hand(Sql sql, ResultSet row, boolean back, Taker taker) throws SQLException, IOException {
        Field field = Field.of(row.getInt(2));
        if (field.isNumber()) {
            var kept = new ManyRows(field, row.getObject(6), row.getObject(7), RowIds.of(ids(row)));
            taker.take(back ? kept.reversed() : kept);
            return;
        }
        for (long id : ids(row)) {
            Edit kept = edit(row, id);
            taker.take(unpacked(sql, back ? kept.reversed() : kept));
        }
    }

    private static Edit unpacked(Sql sql, Edit kept) throws SQLException {
        if (kept.field() != Field.BODY) {
            return kept;
        }
        String present = RowTable.body(sql, kept.row()).orElseThrow();
        return new Edit(kept.row(), Field.BODY, present, value(Field.BODY, kept.after(), present));
    }

    /// A value as it was kept; `other` is the one at the other side of the step.
    static Object value(Field field, Object kept, Object other) {
        return field == Field.BODY ? Packed.unpack((byte[]) kept, (String) other) : kept;
    }

    /// The rows that a step changed, ascending.
    static long[] rows(Sql sql, long step) throws SQLException {
        var found = new RowIds();
        sql.each("SELECT step, field, first, last, rows FROM change WHERE step = ?", row -> {
            for (long id : ids(row)) {
                found.add(id);
            }
            return true;
        }, step);
        return found.sorted();
    }

    /// The rows that a step changed or added, ascending.
    static long[] allRows(Sql sql, long step) throws SQLException {
        LongStream changed = LongStream.of(rows(sql, step));
        LongStream added = Timeline.runs(sql, step).stream()
                .flatMapToLong(run -> LongStream.rangeClosed(run[0], run[1]));
        return LongStream.concat(changed, added).sorted().distinct().toArray();
    }

    /// All that was changed in one row, oldest first.
    static List<Past> of(Sql sql, long id) throws SQLException {
        var past = new ArrayList<Past>();
        for (String where : new String[]{"first = last AND first = ?1",
                "first < last AND first <= ?1 AND last >= ?1"}) {
            sql.each(SELECT + "WHERE " + where, row -> {
                if (Arrays.binarySearch(ids(row), id) >= 0) {
                    past.add(new Past(row.getLong(1), edit(row, id)));
                }
                return true;
            }, id);
        }
        past.sort(Comparator.comparingLong(Past::step));
        return past;
    }

    private static Edit edit(ResultSet row, long id) throws SQLException {
        return new Edit(id, Field.of(row.getInt(2)), row.getObject(6), row.getObject(7));
    }

    private static long[] ids(ResultSet row) throws SQLException {
        byte[] packed = row.getBytes(5);
        return packed == null ? RowIds.run(row.getLong(3), row.getLong(4)) : RowIds.unpack(packed);
    }
}
