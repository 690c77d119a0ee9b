package fettle.document.clean;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How one kind of secret looks.
///
/// @param id such as "aws-access-token"
/// @param pattern made when it is first needed
/// @param entropy in bits a character; a secret has more
/// @param group of the pattern that is the secret; 0 for the first that is not empty, else all of it
/// @param lines how many lines it may go over
/// @param leads whether up to 50 letters, digits, dots and hyphens before it belong to the match
/// @param keywords one of which stands in it, in lower case
/// @param allowed what looks like one and is none
record SecretRule(String id, Supplier<Pattern> pattern, double entropy, int group, int lines, boolean leads,
        List<String> keywords, List<Allowed> allowed) {

    private static final int LONGEST_LEAD = 50;

    /// What is no secret.
    ///
    /// @param target what the patterns are held against: "secret", "match" or "line"
    /// @param stopwords a secret that contains one is none
    record Allowed(String target, List<Pattern> patterns, KeywordIndex stopwords) {

        boolean holds(String secret, String match, String line) {
            if (stopwords.isIn(secret)) {
                return true;
            }
            String text = switch (target) {
                case "match" -> match;
                case "line" -> line;
                default -> secret;
            };
            return patterns.stream().anyMatch(one -> one.matcher(text).find());
        }
    }

    /// The first offset of a match together with what leads to it.
    int lead(String text, int start) {
        int first = start;
        while (leads && first > 0 && start - first < LONGEST_LEAD && isLead(text.charAt(first - 1))) {
            first--;
        }
        return first;
    }

    private static boolean isLead(char character) {
        return character == '.' || character == '-' || character == '_'
                || (character < 0x80 && Character.isLetterOrDigit(character));
    }

    /// Which group of a match is the secret.
    int secret(Matcher found) {
        if (group > 0) {
            return group;
        }
        for (int i = 1; i <= found.groupCount(); i++) {
            if (found.start(i) >= 0 && found.end(i) > found.start(i)) {
                return i;
            }
        }
        return 0;
    }

    boolean isRandom(String secret) {
        return entropy == 0 || Entropy.of(secret) > entropy;
    }
}
