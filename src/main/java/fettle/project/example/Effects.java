package fettle.project.example;

import fettle.project.example.RowTable.Update;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// What memory must learn once a change is safe. Of a change of very many rows it only knows that all must be read anew.
final class Effects {

    /// From this many edits of bodies and of the bin on, duplicates are derived anew instead of row by row.
    private static final int MANY = 200;

    /// From this many on, reading all columns anew costs less than to remember what became of each.
    private static final int MOST = 50_000;

    private final List<Update> updates = new ArrayList<>();
    private final BitSet places = new BitSet();
    private int repeating;
    private boolean everything;

    void add(Update update) {
        if (updates.size() == MOST) {
            everything = true;
            updates.clear();
        }
        if (!everything) {
            updates.add(update);
        }
    }

    void add(Edit edit, Update update) {
        places.set(edit.place());
        repeating += edit.concernsDuplicates() ? 1 : 0;
        add(update);
    }

    /// Whether the columns must be read anew.
    boolean areEverything() {
        return everything;
    }

    boolean areNothing() {
        return updates.isEmpty() && !everything;
    }

    /// The places of rows that were edited.
    BitSet places() {
        return places;
    }

    void enter(Columns columns, Duplicates duplicates) {
        if (repeating > MANY) {
            duplicates.invalidate();
        }
        updates.forEach(update -> update.on(columns, duplicates));
    }
}
