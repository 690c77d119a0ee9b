package fettle.project.example;

import fettle.example.BodyJson;
import fettle.example.Change;
import fettle.job.ExpectedException;
import fettle.project.example.Edit.Field;
import fettle.project.sqlite.Sql;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Changes as edits with their before and after: one per row and field, none that changes nothing. Bodies, which are
/// large, can be taken before the rest.
final class EditList {

    private static final long MOST_CHARACTERS = 8_000_000;

    private final Sql sql;
    private final Columns columns;
    private final Dictionaries dictionaries;
    private final Map<Key, Edit> edits = new LinkedHashMap<>();
    private final Map<Long, Edit> bodies = new LinkedHashMap<>();
    private long characters;

    EditList(Sql sql, Columns columns, Dictionaries dictionaries) {
        this.sql = sql;
        this.columns = columns;
        this.dictionaries = dictionaries;
    }

    private record Key(long row, Field field) {}

    void add(Change change) throws SQLException, ExpectedException {
        int place = Math.clamp(change.id() - 1, -1, Integer.MAX_VALUE);
        if (!columns.exists(place)) {
            throw new ExpectedException("no-row", "There is no example " + change.id() + ".",
                    "It may have been deleted; undo brings it back.");
        }
        if (!(change instanceof Change.Restore) && columns.has(place, Columns.BINNED) && !isRestored(change.id())) {
            throw new ExpectedException("no-row", "The example " + change.id() + " is in the bin.",
                    "Restore it first.");
        }
        add(change, place);
    }

    /// Whether an earlier one of these changes takes the row out of the bin.
    private boolean isRestored(long row) {
        Edit known = edits.get(new Key(row, Field.BINNED));
        return known != null && known.number() == 0;
    }

    private void add(Change change, int place) throws SQLException {
        switch (change) {
            case Change.SetBody set -> setBody(set);
            case Change.SetStatus set ->
                put(set.id(), Field.STATUS, (int) columns.status[place], Codes.of(set.status()));
            case Change.SetSplit set -> put(set.id(), Field.SPLIT, (int) columns.split[place], Codes.of(set.side()));
            case Change.SetTags set -> put(set.id(), Field.TAGS, columns.tags[place],
                    dictionaries.tags.number(sql, clean(set.tags())));
            case Change.SetRating set -> put(set.id(), Field.RATING, (int) columns.rating[place], set.rating());
            case Change.SetFlag set -> put(set.id(), Field.FLAGGED, bit(place, Columns.FLAGGED), set.flagged() ? 1 : 0);
            case Change.SetNote set -> put(set.id(), Field.NOTE, columns.notes.getOrDefault(place, ""),
                    set.note().strip());
            case Change.SetDataset set -> put(set.id(), Field.DATASET, columns.dataset[place],
                    dictionaries.datasets.number(sql, set.dataset().strip()));
            case Change.Delete delete -> put(delete.id(), Field.BINNED, 0, 1);
            case Change.Restore restore -> put(restore.id(), Field.BINNED, bit(place, Columns.BINNED), 0);
        }
    }

    private int bit(int place, int flag) {
        return columns.has(place, flag) ? 1 : 0;
    }

    static List<String> clean(List<String> tags) {
        return tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList();
    }

    private void setBody(Change.SetBody set) throws SQLException {
        String after = BodyJson.write(set.body());
        Edit known = bodies.get(set.id());
        bodies.put(set.id(), known != null
                ? known.with(after)
                : new Edit(set.id(), Field.BODY, RowTable.body(sql, set.id()).orElseThrow(), after));
        characters += after.length();
    }

    private void put(long row, Field field, Object before, Object after) {
        var key = new Key(row, field);
        Edit known = edits.get(key);
        edits.put(key, known == null ? new Edit(row, field, before, after) : known.with(after));
    }

    /// Whether the bodies that wait take so much room that they are better taken now.
    boolean holdsManyBodies() {
        return characters > MOST_CHARACTERS;
    }

    /// The bodies that wait; what is added from here on comes after them.
    List<Edit> takeBodies() {
        List<Edit> taken = bodies.values().stream().filter(edit -> !edit.isEmpty()).toList();
        bodies.clear();
        characters = 0;
        return taken;
    }

    /// All edits but those of bodies that were taken.
    List<Edit> edits() {
        return Stream.concat(bodies.values().stream(), edits.values().stream()).filter(edit -> !edit.isEmpty())
                .toList();
    }

    static int rows(List<Edit> edits) {
        return (int) edits.stream().mapToLong(Edit::row).distinct().count();
    }
}
