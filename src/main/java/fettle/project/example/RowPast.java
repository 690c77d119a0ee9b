package fettle.project.example;

import fettle.example.Route;
import fettle.example.RowVersion;
import fettle.example.RowVersion.Part;
import fettle.example.Step;
import fettle.project.example.ChangeTable.Past;
import fettle.project.example.Edit.Field;
import fettle.project.sqlite.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What one row was: the steps that changed it, and its values just after any step. Reads within one snapshot.
final class RowPast {

    private final Sql sql;
    private final long id;

    RowPast(Sql sql, long id) {
        this.sql = sql;
        this.id = id;
    }

    /// The steps that changed the row, oldest first.
    List<RowVersion> versions() throws SQLException {
        var parts = new TreeMap<Long, Set<Part>>();
        for (long step : addedBy()) {
            parts.put(step, EnumSet.of(Part.ADDED));
        }
        for (Past past : ChangeTable.of(sql, id)) {
            parts.computeIfAbsent(past.step(), _ -> EnumSet.noneOf(Part.class)).add(part(past.edit().field()));
        }
        var versions = new ArrayList<RowVersion>();
        for (Map.Entry<Long, Set<Part>> entry : parts.entrySet()) {
            Optional<Step> step = Timeline.step(sql, entry.getKey());
            step.ifPresent(made -> versions.add(new RowVersion(made, Set.copyOf(entry.getValue()))));
        }
        return List.copyOf(versions);
    }

    private List<Long> addedBy() throws SQLException {
        return sql.rows("SELECT step FROM added WHERE first <= ? AND last >= ?", row -> row.getLong(1), id, id);
    }

    private static Part part(Field field) {
        return switch (field) {
            case BODY -> Part.TEXT;
            case STATUS -> Part.STATUS;
            case TAGS -> Part.TAGS;
            case SPLIT -> Part.SPLIT;
            case BINNED -> Part.BIN;
            case RATING, FLAGGED, NOTE -> Part.REMARKS;
            case DATASET -> Part.DATASET;
        };
    }

    /// The row's values just after `step`, by field, as far as they were ever changed; always with the body. Empty when
    /// the row was not there. `body` is the present one, `gone` whether the row is not there now.
    Optional<Map<Field, Object>> at(long step, String body, boolean gone) throws SQLException {
        Ancestry ancestry = Ancestry.load(sql);
        if (!ancestry.knows(step)) {
            return Optional.empty();
        }
        var values = new EnumMap<Field, Object>(Field.class);
        values.put(Field.BODY, body);
        boolean there = !gone;
        Map<Long, List<Edit>> edits = ChangeTable.of(sql, id).stream()
                .collect(Collectors.groupingBy(Past::step, Collectors.mapping(Past::edit, Collectors.toList())));
        List<Long> added = addedBy();
        Route route = ancestry.between(Timeline.load(sql).head(), step);
        for (Long back : route.back()) {
            edits.getOrDefault(back, List.of()).forEach(edit -> put(edit.reversed(), values));
            there &= !added.contains(back);
        }
        for (Long forth : route.forth()) {
            there |= added.contains(forth);
            edits.getOrDefault(forth, List.of()).forEach(edit -> put(edit, values));
        }
        return there ? Optional.of(values) : Optional.empty();
    }

    private static void put(Edit edit, Map<Field, Object> values) {
        values.put(edit.field(), edit.field() == Field.BODY
                ? ChangeTable.value(Field.BODY, edit.after(), Objects.requireNonNull(values.get(Field.BODY)))
                : edit.after());
    }
}
