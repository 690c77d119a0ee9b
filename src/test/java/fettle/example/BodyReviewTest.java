package fettle.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.RowReader.Fault;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

final class BodyReviewTest {

    private static ObjectNode chat(String... messages) {
        return BodyJson.read("{\"messages\":[" + String.join(",", messages) + "]}");
    }

    private static String message(String role, String content) {
        return "{\"role\":\"" + role + "\",\"content\":" + content + "}";
    }

    private static String calling(String arguments) {
        return "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"1\",\"type\":\"function\","
                + "\"function\":{\"name\":\"f\",\"arguments\":" + arguments + "}}]}";
    }

    private static List<Fault> review(ObjectNode body, RepairKinds repairs) {
        return new BodyReview(3, repairs).review(body, Optional.empty());
    }

    private static List<String> kinds(ObjectNode body) {
        ObjectNode before = body.deepCopy();
        List<String> kinds = review(body, RepairKinds.NONE).stream().map(Fault::kind).toList();
        assertEquals(before, body, "nothing is changed unasked");
        return kinds;
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', value = {
            "mojibake | ~\"The fianc\\u00c3\\u00a9 came.\"~ | ~The fianc\u00e9 came.~",
            "entities | ~\"R&amp;B, and `&amp;` in code\"~ | ~R&B, and `&amp;` in code~",
            "content-not-text | 7 | 7", "nul | ~\"a\\u0000b\"~ | ab",
            "lone-surrogate | ~\"a\\ud83d\"~ | ~a\uFFFD~"}, delimiter = '|')
    void mendsEachKindByItself(String kind, String content, String mended) {
        ObjectNode body = chat(message("user", content), message("assistant", "\"b\""));
        assertEquals(List.of(kind), kinds(body));
        Fault fault = review(body, RepairKinds.of(Set.of(kind))).getFirst();
        assertTrue(fault.repaired() && !fault.before().isEmpty(), fault.toString());
        assertEquals(mended, body.at("/messages/0/content").stringValue());
        ObjectNode other = chat(message("user", content), message("assistant", "\"b\""));
        review(other, RepairKinds.of(Set.of("role")));
        assertEquals(chat(message("user", content), message("assistant", "\"b\"")), other);
    }

    @Test
    void writesArgumentsAsTheJsonOfAnObject() {
        for (String arguments : List.of("{\"x\": 1}", "\"\\\"{\\\\\\\"x\\\\\\\": 1}\\\"\"", "\"{'x': 1}\"")) {
            ObjectNode body = chat(message("user", "\"a\""), calling(arguments), message("assistant", "\"b\""));
            assertEquals(1, kinds(body).size(), arguments);
            review(body, RepairKinds.ALL);
            String written = body.at("/messages/1/tool_calls/0/function/arguments").stringValue();
            assertEquals("{\"x\":1}", written.replace(" ", ""));
        }
        assertEquals(List.of("arguments-not-json"),
                kinds(chat(message("user", "\"a\""), calling("\"x = 1\""), message("assistant", "\"b\""))));
    }

    @Test
    void namesWhoIsMissingAndWhoSpeaksTwice() {
        String asked = message("user", "\"a\"");
        String answered = message("assistant", "\"b\"");
        assertEquals(List.of("missing-answer"), kinds(chat(asked, asked)));
        assertEquals(List.of("last-not-answer"), kinds(chat(asked, answered, asked)));
        assertEquals(List.of("missing-turn"), kinds(chat(message("system", "\"s\""), answered)));
        assertEquals(List.of(), kinds(chat(answered)), "raw text has no question");
        assertEquals(List.of("system-not-first"), kinds(chat(asked, message("system", "\"s\""), answered)));
        ObjectNode twice = chat(asked, asked, answered);
        assertEquals(List.of("non-alternating"), kinds(twice));
        review(twice, RepairKinds.of(Set.of("non-alternating")));
        assertEquals(chat(message("user", "\"a\\n\\na\""), answered), twice);
        assertEquals(List.of(), kinds(chat(asked, calling("\"{}\""), message("tool", "\"r\""), answered)));
    }

    @Test
    void namesPlacesLeftOpenAndLooksAtTheRejectedAnswerToo() {
        ObjectNode body = chat(message("user", "\"a\""), message("assistant", "\"I am {{ name }}, ${{ env.x }}.\""));
        Fault open = review(body, RepairKinds.ALL).getFirst();
        assertEquals("A text has a place that nobody filled in: {{ name }}.", open.message());
        ObjectNode pair = chat(message("user", "\"a\""), message("assistant", "\"b\""));
        pair.putArray("non_preferred_output").addObject().put("role", "gpt").put("content", "");
        assertEquals(List.of("The rejected answer has the role `gpt`, which trainers call `assistant`.",
                "The rejected answer has no content."),
                review(pair, RepairKinds.NONE).stream().map(Fault::message).toList());
    }

    @Test
    void standsHostileBodies() {
        assertEquals(List.of("not-a-message", "role", "content-not-text", "missing-answer"),
                kinds(BodyJson.read("{\"messages\":[null,{\"role\":7,\"content\":{\"a\":[true]}}]}")));
        ObjectNode deep = BodyJson.read("{\"messages\":[{\"role\":\"user\",\"content\":\"a\",\"x\":" + "[".repeat(400)
                + "]".repeat(400) + "},{\"role\":\"assistant\",\"content\":\"b\"}]}");
        assertEquals(List.of(), kinds(deep));
        var many = new String[20_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = message(i % 2 == 0 ? "user" : "assistant", "\"" + i + "\"");
        }
        assertEquals(List.of(), kinds(chat(many)));
    }
}
