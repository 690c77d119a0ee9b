package fettle.token.bpe;

import fettle.token.TokenException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/// What happens to text before it is merged, as a `tokenizer.json` says it: the normaliser, and the steps that cut text
/// into pieces.
final class Splitter {

    private static final String GPT2 = "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";

    /// White space as Unicode has it; Java's own `\s` means ASCII.
    private static final String SPACES = "\\t-\\r\\x85\\p{Z}";

    /// Cuts one text and hands the pieces on, in order.
    @FunctionalInterface
    private interface Step {

        void split(String text, Consumer<String> pieces);
    }

    private final UnaryOperator<String> normaliser;
    private final Step steps;

    private Splitter(UnaryOperator<String> normaliser, Step steps) {
        this.normaliser = normaliser;
        this.steps = steps;
    }

    /// Throws when either part is of a kind that is not known here.
    static Splitter of(JsonNode normaliser, JsonNode preTokenizer) throws TokenException {
        return new Splitter(normaliser(normaliser), step(preTokenizer));
    }

    String normalise(String text) {
        return normaliser.apply(text);
    }

    void split(String text, Consumer<String> pieces) {
        steps.split(text, pieces);
    }

    private static UnaryOperator<String> normaliser(JsonNode node) throws TokenException {
        if (node.isNull() || node.isMissingNode()) {
            return text -> text;
        }
        String type = node.path("type").asString("");
        return switch (type) {
            case "NFC", "NFD", "NFKC", "NFKD" -> {
                var form = Normalizer.Form.valueOf(type);
                yield text -> Normalizer.normalize(text, form);
            }
            case "Sequence" -> {
                UnaryOperator<String> all = text -> text;
                for (JsonNode part : node.path("normalizers")) {
                    UnaryOperator<String> first = all;
                    UnaryOperator<String> then = normaliser(part);
                    all = text -> then.apply(first.apply(text));
                }
                yield all;
            }
            default -> throw new TokenException("The tokenizer normalises text by \"" + type
                    + "\", which Fettle does not know; it knows NFC, NFD, NFKC and NFKD.");
        };
    }

    private static Step step(JsonNode node) throws TokenException {
        if (node.isNull() || node.isMissingNode()) {
            return (text, pieces) -> pieces.accept(text);
        }
        String type = node.path("type").asString("");
        return switch (type) {
            case "Sequence" -> sequence(node.path("pretokenizers"));
            case "ByteLevel" -> byteLevel(node);
            case "Digits" -> split(node.path("individual_digits").asBoolean(false) ? "\\p{N}" : "\\p{N}+", "Isolated",
                    false);
            case "Split" -> split(pattern(node.path("pattern")), node.path("behavior").asString(""),
                    node.path("invert").asBoolean(false));
            default -> throw new TokenException("The tokenizer splits text by \"" + type
                    + "\", which Fettle does not know; it reads byte-level BPE as in GPT-2, Llama 3, SmolLM2 and Qwen.");
        };
    }

    private static Step sequence(JsonNode parts) throws TokenException {
        var all = new ArrayList<Step>();
        for (JsonNode part : parts) {
            all.add(step(part));
        }
        return chain(all);
    }

    private static Step chain(List<Step> steps) {
        if (steps.isEmpty()) {
            return (text, pieces) -> pieces.accept(text);
        }
        Step first = steps.getFirst();
        if (steps.size() == 1) {
            return first;
        }
        Step rest = chain(steps.subList(1, steps.size()));
        return (text, pieces) -> first.split(text, part -> rest.split(part, pieces));
    }

    private static Step byteLevel(JsonNode node) throws TokenException {
        Step cut = node.path("use_regex").asBoolean(true)
                ? split(GPT2, "Isolated", false)
                : (text, pieces) -> pieces.accept(text);
        if (!node.path("add_prefix_space").asBoolean(true)) {
            return cut;
        }
        return (text, pieces) -> cut.split(text.startsWith(" ") ? text : " " + text, pieces);
    }

    private static String pattern(JsonNode node) {
        return node.has("Regex") ? node.path("Regex").asString("") : Pattern.quote(node.path("String").asString(""));
    }

    private static Step split(String regex, String behaviour, boolean invert) throws TokenException {
        boolean removed = behaviour.equals("Removed");
        if (!removed && !behaviour.equals("Isolated")) {
            throw new TokenException("The tokenizer splits text with the behaviour \"" + behaviour
                    + "\", which Fettle does not know; it knows Isolated and Removed.");
        }
        Pattern pattern;
        try {
            pattern = Pattern.compile(toJava(regex));
        } catch (PatternSyntaxException broken) {
            throw new TokenException("The tokenizer's pattern cannot be read: " + broken.getDescription() + ".",
                    broken);
        }
        return (text, pieces) -> {
            Matcher matcher = pattern.matcher(text);
            int done = 0;
            while (matcher.find()) {
                if (matcher.end() == matcher.start()) {
                    continue;
                }
                give(text, done, matcher.start(), removed && invert, pieces);
                give(text, matcher.start(), matcher.end(), removed && !invert, pieces);
                done = matcher.end();
            }
            give(text, done, text.length(), removed && invert, pieces);
        };
    }

    private static void give(String text, int from, int to, boolean drop, Consumer<String> pieces) {
        if (from < to && !drop) {
            pieces.accept(text.substring(from, to));
        }
    }

    /// The pattern in Java's dialect: white space and case are Unicode's.
    private static String toJava(String regex) {
        var java = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\' && i + 1 < regex.length()) {
                char escaped = regex.charAt(++i);
                switch (escaped) {
                    case 's' -> java.append(inClass ? SPACES : "[" + SPACES + "]");
                    case 'S' -> java.append("[^").append(SPACES).append(']');
                    default -> java.append(c).append(escaped);
                }
                continue;
            }
            if (c == '[' && inClass) {
                java.append('\\');
            }
            inClass = c == '[' || (inClass && c != ']');
            java.append(c);
        }
        return java.toString().replace("(?i:", "(?iu:").replace("(?i)", "(?iu)");
    }
}
