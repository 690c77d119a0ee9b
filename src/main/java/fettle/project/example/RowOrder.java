package fettle.project.example;

import fettle.job.ExpectedException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Puts places into the order of a field; rows that are equal in it stay in import order.
final class RowOrder {

    private final Columns columns;
    private final Duplicates duplicates;
    private final Dictionaries dictionaries;

    RowOrder(Columns columns, Duplicates duplicates, Dictionaries dictionaries) {
        this.columns = columns;
        this.duplicates = duplicates;
        this.dictionaries = dictionaries;
    }

    /// Whether the order needs texts that are not in the columns; then [#byTexts] makes it.
    static boolean asksText(String field) {
        return field.equals("question") || field.equals("answer");
    }

    /// `places` is in import order, and is sorted in place.
    void sort(int[] places, String field, boolean descending) throws ExpectedException {
        long[] keys = new long[places.length];
        for (int index = 0; index < places.length; index++) {
            keys[index] = key(field, places[index]);
        }
        sortByKeys(places, keys, descending);
    }

    private long key(String field, int place) throws ExpectedException {
        return switch (field) {
            case "", "id" -> place;
            case "status" -> columns.status[place];
            case "split" -> columns.split[place];
            case "turns", "messages" -> columns.turns[place];
            case "tokens" -> columns.tokens[place];
            case "assistantTokens" -> columns.assistant[place];
            case "edited" -> columns.isEdited(place) ? 1 : 0;
            case "duplicate" -> duplicates.repeats(place) ? 1 : 0;
            case "source", "tag", "tags" -> throw new IllegalArgumentException(field + " is sorted by rank");
            default -> throw new ExpectedException("filter", "Rows cannot be sorted by `" + field + "`.",
                    "Fields are id, status, tag, turns, tokens, assistantTokens, edited, source, split, duplicate,"
                            + " question, answer.");
        };
    }

    /// Sources and tags are few: their ranks are found once.
    void sortByShared(int[] places, String field, boolean descending) {
        boolean sources = field.equals("source");
        int[] ranks = sources
                ? ranks(dictionaries.origins.size(), number -> dictionaries.origins.value(number).source())
                : ranks(dictionaries.tags.size(), number -> String.join(", ", dictionaries.tags.value(number)));
        long[] keys = new long[places.length];
        for (int index = 0; index < places.length; index++) {
            keys[index] = ranks[sources ? columns.origin[places[index]] : columns.tags[places[index]]];
        }
        sortByKeys(places, keys, descending);
    }

    private static int[] ranks(int size, java.util.function.IntFunction<String> text) {
        String[] texts = IntStream.range(0, size).mapToObj(text).toArray(String[]::new);
        String[] sorted = texts.clone();
        Arrays.sort(sorted);
        return Arrays.stream(texts).mapToInt(one -> firstOf(sorted, one)).toArray();
    }

    private static int firstOf(String[] sorted, String text) {
        int found = Arrays.binarySearch(sorted, text);
        while (found > 0 && sorted[found - 1].equals(text)) {
            found--;
        }
        return found;
    }

    /// `texts[i]` belongs to `places[i]`.
    static void byTexts(int[] places, String[] texts, boolean descending) {
        Comparator<Integer> byText = Comparator.comparing(index -> texts[index]);
        int[] before = places.clone();
        int[] order = IntStream.range(0, places.length).boxed().sorted(descending ? byText.reversed() : byText)
                .mapToInt(Integer::intValue).toArray();
        for (int index = 0; index < places.length; index++) {
            places[index] = before[order[index]];
        }
    }

    /// Sorts numbers that hold the key above and the place below: no object per row.
    private static void sortByKeys(int[] places, long[] keys, boolean descending) {
        long[] packed = new long[places.length];
        for (int index = 0; index < places.length; index++) {
            long key = descending ? -keys[index] : keys[index];
            packed[index] = (key << 32) | places[index];
        }
        Arrays.sort(packed);
        for (int index = 0; index < places.length; index++) {
            places[index] = (int) packed[index];
        }
    }
}
