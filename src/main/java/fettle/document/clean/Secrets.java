package fettle.document.clean;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;

/// Keys, tokens and passwords that lie in a text, found by gitleaks' rules: a keyword, a pattern near it, enough entropy,
/// and nothing that is known to be none.
public final class Secrets {

    /// How far a pattern may reach before its keyword and behind it, in UTF-16 units: long lines are not read as a whole.
    private static final int BEFORE = 256;
    private static final int BEHIND = 2000;

    /// A private key is the longest.
    private static final int BEHIND_KEY = 20_000;
    private static final int LINES_OF_KEY = 100;

    private static final String GENERIC = "generic-api-key";

    private Secrets() {}

    /// A stretch of a text that is a secret.
    ///
    /// @param start in UTF-16 units
    /// @param end exclusive
    /// @param kind such as "aws-access-token"
    public record Span(int start, int end, String kind) {}

    /// The secrets of `text`, one behind the other.
    public static List<Span> find(String text) {
        SecretRules rules = SecretRules.GITLEAKS;
        var spans = new ArrayList<Span>();
        Map<SecretRule, Integer> read = new HashMap<>();
        rules.keywords().scan(text, (word, end) -> {
            SecretRule rule = rules.owners().get(word);
            int keyword = end - 1;
            int done = read.getOrDefault(rule, 0);
            int stop = stop(text, keyword, rule.lines());
            if (stop > done && done - keyword < behind(rule.lines()) / 2) {
                search(text, rule, start(text, keyword), stop, spans);
                read.put(rule, stop);
            }
        });
        return apart(spans);
    }

    /// The text with each secret replaced by its kind, such as `[secret: github-pat]`.
    public static String mask(String text) {
        return Edit.apply(text, edits(text));
    }

    static List<Edit> edits(String text) {
        return find(text).stream().map(span -> new Edit(span.start(), span.end(), "[secret: " + span.kind() + "]"))
                .toList();
    }

    private static int start(String text, int keyword) {
        return lineStart(text, keyword, keyword - BEFORE);
    }

    /// Behind the line end, which many patterns end with.
    private static int stop(String text, int keyword, int lines) {
        int most = Math.min(text.length(), keyword + behind(lines));
        int stop = keyword;
        for (int line = 0; line < lines && stop < most; line++) {
            stop = Math.min(most, lineEnd(text, stop, most) + 1);
        }
        return stop;
    }

    /// Where the line at `from` begins, but not before `least`.
    private static int lineStart(String text, int from, int least) {
        int start = from;
        while (start > 0 && start > least && text.charAt(start - 1) != '\n') {
            start--;
        }
        return start;
    }

    /// Where the line at `from` ends, but not behind `most`.
    private static int lineEnd(String text, int from, int most) {
        int end = from;
        while (end < most && text.charAt(end) != '\n') {
            end++;
        }
        return end;
    }

    private static int behind(int lines) {
        return lines < LINES_OF_KEY ? BEHIND : BEHIND_KEY;
    }

    private static void search(String text, SecretRule rule, int start, int stop, List<Span> spans) {
        Matcher found = rule.pattern().get().matcher(text).region(start, stop).useTransparentBounds(true)
                .useAnchoringBounds(false);
        while (found.find()) {
            int group = rule.secret(found);
            String secret = found.group(group);
            if (rule.isRandom(secret) && !isAllowed(text, rule, found, secret)) {
                spans.add(new Span(found.start(group), found.end(group), rule.id()));
            }
        }
    }

    private static boolean isAllowed(String text, SecretRule rule, Matcher found, String secret) {
        String match = text.substring(rule.lead(text, found.start()), found.end());
        int last = Math.max(found.start(), found.end() - 1);
        String around = text.substring(lineStart(text, found.start(), found.start() - BEFORE),
                lineEnd(text, last, Math.min(text.length(), last + BEFORE)));
        return SecretRules.GITLEAKS.allowed().holds(secret, match, around)
                || rule.allowed().stream().anyMatch(one -> one.holds(secret, match, around));
    }

    /// Where two overlap, the longer one of a special rule stands for both.
    private static List<Span> apart(List<Span> spans) {
        var ranked = new ArrayList<>(spans);
        ranked.sort(Comparator.comparing((Span span) -> span.kind().equals(GENERIC))
                .thenComparingInt(span -> span.start() - span.end()).thenComparingInt(Span::start));
        var kept = new TreeMap<Integer, Span>();
        for (Span span : ranked) {
            var before = kept.floorEntry(span.end() - 1);
            if (before == null || before.getValue().end() <= span.start()) {
                kept.put(span.start(), span);
            }
        }
        return List.copyOf(kept.values());
    }
}
