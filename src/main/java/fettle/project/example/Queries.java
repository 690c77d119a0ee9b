package fettle.project.example;

import fettle.example.ExampleQuery;
import fettle.example.ExampleQuery.Condition;
import fettle.project.sqlite.Database;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/// Answers queries: columns first, texts only of what is left.
final class Queries {

    private final Shelf shelf;
    private final Database database;
    private final RowFilter filter;
    private final RowOrder order;
    private final TextScan texts;

    Queries(Shelf shelf, Database database, Dictionaries dictionaries) {
        this.shelf = shelf;
        this.database = database;
        this.filter = new RowFilter(shelf.columns, shelf.duplicates, dictionaries);
        this.order = new RowOrder(shelf.columns, shelf.duplicates, dictionaries);
        this.texts = new TextScan(database);
    }

    /// The places of the rows, in the query's order.
    int[] places(ExampleQuery query) throws IOException {
        BitSet found = shelf.readWithDuplicates(columns -> byColumns(columns, query.where()));
        byTexts(found, query);
        int[] places = found.stream().toArray();
        sort(places, query.sort(), query.descending());
        return places;
    }

    private BitSet byColumns(Columns columns, List<Condition> where) throws IOException {
        var predicates = new ArrayList<IntPredicate>();
        for (Condition condition : where) {
            if (!RowFilter.asksText(condition)) {
                predicates.add(filter.predicate(condition));
            }
        }
        var found = new BitSet(columns.size());
        for (int place = 0; place < columns.size(); place++) {
            if (columns.isPresent(place) && fits(predicates, place)) {
                found.set(place);
            }
        }
        return found;
    }

    private static boolean fits(List<IntPredicate> predicates, int place) {
        for (IntPredicate predicate : predicates) {
            if (!predicate.test(place)) {
                return false;
            }
        }
        return true;
    }

    private void byTexts(BitSet found, ExampleQuery query) throws IOException {
        for (Condition condition : query.where()) {
            if (RowFilter.asksText(condition)) {
                Predicate<String> fits = RowFilter.textPredicate(condition);
                int column = condition.field().equals("question") ? 2 : 3;
                texts.retain(found, row -> fits.test(row.getString(column)));
            }
        }
        if (!query.search().isBlank()) {
            texts.retain(found, TextScan.words(query.search()));
        }
    }

    private void sort(int[] places, String field, boolean descending) throws IOException {
        if (RowOrder.asksText(field)) {
            RowOrder.byTexts(places, previews(places, field), descending);
        } else {
            shelf.readWithDuplicates(_ -> {
                if (field.equals("source") || field.equals("tag") || field.equals("tags")) {
                    order.sortByShared(places, field, descending);
                } else if (!field.isEmpty() || descending) {
                    order.sort(places, field, descending);
                }
                return places;
            });
        }
    }

    private String[] previews(int[] places, String field) throws IOException {
        String column = field.equals("question") ? "question" : "answer";
        return database.scan(sql -> {
            var found = new String[places.length];
            for (int index = 0; index < places.length; index++) {
                found[index] = sql.one("SELECT " + column + " FROM body WHERE id = ?", row -> row.getString(1),
                        places[index] + 1).orElse("");
            }
            return found;
        });
    }
}
