package fettle.project.example;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The texts that the numbers of a dictionary stand for: one, several, or none for a blank. Follows the dictionary as it
/// grows. Safe for use by several threads.
///
/// @param <T> what the dictionary holds
final class Values<T> {

    private final Dictionary<T> dictionary;
    private final Function<T, List<String>> texts;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> distinct = new ArrayList<>();
    private int[][] ofCode = new int[0][];
    private int codes;
    private long generation = -1;
    private Index index = new Index(new String[0], new int[0][], 0);

    Values(Dictionary<T> dictionary, Function<T, List<String>> texts) {
        this.dictionary = dictionary;
        this.texts = texts;
    }

    /// What the dictionary holds now.
    synchronized Index index() {
        int size;
        synchronized (dictionary) {
            size = dictionary.size();
            if (generation != dictionary.generation()) {
                generation = dictionary.generation();
                numbers.clear();
                distinct.clear();
                codes = 0;
            } else if (size == codes) {
                return index;
            }
            ofCode = Arrays.copyOf(ofCode, Math.max(size, ofCode.length + ofCode.length / 2));
            for (; codes < size; codes++) {
                ofCode[codes] = texts.apply(dictionary.value(codes)).stream().filter(text -> !text.isEmpty())
                        .mapToInt(this::number).distinct().toArray();
            }
        }
        index = new Index(distinct.toArray(String[]::new), ofCode, size);
        return index;
    }

    private int number(String text) {
        return numbers.computeIfAbsent(text, fresh -> {
            distinct.add(fresh);
            return distinct.size() - 1;
        });
    }

    /// Words that never change: the code is the place in the list.
    static Index fixed(List<String> words) {
        int[][] own = new int[words.size()][];
        Arrays.setAll(own, code -> new int[]{code});
        return new Index(words.toArray(String[]::new), own, own.length);
    }

    /// The values at one time.
    static final class Index {

        final String[] values;

        /// The numbers of the values that a code stands for; the first [#codes] are in use.
        final int[][] ofCode;
        final int codes;
        private int[] ranks = new int[0];

        Index(String[] values, int[][] ofCode, int codes) {
            this.values = values;
            this.ofCode = ofCode;
            this.codes = codes;
        }

        /// By code, the place of its texts among all in alphabetical order; blank for none.
        synchronized int[] ranks() {
            if (ranks.length != codes) {
                String[] joined = new String[codes];
                Arrays.setAll(joined, this::joined);
                String[] sorted = Arrays.stream(joined).distinct().sorted().toArray(String[]::new);
                ranks = new int[codes];
                Arrays.setAll(ranks, code -> joined[code].isEmpty()
                        ? Column.BLANK
                        : Arrays.binarySearch(sorted, joined[code]));
            }
            return ranks;
        }

        private String joined(int code) {
            int[] own = ofCode[code];
            return own.length == 1
                    ? values[own[0]]
                    : String.join(", ", Arrays.stream(own).mapToObj(value -> values[value]).toList());
        }
    }
}
