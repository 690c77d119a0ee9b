package fettle.collect.rows;

import fettle.example.BodyJson;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.ObjectNode;

/// Parses lines one after another with one parser for all that are in memory: setting up one for each costs a fifth.
final class LineParser {

    private static final ObjectReader STRICT = BodyJson.mapper().readerFor(JsonNode.class)
            .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private @Nullable JsonParser parser;
    private @Nullable MappingIterator<JsonNode> values;
    private long window = -1;

    /// Between the parser's places and those in the array.
    private int offset;

    /// The object that the line from `from` to `end` holds, if it holds just that. `behind` is the end of the lines in
    /// memory, and `number` changes when these do. Lines come in order; none is left out but blank ones and those that
    /// were told by [#pass].
    Optional<ObjectNode> object(byte[] bytes, int from, int end, int behind, long number) {
        try {
            if (parser == null || values == null || number != window) {
                window = number;
                parser = STRICT.createParser(bytes, from, behind - from);
                offset = from - (int) parser.currentLocation().getByteOffset();
                values = STRICT.readValues(parser);
            }
            JsonNode value = values.hasNextValue() ? values.nextValue() : null;
            int at = offset + (int) parser.currentLocation().getByteOffset();
            if (value instanceof ObjectNode object && isBlank(bytes, at, end)) {
                return Optional.of(object);
            }
        } catch (JacksonException _) {
            // is said by whoever reads the line by itself
        }
        pass();
        return Optional.empty();
    }

    /// The next line is not parsed here.
    void pass() {
        parser = null;
    }

    private static boolean isBlank(byte[] bytes, int from, int end) {
        for (int i = from; i < end; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return from <= end;
    }
}
