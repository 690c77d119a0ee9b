package fettle.ui.source.intake;

import java.util.Locale;
import java.util.Map;

/// Kinds of problems as people read them.
final class KindWords {

    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("encoding", "Wrong encoding"),
            Map.entry("mojibake", "Wrong encoding"), Map.entry("entity", "Entity left in the text"),
            Map.entry("entities", "Entity left in the text"), Map.entry("bom", "Byte order mark"),
            Map.entry("ragged", "Too few or too many cells"), Map.entry("unclosed-quote", "Quote that is not closed"),
            Map.entry("doubled-quote", "Doubled quote at the end"), Map.entry("nul", "NUL character"),
            Map.entry("replacement-character", "Character that was lost"),
            Map.entry("lone-surrogate", "Half of a character"), Map.entry("json", "Not JSON"),
            Map.entry("not-json", "Not JSON"), Map.entry("not-an-object", "No row"),
            Map.entry("trailing-comma", "Comma too many"), Map.entry("unescaped-newline", "Line break within a text"),
            Map.entry("duplicate-key", "Key that stands twice"),
            Map.entry("json-in-cell", "JSON written into a cell"),
            Map.entry("doubly-encoded-arguments", "Arguments encoded twice"),
            Map.entry("role", "Role by another name"), Map.entry("empty-content", "Turn without text"),
            Map.entry("missing-messages", "No conversation"), Map.entry("missing-question", "Question is empty"),
            Map.entry("missing-answer", "Answer is empty"), Map.entry("not-a-message", "Turn that is none"),
            Map.entry("not-alternating", "Turns do not alternate"), Map.entry("placeholder", "Placeholder not filled"),
            Map.entry("merged-cell", "Merged cell"), Map.entry("cell-error", "Error of the workbook"),
            Map.entry("long-line", "Gigantic line"), Map.entry("missing-file", "File that is not there"),
            Map.entry("empty", "Answer is empty"));

    private KindWords() {}

    /// "Wrong encoding"; a kind that is not known is told by its own word.
    static String of(String kind) {
        String known = WORDS.get(kind);
        if (known != null) {
            return known;
        }
        String words = kind.replace('-', ' ').replace('_', ' ').strip();
        return words.isEmpty() ? "Problem" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
