package fettle.project.example;

import fettle.project.example.Edit.Field;
import fettle.project.example.RowTable.Update;
import fettle.project.sqlite.Sql;
import java.sql.SQLException;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// One number that many rows get instead of another one. In the history it is a record or a few, in the database a
/// statement or a few, in memory one loop: whoever marks a million rows waits as long as writing their pages takes.
///
/// @param rows ids, ascending
record ManyRows(Field field, Object before, Object after, RowIds rows) {

    private static final int AT_ONCE = 8192;

    /// From this many rows on, duplicates are derived anew instead of row by row.
    private static final int MANY = 200;

    ManyRows reversed() {
        return new ManyRows(field, after, before, rows);
    }

    /// The same, row by row.
    Stream<Edit> each() {
        return LongStream.of(rows.sorted()).mapToObj(row -> new Edit(row, field, before, after));
    }

    private int number() {
        return ((Number) after).intValue();
    }

    /// Writes it; returns what the columns must learn once all is safe.
    Update perform(Sql sql) throws SQLException {
        String set = switch (field) {
            case STATUS -> "status = ?";
            case SPLIT -> "split = ?";
            case TAGS -> "tags = ?";
            case RATING -> "rating = ?";
            case DATASET -> "dataset = ?";
            case FLAGGED -> flag(Columns.FLAGGED);
            case BINNED -> flag(Columns.BINNED);
            case BODY, NOTE -> throw new IllegalStateException(field + " is no number.");
        };
        for (long[] part : rows.parts(AT_ONCE)) {
            if (RowIds.areRun(part)) {
                sql.change("UPDATE meta SET " + set + " WHERE id BETWEEN ? AND ?", number(), part[0],
                        part[part.length - 1]);
            } else {
                sql.change("UPDATE meta SET " + set + " WHERE id IN (SELECT value FROM json_each(?))", number(),
                        RowIds.json(part));
            }
        }
        return this::enter;
    }

    private static String flag(int flag) {
        return "flags = (flags & ~" + flag + ") | (" + flag + " * ?)";
    }

    private void enter(Columns columns, Duplicates duplicates) {
        int number = number();
        switch (field) {
            case STATUS -> rows.each(place -> columns.status[place] = (byte) number);
            case SPLIT -> rows.each(place -> columns.split[place] = (byte) number);
            case TAGS -> rows.each(place -> columns.tags[place] = number);
            case RATING -> rows.each(place -> columns.rating[place] = (byte) number);
            case DATASET -> rows.each(place -> columns.dataset[place] = number);
            case FLAGGED -> rows.each(place -> columns.setFlag(place, Columns.FLAGGED, number == 1));
            case BINNED -> bin(columns, duplicates, number == 1);
            case BODY, NOTE -> throw new IllegalStateException(field + " is no number.");
        }
    }

    private void bin(Columns columns, Duplicates duplicates, boolean binned) {
        if (rows.size() > MANY) {
            duplicates.invalidate();
        }
        rows.each(place -> {
            boolean was = columns.isPresent(place);
            if (was) {
                duplicates.leave(place);
            }
            columns.setFlag(place, Columns.BINNED, binned);
            if (columns.isPresent(place)) {
                duplicates.enter(place);
            }
        });
    }
}
