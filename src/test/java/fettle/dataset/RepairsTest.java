package fettle.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.Example;
import fettle.project.TemporaryProject;
import fettle.example.Turn;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/// A repair leaves nothing of its finding, and all else as it was.
final class RepairsTest {

    private static final String CHAT = "{\"messages\":[{\"role\":\"user\",\"content\":\"q\"},%s]}";
    private static final String CALL = "{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"c\",\"type\":\"function\","
            + "\"function\":{\"name\":\"look\",\"arguments\":%s}}]}";

    static Stream<Arguments> rows() {
        return Stream.of(
                Arguments.of(CheckKind.DOUBLY_ENCODED_ARGUMENTS,
                        CALL.formatted("\"\\\"{\\\\\\\"at\\\\\\\":1}\\\"\""), CALL.formatted("\"{\\\"at\\\":1}\"")),
                Arguments.of(CheckKind.ARGUMENTS_NOT_JSON, CALL.formatted("{\"at\":1}"),
                        CALL.formatted("\"{\\\"at\\\":1}\"")),
                Arguments.of(CheckKind.UNRECOGNIZED_ROLE, "{\"role\":\"GPT\",\"content\":\"a\"}",
                        "{\"role\":\"assistant\",\"content\":\"a\"}"),
                Arguments.of(CheckKind.UNBALANCED_FENCE, answer("See:\\n```rust\\nlet x;\\n"),
                        answer("See:\\n```rust\\nlet x;\\n```")),
                Arguments.of(CheckKind.MOJIBAKE, answer("CafÃ© â€™s Ã\u00a0 plain é"), answer("Café ’s à plain é")),
                Arguments.of(CheckKind.WEIGHT, "{\"role\":\"assistant\",\"content\":\"a\",\"weight\":0.5}",
                        "{\"role\":\"assistant\",\"content\":\"a\",\"weight\":1}"),
                Arguments.of(CheckKind.TEACHES_NOTHING, "{\"role\":\"assistant\",\"content\":\"a\",\"weight\":0}",
                        "{\"role\":\"assistant\",\"content\":\"a\",\"weight\":1}"),
                Arguments.of(CheckKind.LAST_NOT_ASSISTANT, answer("a") + ",{\"role\":\"user\",\"content\":\"thanks\"}",
                        answer("a")),
                Arguments.of(CheckKind.MESSAGE_UNRECOGNIZED_KEY,
                        "{\"role\":\"assistant\",\"content\":\"a\",\"id\":7,\"weight\":1}",
                        "{\"role\":\"assistant\",\"content\":\"a\",\"weight\":1}"));
    }

    private static String answer(String text) {
        return "{\"role\":\"assistant\",\"content\":\"" + text + "\"}";
    }

    @ParameterizedTest
    @MethodSource("rows")
    void mendsWhatItFinds(CheckKind kind, String before, String after) throws Exception {
        Example row = TemporaryProject.examples(CHAT.formatted(before)).find(1).orElseThrow();
        assertTrue(finds(kind, row.body()), "the check finds it");
        ObjectNode mended = Repairs.of(kind).orElseThrow().act().on(row).body().orElseThrow();
        assertEquals(CHAT.formatted(after), mended.toString());
        assertFalse(finds(kind, mended), "the check finds it no more");
    }

    private static boolean finds(CheckKind kind, ObjectNode body) {
        return SchemaChecks.of(body).contains(kind) || TextChecks.of(Turn.of(body)).contains(kind);
    }
}
