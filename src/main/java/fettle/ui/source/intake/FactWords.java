package fettle.ui.source.intake;

import fettle.example.FilePreview;
import fettle.example.RowReader.RawRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// What is known of a file, in few words.
final class FactWords {

    private static final Map<Character, String> SEPARATORS = Map.of(',', "Comma", ';', "Semicolon", '\t', "Tab", '|',
            "Bar", ':', "Colon", ' ', "Blank");

    private FactWords() {}

    static String separator(char separator) {
        return SEPARATORS.getOrDefault(separator, "“" + separator + "”");
    }

    static String quote(char quote) {
        return switch (quote) {
            case '"' -> "Double quotes";
            case '\'' -> "Single quotes";
            case 0 -> "No quotes";
            default -> "Quoted by " + quote;
        };
    }

    /// "UTF-8 with BOM".
    static String encoding(String encoding) {
        return encoding.replace("with a byte order mark", "with BOM");
    }

    /// "Shape: table, question → user, answer → assistant".
    static String shape(FilePreview file) {
        if (!file.recognised()) {
            return "Shape: not recognised";
        }
        String made = file.mapping().entrySet().stream().filter(part -> !part.getKey().equals("messages"))
                .map(part -> flat(part.getValue()) + " → " + part.getKey()).collect(Collectors.joining(", "));
        return "Shape: " + (file.dialect().isPresent() || !file.sheets().isEmpty() ? "table" : file.shape().word())
                + (made.isEmpty() ? "" : ", " + made);
    }

    private static String flat(String value) {
        String line = value.replace('\n', ' ').replace('\r', ' ');
        return line.length() > 36 ? line.substring(0, 35) + "…" : line;
    }

    /// Whether a cell of the first rows holds a line break.
    static boolean hasLongCells(FilePreview file) {
        return file.dialect().isPresent() && file.rawRows().stream().anyMatch(FactWords::breaksLines);
    }

    private static boolean breaksLines(RawRow row) {
        return row.value().stream().flatMap(value -> value.valueStream()).filter(JsonNode::isString)
                .anyMatch(cell -> cell.stringValue().indexOf('\n') >= 0);
    }

    /// The columns that nothing is made from.
    static List<String> unused(FilePreview file) {
        if (file.mapping().isEmpty()) {
            return List.of();
        }
        String made = String.join("\n", file.mapping().values());
        return file.columns().stream().filter(column -> !file.mapping().containsValue(column)
                && !made.contains("{{" + column + "}}")
                && !List.of(made.split("[\n+]")).contains(column)).toList();
    }

    /// "1.4 MB".
    static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double size = bytes / 1000.0;
        for (String unit : List.of("kB", "MB", "GB")) {
            if (size < 1000 || unit.equals("GB")) {
                return String.format(java.util.Locale.ENGLISH, size < 10 ? "%.1f %s" : "%.0f %s", size, unit);
            }
            size /= 1000;
        }
        return "";
    }
}
