package fettle.example;

import fettle.example.shape.ExactJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Rows as JSON text and back, with nothing changed on the way: whole numbers of any size, decimals digit for digit, keys
/// in their order, half a surrogate pair as the escape that it came as.
public final class BodyJson {

    private static final JsonMapper EXACT = ExactJson.mapper();
    private static final JsonMapper ESCAPING = EXACT.rebuild().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private BodyJson() {}

    /// A mapper with these settings, for readers that stream.
    public static JsonMapper mapper() {
        return EXACT;
    }

    /// Reads one JSON object. Throws a JacksonException when it is not one.
    public static ObjectNode read(String json) throws JacksonException {
        return EXACT.readValue(json, ObjectNode.class);
    }

    /// On one line, without blanks between the parts; always valid Unicode.
    public static String write(JsonNode node) {
        String json = EXACT.writeValueAsString(node);
        return hasLoneSurrogate(json) ? ESCAPING.writeValueAsString(node) : json;
    }

    /// Whether half a surrogate pair stands alone in `text`: such a text has no UTF-8.
    public static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isHighSurrogate(unit) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                return true;
            }
        }
        return false;
    }
}
