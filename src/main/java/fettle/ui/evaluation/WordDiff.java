package fettle.ui.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Which words of an answer stand in the reference, and which do not.
final class WordDiff {

    private static final int MOST = 1_500;

    private WordDiff() {}

    /// A run of words.
    ///
    /// @param same whether the reference has them at this place
    record Run(String text, boolean same) {}

    /// The answer in runs, in order. Case and punctuation at the ends of words do not count.
    static List<Run> of(String answer, String reference) {
        String[] words = words(answer);
        String[] expected = words(reference);
        if (words.length == 0 || words.length > MOST || expected.length > MOST) {
            return answer.isBlank() ? List.of() : List.of(new Run(answer.strip(), words.length > MOST));
        }
        boolean[] same = same(words, expected);
        var runs = new ArrayList<Run>();
        int from = 0;
        for (int index = 1; index <= words.length; index++) {
            if (index == words.length || same[index] != same[from]) {
                runs.add(new Run(String.join(" ", List.of(words).subList(from, index)), same[from]));
                from = index;
            }
        }
        return List.copyOf(runs);
    }

    /// Marks the words of a longest common subsequence.
    private static boolean[] same(String[] words, String[] expected) {
        int[][] longest = new int[words.length + 1][expected.length + 1];
        for (int word = words.length - 1; word >= 0; word--) {
            for (int other = expected.length - 1; other >= 0; other--) {
                longest[word][other] = alike(words[word], expected[other])
                        ? longest[word + 1][other + 1] + 1
                        : Math.max(longest[word + 1][other], longest[word][other + 1]);
            }
        }
        boolean[] same = new boolean[words.length];
        int word = 0;
        int other = 0;
        while (word < words.length && other < expected.length) {
            if (alike(words[word], expected[other])) {
                same[word++] = true;
                other++;
            } else if (longest[word + 1][other] >= longest[word][other + 1]) {
                word++;
            } else {
                other++;
            }
        }
        return same;
    }

    private static boolean alike(String word, String other) {
        return plain(word).equals(plain(other));
    }

    private static String plain(String word) {
        String bare = word.replaceAll("^[\\p{Punct}]+|[\\p{Punct}]+$", "").toLowerCase(Locale.ROOT);
        return bare.isEmpty() ? word : bare;
    }

    private static String[] words(String text) {
        return text.isBlank() ? new String[0] : text.strip().split("\\s+");
    }
}
