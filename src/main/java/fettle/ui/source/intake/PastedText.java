package fettle.ui.source.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a text from the clipboard is: rows to import, addresses to read, or neither.
public sealed interface PastedText {

    /// Cells or JSON, to be read as a file of this ending.
    record Rows(String text, String ending) implements PastedText {}

    /// Web pages and repositories, each once, in their order.
    record Addresses(List<String> addresses) implements PastedText {}

    /// Nothing that could be brought in.
    record Neither() implements PastedText {}

    Pattern ADDRESS = Pattern.compile("(?:https?://|github:|git:|git@)\\S+", Pattern.CASE_INSENSITIVE);

    /// Tells what a text is by its lines.
    static PastedText of(String text) {
        List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty()) {
            return new Neither();
        }
        if (lines.stream().allMatch(line -> ADDRESS.matcher(line).matches())) {
            return new Addresses(lines.stream().distinct().toList());
        }
        return ending(text, lines).<PastedText>map(ending -> new Rows(text, ending)).orElseGet(Neither::new);
    }

    private static Optional<String> ending(String text, List<String> lines) {
        String first = lines.getFirst();
        if (first.startsWith("[")) {
            return Optional.of("json");
        }
        if (first.startsWith("{")) {
            return Optional.of(lines.size() > 1 && lines.get(1).startsWith("{") ? "jsonl" : "json");
        }
        if (text.indexOf('\t') >= 0) {
            return Optional.of("tsv");
        }
        boolean table = lines.size() > 1 && List.of(",", ";", "|").stream()
                .anyMatch(separator -> lines.stream().limit(20).filter(line -> line.contains(separator))
                        .count() >= Math.min(2, lines.size()) && first.toLowerCase(Locale.ROOT).contains(separator));
        return table ? Optional.of("csv") : Optional.empty();
    }
}
