package fettle.project.example;

import fettle.example.ExampleQuery;
import fettle.example.ExampleQuery.Condition;
import fettle.example.FacetCounts;
import fettle.example.FacetCounts.Bars;
import fettle.example.FacetCounts.Choice;
import fettle.job.ExpectedException;
import fettle.project.search.SearchIndex;
import fettle.project.sqlite.Database;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Answers queries: columns first, texts only of what is left.
final class Queries {

    private final Shelf shelf;
    private final Fields fields;
    private final RowTexts texts;
    private final TextOrder order;
    private final KnownRows known = new KnownRows();

    Queries(Shelf shelf, Database database, Fields fields, SearchIndex index) {
        this.shelf = shelf;
        this.fields = fields;
        this.texts = new RowTexts(database, new TextSearch(shelf, index, new TextScan(database)));
        this.order = new TextOrder(database, shelf);
    }

    /// The places of the rows, in the query's order.
    int[] places(ExampleQuery query) throws IOException {
        requireOrder(query.sort());
        BitSet found = filtered(query);
        texts.retain(found, query.search());
        return sorted(found, query);
    }

    /// The rows that fit the conditions, the search left aside.
    private BitSet filtered(ExampleQuery query) throws IOException {
        Hits hits = shelf.readWithDuplicates(columns -> byColumns(columns, query.where()));
        BitSet found = hits.all();
        for (Condition condition : query.where()) {
            if (Fields.asksText(condition.field())) {
                texts.retain(found, condition);
            }
        }
        return found;
    }

    /// The first places of a query, at most `count`.
    int[] first(ExampleQuery query, int count) throws IOException {
        if (query.sort().isEmpty() && !query.descending()) {
            return texts.first(filtered(query), query.search(), count);
        }
        requireOrder(query.sort());
        return texts.first(sorted(filtered(query), query), query.search(), count);
    }

    private void requireOrder(String field) throws ExpectedException {
        if (field.equals("text")) {
            throw new ExpectedException("filter", "Rows cannot be sorted by `text`.", "Sort by question or answer.");
        } else if (!field.isEmpty() && !Fields.asksText(field)) {
            fields.of(field);
        }
    }

    /// The rows that may be seen, and which of them fit each condition.
    private record Hits(BitSet visible, Map<Condition, BitSet> fitting) {

        BitSet all() {
            return without("");
        }

        /// The rows that fit all conditions but those on one field.
        BitSet without(String field) {
            BitSet rows = (BitSet) visible.clone();
            fitting.forEach((condition, fits) -> {
                if (!condition.field().equals(field)) {
                    rows.and(fits);
                }
            });
            return rows;
        }
    }

    private Hits byColumns(Columns columns, List<Condition> where) throws IOException {
        int size = columns.size();
        Map<Condition, BitSet> fitting = new LinkedHashMap<>();
        for (Condition condition : where) {
            if (!Fields.asksText(condition.field()) && !fitting.containsKey(condition)) {
                fitting.put(condition, known.of(shelf.version(), condition,
                        () -> fields.of(condition.field()).fitting(condition, size)));
            }
        }
        boolean binToo = where.stream().anyMatch(condition -> condition.field().equals("bin"));
        BitSet visible = known.of(shelf.version(), binToo ? "there" : "seen", () -> Bits.without(fields.flags(), size,
                binToo ? Columns.GONE : Columns.GONE | Columns.BINNED));
        return new Hits((BitSet) visible.clone(), fitting);
    }

    private int[] sorted(BitSet found, ExampleQuery query) throws IOException {
        int[] places = places(found);
        String field = query.sort();
        if (Fields.asksText(field)) {
            return order.sorted(places, field, query.descending());
        }
        if (field.isEmpty() || field.equals("id")) {
            return query.descending() ? reversed(places) : places;
        }
        if (places.length > 1) {
            shelf.readWithDuplicates(columns -> {
                int[] keys = fields.of(field).order().all(columns.size());
                RowOrder.sort(places, keys, query.descending());
                return places;
            });
        }
        return places;
    }

    private static int[] reversed(int[] places) {
        int[] reversed = new int[places.length];
        for (int index = 0; index < places.length; index++) {
            reversed[index] = places[places.length - 1 - index];
        }
        return reversed;
    }

    static int[] places(BitSet found) {
        int[] places = new int[found.cardinality()];
        int index = 0;
        for (int place = found.nextSetBit(0); place >= 0; place = found.nextSetBit(place + 1)) {
            places[index++] = place;
        }
        return places;
    }

    /// Counts fields, each under all conditions but its own.
    FacetCounts facets(ExampleQuery query, List<String> names) throws IOException {
        Hits hits = shelf.readWithDuplicates(columns -> byColumns(columns, query.where()));
        for (String name : names) {
            fields.of(name);
        }
        askTexts(hits, query, names);
        Map<String, List<Choice>> choices = new LinkedHashMap<>();
        Map<String, Bars> bars = new LinkedHashMap<>();
        BitSet all = hits.all();
        Set<String> conditioned = new HashSet<>();
        query.where().forEach(condition -> conditioned.add(condition.field()));
        for (String name : names) {
            BitSet rows = conditioned.contains(name) ? hits.without(name) : all;
            switch (shelf.readWithDuplicates(_ -> fields.of(name).count(rows, named(query, name)))) {
                case Field.Tally.Choices(var found) -> choices.put(name, found);
                case Field.Tally.Histogram(var found) -> bars.put(name, found);
            }
        }
        return new FacetCounts(all.cardinality(), choices, bars);
    }

    /// Answers the conditions on texts, and the search, for all rows that any of the fields may count.
    private void askTexts(Hits hits, ExampleQuery query, List<String> names) throws IOException {
        List<Condition> asked = query.where().stream().filter(condition -> Fields.asksText(condition.field()))
                .distinct().toList();
        if (asked.isEmpty() && query.search().isBlank()) {
            return;
        }
        BitSet wanted = hits.all();
        names.forEach(name -> wanted.or(hits.without(name)));
        texts.retain(wanted, query.search());
        for (Condition condition : asked) {
            texts.retain(wanted, condition);
        }
        hits.visible().and(wanted);
    }

    private static Set<String> named(ExampleQuery query, String field) {
        Set<String> named = new HashSet<>();
        for (Condition condition : query.where()) {
            if (condition.field().equals(field)
                    && (condition.op() == Condition.Op.EQ || condition.op() == Condition.Op.NE)) {
                named.addAll(condition.values());
            }
        }
        return named;
    }
}
