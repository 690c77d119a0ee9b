package fettle.ui.example;

import fettle.example.ExampleFilter;
import fettle.example.ExampleQuery;
import fettle.job.ExpectedException;
import fettle.ui.example.editor.Drafts;
import fettle.ui.example.facet.FacetsViewModel;
import fettle.ui.example.facet.FacetsViewModel.Layout;
import fettle.ui.example.filter.FilterPart;
import fettle.ui.example.filter.NamedViewsViewModel;
import fettle.ui.example.filter.QueryModel;
import fettle.ui.example.table.RowColumn;
import fettle.ui.example.table.TableColumns.Shown;
import fettle.ui.example.table.TableViewModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Where a person stands on this screen, written down and taken up again: filter, search, sort, position, selection,
/// columns, facets, and what was typed and cannot be saved yet. What cannot be read of it is passed over.
record ScreenPlace(QueryModel query, TableViewModel table, FacetsViewModel facets, NamedViewsViewModel views,
        Drafts drafts) {

    ObjectNode write() {
        ObjectNode place = JsonMapper.shared().createObjectNode();
        ArrayNode parts = place.putArray("filter");
        for (FilterPart part : query.partsProperty().get()) {
            parts.addObject().put("text", part.text()).put("on", part.on()).put("name", part.name());
        }
        ExampleQuery now = query.queryProperty().get();
        place.put("search", now.search()).put("sort", now.sort()).put("descending", now.descending());
        place.put("open", table.openProperty().get()).put("line", table.firstLineProperty().get())
                .put("selected", table.selection().words());
        ArrayNode columns = place.putArray("columns");
        for (Shown column : table.columns().shownProperty().get()) {
            columns.addObject().put("id", column.column().id()).put("width", column.width())
                    .put("pinned", column.pinned());
        }
        Layout layout = facets.layoutProperty().get();
        layout.shown().forEach(facet -> place.withArray("facets").add(facet.word()));
        layout.folded().forEach(place.withArray("folded")::add);
        layout.byName().forEach(place.withArray("byName")::add);
        place.set("drafts", drafts.write());
        return place.put("view", views.current());
    }

    /// Takes it up again; returns the id of the row that was open, or -1.
    long show(JsonNode place) {
        var parts = new ArrayList<FilterPart>();
        for (JsonNode part : place.path("filter")) {
            addPart(part, parts);
        }
        table.columns().restore(columns(place.path("columns")));
        facets.restore(Layout.of(words(place.path("facets")), Set.copyOf(new HashSet<>(words(place.path("folded")))),
                Set.copyOf(new HashSet<>(words(place.path("byName"))))));
        drafts.read(place.path("drafts"));
        views.remember(place.path("view").asString(""));
        table.firstLineProperty().set(Math.max(0, place.path("line").asInt(0)));
        table.selection().restore(place.path("selected").asString(""));
        String sort = place.path("sort").asString("");
        query.show(parts, place.path("search").asString(""), ExampleFilter.FIELDS.contains(sort) ? sort : "",
                place.path("descending").asBoolean(false));
        return place.path("open").asLong(-1);
    }

    private static void addPart(JsonNode part, List<FilterPart> parts) {
        try {
            var conditions = ExampleFilter.parse(part.path("text").asString(""));
            if (!conditions.isEmpty()) {
                parts.add(new FilterPart(conditions, part.path("on").asBoolean(true), part.path("name").asString("")));
            }
        } catch (ExpectedException _) {
            // another version wrote it
        }
    }

    private static List<Shown> columns(JsonNode list) {
        var columns = new ArrayList<Shown>();
        for (JsonNode column : list) {
            RowColumn.of(column.path("id").asString("")).ifPresent(known -> columns.add(new Shown(known,
                    Math.clamp(column.path("width").asDouble(0), 0, 4000), column.path("pinned").asBoolean(false))));
        }
        return columns;
    }

    private static List<String> words(JsonNode list) {
        var words = new ArrayList<String>();
        list.forEach(word -> words.add(word.asString("")));
        return words;
    }
}
