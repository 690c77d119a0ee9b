package fettle.project.example;

import fettle.example.BodyJson;
import fettle.example.Example;
import fettle.example.Remarks;
import fettle.example.RowVersion;
import fettle.project.example.Edit.Field;
import fettle.project.sqlite.Database;
import fettle.project.sqlite.Sql;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whole rows: as they stand, and as they were.
final class StoredRows {

    private final Database database;
    private final Shelf shelf;
    private final Dictionaries dictionaries;

    StoredRows(Database database, Shelf shelf, Dictionaries dictionaries) {
        this.database = database;
        this.shelf = shelf;
        this.dictionaries = dictionaries;
    }

    Optional<Example> find(long id) throws IOException {
        int place = Math.clamp(id - 1, -1, Integer.MAX_VALUE);
        Optional<Stored> stored = shelf.read(columns -> columns.exists(place))
                ? database.read(sql -> stored(sql, id))
                : Optional.empty();
        return stored.map(row -> shelf.read(columns -> example(id, row, columns)));
    }

    /// The parts of a row that are not in the columns.
    private record Stored(String json, Optional<String> generated, int line) {}

    private static Optional<Stored> stored(Sql sql, long id) throws SQLException {
        Optional<String> body = RowTable.body(sql, id);
        if (body.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Stored(body.get(), RowTable.generated(sql, id),
                (int) sql.number("SELECT line FROM meta WHERE id = ?", id)));
    }

    private Example example(long id, Stored row, Columns columns) {
        int place = (int) id - 1;
        return new Example(id, BodyJson.read(row.json()), Codes.status(columns.status[place]),
                dictionaries.tags.value(columns.tags[place]), row.generated().map(BodyJson::read),
                Dictionaries.lined(dictionaries.origins.value(columns.origin[place]), row.line()),
                remarks(columns, place));
    }

    Remarks remarks(Columns columns, int place) {
        int rating = columns.rating[place];
        boolean flagged = columns.has(place, Columns.FLAGGED);
        String note = columns.notes.getOrDefault(place, "");
        String dataset = dictionaries.datasets.value(columns.dataset[place]);
        return rating == 0 && !flagged && note.isEmpty() && dataset.isEmpty()
                ? Remarks.NONE
                : new Remarks(rating, flagged, note, dataset);
    }

    List<RowVersion> versions(long id) throws IOException {
        return database.snapshot(sql -> new RowPast(sql, id).versions());
    }

    /// The row as it was just after a step.
    Optional<Example> version(long id, long step) throws IOException {
        int place = Math.clamp(id - 1, -1, Integer.MAX_VALUE);
        boolean known = shelf.read(columns -> place >= 0 && place < columns.size());
        Optional<Then> then = known ? database.snapshot(sql -> then(sql, id, step)) : Optional.empty();
        return then.map(was -> shelf.read(columns -> was.over(example(id, was.row(), columns), dictionaries)));
    }

    private static Optional<Then> then(Sql sql, long id, long step) throws SQLException {
        Optional<Stored> row = stored(sql, id);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        boolean gone = (sql.number("SELECT flags FROM meta WHERE id = ?", id) & Columns.GONE) != 0;
        return new RowPast(sql, id).at(step, row.get().json(), gone).map(values -> new Then(row.get(), values));
    }

    /// @param values those of the time, as far as they were ever changed
    private record Then(Stored row, Map<Field, Object> values) {

        Example over(Example now, Dictionaries dictionaries) {
            Remarks remarks = now.remarks();
            return new Example(now.id(), BodyJson.read(String.valueOf(values.get(Field.BODY))),
                    Codes.status(number(Field.STATUS, Codes.of(now.status()))),
                    number(Field.TAGS, -1) < 0 ? now.tags() : dictionaries.tags.value(number(Field.TAGS, -1)),
                    now.generated(), now.origin(),
                    new Remarks(number(Field.RATING, remarks.rating()),
                            number(Field.FLAGGED, remarks.flagged() ? 1 : 0) == 1,
                            String.valueOf(values.getOrDefault(Field.NOTE, remarks.note())),
                            number(Field.DATASET, -1) < 0
                                    ? remarks.dataset()
                                    : dictionaries.datasets.value(number(Field.DATASET, -1))));
        }

        private int number(Field field, int present) {
            return ((Number) values.getOrDefault(field, present)).intValue();
        }
    }
}
