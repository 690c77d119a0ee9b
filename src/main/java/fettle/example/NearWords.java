package fettle.example;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the row whose words are most like those of a text: the cosine of their tf-idf weights, from 0 for no common word
/// to 1 for the same words. It knows words, not meanings. For one thread at a time.
public final class NearWords {

    private static final Pattern WORD = Pattern
            .compile("\\p{IsIdeographic}|[\\p{L}\\p{N}_&&[^\\p{IsIdeographic}]]{2,}");
    /// Of each text so many words are looked at.
    private static final int MOST_WORDS = 2000;
    /// So many rows with the most in common are compared exactly.
    private static final int CANDIDATES = 64;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<List<Use>> uses = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final Map<Long, Integer> places = new HashMap<>();

    /// A word in a row; `weight` grows with the logarithm of how often.
    private record Use(int row, float weight) {}

    private record Row(long id, Map<Integer, Float> words) {}

    /// @param similarity above 0, at most 1
    public record Near(long id, double similarity) {}

    /// Rows that it knows.
    public int size() {
        return rows.size();
    }

    /// Takes a row in; one that it knows already stays as it was.
    public void add(long id, String text) {
        if (places.containsKey(id)) {
            return;
        }
        int row = rows.size();
        places.put(id, row);
        Map<Integer, Float> words = new HashMap<>();
        count(text).forEach((word, count) -> {
            int number = numbers.computeIfAbsent(word, _ -> {
                uses.add(new ArrayList<>());
                return uses.size() - 1;
            });
            float weight = weight(count);
            uses.get(number).add(new Use(row, weight));
            words.put(number, weight);
        });
        rows.add(new Row(id, words));
    }

    /// The row most like this text, but for `except`; empty when none has a word of it.
    public Optional<Near> nearest(String text, long except) {
        Map<Integer, Float> wanted = new HashMap<>();
        double unknown = 0;
        for (Map.Entry<String, Integer> word : count(text).entrySet()) {
            Integer number = numbers.get(word.getKey());
            if (number == null) {
                unknown += Math.pow(weight(word.getValue()) * rarity(1), 2);
            } else {
                wanted.put(number, weight(word.getValue()));
            }
        }
        var common = new float[rows.size()];
        wanted.forEach((word, weight) -> {
            double factor = weight * Math.pow(rarity(uses.get(word).size()), 2);
            uses.get(word).forEach(use -> common[use.row()] += (float) (factor * use.weight()));
        });
        double length = Math.sqrt(unknown + Math.pow(length(wanted), 2));
        return best(common, except, length);
    }

    private Optional<Near> best(float[] common, long except, double length) {
        List<Integer> candidates = java.util.stream.IntStream.range(0, common.length)
                .filter(row -> common[row] > 0 && rows.get(row).id() != except).boxed()
                .sorted(java.util.Comparator.comparingDouble(
                        row -> -common[row] / Math.sqrt(1 + rows.get(row).words().size())))
                .limit(CANDIDATES).toList();
        Optional<Near> best = Optional.empty();
        for (int row : candidates) {
            double similarity = Math.min(1, common[row] / (length * length(rows.get(row).words())));
            if (best.isEmpty() || similarity > best.get().similarity()) {
                best = Optional.of(new Near(rows.get(row).id(), similarity));
            }
        }
        return best;
    }

    private double length(Map<Integer, Float> words) {
        double sum = 0;
        for (Map.Entry<Integer, Float> word : words.entrySet()) {
            sum += Math.pow(word.getValue() * rarity(uses.get(word.getKey()).size()), 2);
        }
        return Math.sqrt(sum);
    }

    private double rarity(int rowsWithIt) {
        return Math.log1p((double) Math.max(1, rows.size()) / rowsWithIt);
    }

    private static float weight(int count) {
        return (float) (1 + Math.log(count));
    }

    private static Map<String, Integer> count(String text) {
        Map<String, Integer> words = new HashMap<>();
        Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
        for (int seen = 0; seen < MOST_WORDS && word.find(); seen++) {
            words.merge(word.group(), 1, Integer::sum);
        }
        return words;
    }
}
