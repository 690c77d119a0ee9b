package fettle.project.example;

import fettle.project.example.Edit.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Numbers that rows are to get in one field, gathered without an object for each row.
final class NumberEdits {

    private final Field field;
    private int[] places = new int[4];
    private int[] numbers = new int[4];
    private int size;

    NumberEdits(Field field) {
        this.field = field;
    }

    /// The row at `place` is to get `number`; of several for one row the last one counts.
    void put(int place, int number) {
        if (size == places.length) {
            places = Arrays.copyOf(places, size * 2);
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        places[size] = place;
        numbers[size++] = number;
    }

    /// What this changes: rows with the same number before and after are together, rows that have their number already
    /// are left out.
    List<ManyRows> edits(Columns columns) {
        Map<Long, RowIds> groups = new LinkedHashMap<>();
        long known = Long.MIN_VALUE;
        RowIds rows = new RowIds();
        long[] order = order();
        for (int index = 0; index < size; index++) {
            int place = (int) (order[index] >>> 32);
            boolean last = index + 1 == size || (int) (order[index + 1] >>> 32) != place;
            int after = numbers[(int) order[index]];
            int before = present(columns, place);
            if (last && before != after) {
                long change = ((long) before << 32) | after;
                if (change != known) { // most often it is the same as that of the row before
                    known = change;
                    rows = groups.computeIfAbsent(change, _ -> new RowIds());
                }
                rows.add(place + 1L);
            }
        }
        var edits = new ArrayList<ManyRows>();
        groups.forEach((change, ids) -> edits.add(
                new ManyRows(field, (int) (change >> 32), change.intValue(), ids)));
        return edits;
    }

    /// Places above, the order of coming below, sorted.
    private long[] order() {
        long[] order = new long[size];
        for (int index = 0; index < size; index++) {
            order[index] = ((long) places[index] << 32) | index;
        }
        Arrays.sort(order);
        return order;
    }

    private int present(Columns columns, int place) {
        return switch (field) {
            case STATUS -> columns.status[place];
            case SPLIT -> columns.split[place];
            case TAGS -> columns.tags[place];
            case RATING -> columns.rating[place];
            case DATASET -> columns.dataset[place];
            case FLAGGED -> columns.has(place, Columns.FLAGGED) ? 1 : 0;
            case BINNED -> columns.has(place, Columns.BINNED) ? 1 : 0;
            case BODY, NOTE -> throw new IllegalStateException(field + " is no number.");
        };
    }
}
