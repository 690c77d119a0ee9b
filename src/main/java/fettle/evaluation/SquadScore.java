package fettle.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Exact match and token F1 as SQuAD defines them (evaluate-v2.0.py): lower case, punctuation, articles and blanks are
/// ignored. A token is a run of characters between blanks, so text without blanks counts as one.
///
/// @param exact 1 or 0
/// @param f1 0..1
public record SquadScore(double exact, double f1) {

    /// Python's `string.punctuation`; others, such as typographic quotes, stay.
    private static final Pattern PUNCTUATION = Pattern.compile("[!\"#$%&'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~]");
    private static final Pattern ARTICLES = Pattern.compile("\\b(a|an|the)\\b", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern BLANKS = Pattern.compile("[\\s\\x1c-\\x1f\\x85]+", Pattern.UNICODE_CHARACTER_CLASS);

    /// Scores an answer against the expected one.
    public static SquadScore of(String answer, String expected) {
        String said = normalised(answer);
        String wanted = normalised(expected);
        return new SquadScore(said.equals(wanted) ? 1 : 0, f1(tokens(said), tokens(wanted)));
    }

    static String normalised(String text) {
        String plain = PUNCTUATION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        return String.join(" ", tokens(ARTICLES.matcher(plain).replaceAll(" ")));
    }

    private static List<String> tokens(String text) {
        return Arrays.stream(BLANKS.split(text)).filter(token -> !token.isEmpty()).toList();
    }

    private static double f1(List<String> said, List<String> wanted) {
        if (said.isEmpty() || wanted.isEmpty()) {
            return said.equals(wanted) ? 1 : 0; // "If either is no-answer, then F1 is 1 if they agree, 0 otherwise"
        }
        Map<String, Integer> left = new HashMap<>();
        wanted.forEach(token -> left.merge(token, 1, Integer::sum));
        int same = 0;
        for (String token : said) {
            int more = left.getOrDefault(token, 0);
            if (more > 0) {
                left.put(token, more - 1);
                same++;
            }
        }
        if (same == 0) {
            return 0;
        }
        double precision = (double) same / said.size();
        double recall = (double) same / wanted.size();
        return 2 * precision * recall / (precision + recall);
    }
}
