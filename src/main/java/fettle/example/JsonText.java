package fettle.example;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.MinimalPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;

/// JSON as people read it on a screen, and back into the way it was written in the row. Pure functions.
public final class JsonText {

    private static final Separators AFTER_COLON = Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER);
    private static final DefaultIndenter TWO = new DefaultIndenter("  ", "\n");
    private static final DefaultPrettyPrinter PRETTY = new DefaultPrettyPrinter().withSeparators(AFTER_COLON)
            .withObjectIndenter(TWO).withArrayIndenter(TWO);
    private static final DefaultPrettyPrinter SPACED = new DefaultPrettyPrinter().withSeparators(AFTER_COLON
            .withObjectEntrySpacing(Separators.Spacing.AFTER).withArrayElementSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultPrettyPrinter.NopIndenter())
            .withArrayIndenter(new DefaultPrettyPrinter.NopIndenter());

    /// Why a text is no JSON, and where.
    ///
    /// @param offset of the place in the text, in UTF-16 units
    public record Broken(String sentence, int offset) {}

    private JsonText() {}

    /// On several lines, two blanks a level.
    public static String pretty(JsonNode node) {
        return BodyJson.mapper().writer().with(PRETTY).writeValueAsString(node);
    }

    /// A JSON text on several lines; a text that is no JSON stays as it is.
    public static String pretty(String json) {
        return read(json).map(JsonText::pretty).orElse(json);
    }

    /// The JSON of a text; empty when it is none.
    public static Optional<JsonNode> read(String json) {
        try {
            JsonNode node = json.isBlank() ? null : BodyJson.mapper().readTree(json);
            return Optional.ofNullable(node);
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    /// An edited text in the layout of the text that it replaces: on one line without blanks, with blanks, or as typed when
    /// the other had several lines. What is no JSON stays as it was typed.
    public static String likeBefore(String before, String edited) {
        Optional<JsonNode> node = read(edited);
        if (node.isEmpty() || before.strip().indexOf('\n') >= 0) {
            return edited;
        }
        boolean spaced = before.contains("\": ") || before.contains("\", ");
        return spaced
                ? BodyJson.mapper().writer().with(SPACED).writeValueAsString(node.get())
                : BodyJson.mapper().writer().with(new MinimalPrettyPrinter("")).writeValueAsString(node.get());
    }

    /// Why a text is no JSON; empty when it is.
    public static Optional<Broken> problem(String json) {
        if (json.isBlank()) {
            return Optional.of(new Broken("Nothing is written here. An object without fields is {}.", 0));
        }
        try {
            BodyJson.mapper().readTree(json);
            return Optional.empty();
        } catch (JacksonException broken) {
            return Optional.of(told(json, broken));
        }
    }

    private static Broken told(String json, JacksonException broken) {
        int line = Math.max(1, broken.getLocation() == null ? 1 : broken.getLocation().getLineNr());
        int column = Math.max(1, broken.getLocation() == null ? 1 : broken.getLocation().getColumnNr());
        String why = broken.getOriginalMessage().split("\\n", 2)[0].replaceAll("\\s*\\((from|start marker)[^\n]*", "");
        return new Broken("This is not JSON at line " + line + ", column " + column + ": " + why
                + (why.endsWith(".") ? "" : "."), offset(json, line, column));
    }

    private static int offset(String json, int line, int column) {
        int from = 0;
        for (int at = 1; at < line; at++) {
            int newline = json.indexOf('\n', from);
            if (newline < 0) {
                break;
            }
            from = newline + 1;
        }
        return Math.clamp(from + column - 1L, 0, json.length());
    }

    /// Where each value of a JSON text stands, by its JSON pointer: two offsets, in UTF-16 units. Broken JSON is read as far
    /// as it goes.
    public static Map<String, int[]> places(String json) {
        var places = new HashMap<String, int[]>();
        try (JsonParser parser = BodyJson.mapper().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME) {
                    continue;
                }
                String path = parser.streamReadContext().pathAsPointer().toString();
                int from = (int) parser.currentTokenLocation().getCharOffset();
                if (token.isScalarValue()) {
                    parser.getString(); // reads to its end
                    places.put(path, new int[]{from, (int) parser.currentLocation().getCharOffset()});
                } else {
                    places.merge(path(path, token), new int[]{from, from + 1},
                            (start, end) -> new int[]{start[0], end[1]});
                }
            }
        } catch (JacksonException broken) {
            return places;
        }
        return places;
    }

    private static String path(String path, JsonToken token) {
        return token.isStructStart() || token.isStructEnd() ? path : "";
    }
}
