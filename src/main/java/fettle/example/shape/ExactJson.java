package fettle.example.shape;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON with nothing changed on the way: whole numbers of any size, decimals digit for digit, keys in their order.
public final class ExactJson {

    private static final JsonMapper EXACT = JsonMapper
            .builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(256 << 20)
                            .maxNumberLength(100_000).build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

    private ExactJson() {}

    public static JsonMapper mapper() {
        return EXACT;
    }

    static ObjectNode object() {
        return EXACT.createObjectNode();
    }

    static ArrayNode list() {
        return EXACT.createArrayNode();
    }

    /// The value of a JSON text; empty when it is none.
    static Optional<JsonNode> read(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(EXACT.readTree(text));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    static String write(JsonNode node) {
        return EXACT.writeValueAsString(node);
    }

    /// As Python's `json.dumps(…, ensure_ascii=False)` writes it, with a blank after each comma and colon: the form that
    /// the data of trainers mostly has.
    static String spaced(JsonNode node) {
        var text = new StringBuilder();
        spaced(node, text);
        return text.toString();
    }

    private static void spaced(JsonNode node, StringBuilder text) {
        String between = "";
        if (node.isObject()) {
            text.append('{');
            for (var property : node.properties()) {
                text.append(between).append(EXACT.writeValueAsString(property.getKey())).append(": ");
                spaced(property.getValue(), text);
                between = ", ";
            }
            text.append('}');
        } else if (node.isArray()) {
            text.append('[');
            for (JsonNode element : node) {
                text.append(between);
                spaced(element, text);
                between = ", ";
            }
            text.append(']');
        } else {
            text.append(EXACT.writeValueAsString(node));
        }
    }
}
