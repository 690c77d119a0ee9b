package fettle.project.sqlite;

import fettle.example.BodyJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON as the project keeps it: compact, keys in their order, each value as it came.
public final class JsonText {

    private JsonText() {}

    public static ObjectNode object() {
        return BodyJson.mapper().createObjectNode();
    }

    public static ArrayNode texts(List<String> texts) {
        ArrayNode array = BodyJson.mapper().createArrayNode();
        texts.forEach(array::add);
        return array;
    }

    /// The texts of an array that [#texts] made.
    public static List<String> textList(String json) {
        var texts = new ArrayList<String>();
        for (JsonNode text : BodyJson.mapper().readTree(json)) {
            texts.add(text.asString(""));
        }
        return List.copyOf(texts);
    }

    /// 64 bits of the value: equal for equal JSON values, whatever the order of their keys.
    public static long hash(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> {
                long sum = 1;
                for (Map.Entry<String, JsonNode> property : value.properties()) {
                    sum += mixed(hash(property.getKey()) * 31 + hash(property.getValue()));
                }
                yield mixed(sum);
            }
            case ARRAY -> {
                long all = 2;
                for (JsonNode element : value) {
                    all = mixed(all * 31 + hash(element));
                }
                yield all;
            }
            case STRING -> hash(value.stringValue());
            case NUMBER -> mixed(value.decimalValue().stripTrailingZeros().hashCode() + 4L);
            default -> hash(value.toString()) + 5;
        };
    }

    private static long hash(String text) {
        long all = 0xcbf29ce484222325L;
        for (int place = 0; place < text.length(); place++) {
            all = (all ^ text.charAt(place)) * 0x100000001b3L;
        }
        return mixed(all);
    }

    /// The finish of MurmurHash3: each bit of the input changes half of the output's.
    private static long mixed(long bits) {
        long all = bits;
        all = (all ^ (all >>> 33)) * 0xff51afd7ed558ccdL;
        all = (all ^ (all >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return all ^ (all >>> 33);
    }
}
