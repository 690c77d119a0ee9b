package fettle.example.shape;

import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// JSON, or what Python prints for it, as the whole text of a cell.
public final class CellJson {

    private CellJson() {}

    /// The text that JSON stands around: `"…"`, `["…"]`, or several texts of a list, one on each line.
    public static Optional<String> text(String cell) {
        String text = cell.strip();
        boolean may = text.length() > 1 && (text.startsWith("\"") || text.startsWith("[\"") || text.startsWith("['")
                || text.startsWith("[ \""));
        if (!may || !(text.endsWith("]") || text.endsWith("\""))) {
            return Optional.empty();
        }
        return ExactJson.read(text).or(() -> PythonLiteral.read(text)).flatMap(CellJson::words);
    }

    private static Optional<String> words(JsonNode value) {
        if (value.isString()) {
            return Optional.of(value.stringValue());
        }
        boolean texts = value.isArray() && !value.isEmpty() && value.valueStream().allMatch(JsonNode::isString);
        return texts
                ? Optional.of(value.valueStream().map(JsonNode::stringValue).collect(Collectors.joining("\n")))
                : Optional.empty();
    }

    /// What Python printed of a dictionary, as the JSON of it; empty when it is none.
    public static Optional<String> pythonObject(String text) {
        return text.stripLeading().startsWith("{")
                ? PythonLiteral.read(text.strip()).filter(JsonNode::isObject).map(ExactJson::spaced)
                : Optional.empty();
    }

    /// A list of messages, of turns, or of tools.
    public static Optional<JsonNode> messages(String cell) {
        String text = cell.strip();
        if (!text.startsWith("[") || !text.endsWith("]")
                || !(text.contains("role") || text.contains("from") || text.contains("function"))) {
            return Optional.empty();
        }
        return ExactJson.read(text).or(() -> PythonLiteral.read(text)).filter(value -> value.isArray()
                && (value.path(0).has("role") || value.path(0).has("from") || value.path(0).has("function")));
    }
}
