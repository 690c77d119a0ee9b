package fettle.collect.article;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// How alike two texts are: F1 of their words as multisets. A word is a run of letters and digits in lower case; of
/// Chinese, Japanese and Korean each character is one.
final class WordScore {

    private WordScore() {}

    static double f1(String found, String expected) {
        Map<String, Integer> one = words(found);
        Map<String, Integer> other = words(expected);
        int all = sum(one) + sum(other);
        int common = one.entrySet().stream()
                .mapToInt(word -> Math.min(word.getValue(), other.getOrDefault(word.getKey(), 0))).sum();
        return all == 0 ? 1 : 2.0 * common / all;
    }

    private static int sum(Map<String, Integer> words) {
        return words.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> words(String text) {
        var words = new HashMap<String, Integer>();
        var word = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().forEach(letter -> {
            boolean single = Character.isIdeographic(letter) || isKana(letter);
            if (single || !Character.isLetterOrDigit(letter)) {
                end(word, words);
            }
            if (single) {
                words.merge(Character.toString(letter), 1, Integer::sum);
            } else if (Character.isLetterOrDigit(letter)) {
                word.appendCodePoint(letter);
            }
        });
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, Map<String, Integer> words) {
        if (!word.isEmpty()) {
            words.merge(word.toString(), 1, Integer::sum);
            word.setLength(0);
        }
    }

    private static boolean isKana(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }
}
