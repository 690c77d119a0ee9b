package fettle.project.example;

import fettle.project.example.Edit.Field;
import fettle.project.sqlite.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the steps changed, on disk: rows that got the same value in place of the same value share records of up to
/// [#MOST] rows. A record of one row has `first = last`; one of several has them packed in `rows`, or no `rows` when it
/// is all from `first` to `last`.
final class ChangeTable {

    private static final int MOST = 8192;
    private static final String SELECT = "SELECT step, field, first, last, rows, before, after FROM change ";

    private ChangeTable() {}

    /// One field of one row as a step changed it.
    record Past(long step, Edit edit) {}

    private record Group(Field field, Object before, Object after) {}

    /// Writes the edits of a step: at most one per row and field.
    static void record(Sql sql, long step, List<Edit> edits) throws SQLException {
        Map<Group, RowIds> groups = new LinkedHashMap<>();
        var values = new ArrayList<Object[]>();
        for (Edit edit : edits) {
            if (edit.field() == Field.BODY) {
                values.add(new Object[]{step, edit.field().number, edit.row(), edit.row(), null, edit.before(),
                        edit.after()});
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
        sql.changeAll("INSERT INTO change (step, field, first, last, rows, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)",
                values);
    }

    /// What a step changed.
    static List<Edit> edits(Sql sql, long step) throws SQLException {
        var edits = new ArrayList<Edit>();
        sql.each(SELECT + "WHERE step = ? ORDER BY id", row -> {
            for (long id : ids(row)) {
                edits.add(edit(row, id));
            }
            return true;
        }, step);
        return edits;
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
        past.sort(java.util.Comparator.comparingLong(Past::step));
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
