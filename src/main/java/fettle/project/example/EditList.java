package fettle.project.example;

import fettle.example.BodyJson;
import fettle.example.Change;
import fettle.job.ExpectedException;
import fettle.project.example.Edit.Field;
import fettle.project.sqlite.Sql;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.EnumMap;
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
    private final Map<Field, NumberEdits> numbers = new EnumMap<>(Field.class);
    private final Map<Long, Edit> notes = new LinkedHashMap<>();
    private final Map<Long, Edit> bodies = new LinkedHashMap<>();
    private final BitSet restored = new BitSet();
    private long characters;

    EditList(Sql sql, Columns columns, Dictionaries dictionaries) {
        this.sql = sql;
        this.columns = columns;
        this.dictionaries = dictionaries;
    }

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
        return restored.get((int) row - 1);
    }

    private void add(Change change, int place) throws SQLException {
        switch (change) {
            case Change.SetBody set -> setBody(set);
            case Change.SetNote set -> setNote(set, columns.notes.getOrDefault(place, ""));
            case Change.SetStatus set -> put(Field.STATUS, place, Codes.of(set.status()));
            case Change.SetSplit set -> put(Field.SPLIT, place, Codes.of(set.side()));
            case Change.SetTags set -> put(Field.TAGS, place, dictionaries.tags.number(sql, clean(set.tags())));
            case Change.SetRating set -> put(Field.RATING, place, set.rating());
            case Change.SetFlag set -> put(Field.FLAGGED, place, set.flagged() ? 1 : 0);
            case Change.SetDataset set -> put(Field.DATASET, place,
                    dictionaries.datasets.number(sql, set.dataset().strip()));
            case Change.Delete _ -> {
                put(Field.BINNED, place, 1);
                restored.clear(place);
            }
            case Change.Restore _ -> {
                put(Field.BINNED, place, 0);
                restored.set(place);
            }
        }
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

    private void setNote(Change.SetNote set, String before) {
        String after = set.note().strip();
        Edit known = notes.get(set.id());
        notes.put(set.id(), known == null ? new Edit(set.id(), Field.NOTE, before, after) : known.with(after));
    }

    private void put(Field field, int place, int number) {
        numbers.computeIfAbsent(field, NumberEdits::new).put(place, number);
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

    /// The edits of numbers.
    List<ManyRows> numbers() {
        return numbers.values().stream().flatMap(all -> all.edits(columns).stream()).toList();
    }

    /// The edits of texts but those of bodies that were taken.
    List<Edit> texts() {
        return Stream.concat(bodies.values().stream(), notes.values().stream()).filter(edit -> !edit.isEmpty())
                .toList();
    }

    /// All edits but those of bodies that were taken, one by one.
    List<Edit> edits() {
        return Stream.concat(texts().stream(), numbers().stream().flatMap(ManyRows::each)).toList();
    }

    static int rows(List<Edit> edits) {
        return (int) edits.stream().mapToLong(Edit::row).distinct().count();
    }
}
