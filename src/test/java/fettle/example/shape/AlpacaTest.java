package fettle.example.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

final class AlpacaTest {

    private static ObjectNode object(String json) {
        return (ObjectNode) ExactJson.read(json).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"instruction\":\"Say hi\",\"input\":\"\",\"output\":\"hi\"}",
            "{\"instruction\":\"Add\\nall\",\"input\":\"1\\n2\",\"output\":\"3\"}",
            "{\"instruction\":\"a\",\"input\":\"b\",\"output\":\"c\",\"system\":\"s\",\"history\":[[\"q\",\"r\"],[\"t\",\"u\"]]}",
            "{\"instruction\":\"a\",\"input\":\"b\",\"chosen\":\"c\",\"rejected\":\"d\"}",
            "{\"instruction\":\"a\",\"input\":\"\",\"output\":\"<think>so</think>c\",\"kto_tag\":true}"})
    void comesBackEqual(String row) throws Refused {
        assertEquals(object(row), Alpaca.write(Alpaca.read(object(row), Map.of(), new Notes())).row());
    }

    @Test
    void readsAnswersUnderAnotherNameAndThoughtsBeforeThem() throws Refused {
        ObjectNode body = Alpaca.read(object("{\"instruction\":\"a\",\"response\":\"c\",\"reasoning\":\"so\"}"),
                Map.of("user", "instruction", "assistant", "response", "thoughts", "reasoning"), new Notes());
        assertEquals("<think>so</think>c", body.at("/messages/1/content").stringValue());
    }

    @Test
    void refusesConversationsThatItCannotHold() {
        assertThrows(Refused.class, () -> Alpaca.write(object("{\"messages\":[]}")));
        assertThrows(Refused.class, () -> Alpaca
                .write(object(
                        "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"user\",\"content\":\"b\"}]}")));
        assertThrows(Refused.class, () -> Alpaca.write(object("{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},"
                + "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"1\"}]}]}")));
    }

    @Test
    void splitsAnEditedQuestionOnlyWhereTheLineStillBreaks() throws Refused {
        ObjectNode body = Alpaca.read(object("{\"instruction\":\"Add\",\"input\":\"1 2\",\"output\":\"3\"}"), Map.of(),
                new Notes());
        ((ObjectNode) body.at("/messages/0")).put("content", "Add up these: 4 5");
        assertEquals("Add up these: 4 5", Alpaca.write(body).row().path("instruction").stringValue());
    }
}
