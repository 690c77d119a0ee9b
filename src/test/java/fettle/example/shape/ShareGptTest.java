package fettle.example.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

final class ShareGptTest {

    private static final String CALLING = """
            {"conversations":[{"from":"human","value":"Is the lamp lit?"},\
            {"from":"function_call","value":"{\\"name\\": \\"lamp\\", \\"arguments\\": {\\"room\\": \\"top\\", \\"at\\": 1.50}}"},\
            {"from":"observation","value":"{\\"lit\\": true}"},{"from":"gpt","value":"It is."}],\
            "tools":"[{\\"name\\": \\"lamp\\", \\"parameters\\": {\\"type\\": \\"object\\"}}]"}""";

    private static ObjectNode object(String json) {
        return (ObjectNode) ExactJson.read(json).orElseThrow();
    }

    private static ObjectNode read(String json) throws Refused {
        return ShareGpt.read(object(json), new Notes());
    }

    @Test
    void readsCallsAndResultsAsOpenAiHasThem() throws Refused {
        ObjectNode body = read(CALLING);
        assertEquals("""
                {"messages":[{"role":"user","content":"Is the lamp lit?"},\
                {"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function","function":\
                {"name":"lamp","arguments":"{\\"room\\": \\"top\\", \\"at\\": 1.50}"}}]},\
                {"role":"tool","tool_call_id":"call_1","content":"{\\"lit\\": true}"},\
                {"role":"assistant","content":"It is."}],\
                "tools":[{"type":"function","function":{"name":"lamp","parameters":{"type":"object"}}}]}""",
                ExactJson.write(body));
        assertFalse(body.has(RawForm.KEY), "the usual spacing needs nothing kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {CALLING,
            "{\"conversations\":[{\"from\":\"human\",\"value\":\"a\"},{\"from\":\"gpt\",\"value\":\"b\"}],\"system\":\"s\"}",
            "{\"conversations\":[{\"from\":\"system\",\"value\":\"s\"},{\"from\":\"user\",\"value\":\"a\"},"
                    + "{\"from\":\"chatgpt\",\"value\":\"b\"}],\"tools\":\"[]\"}",
            "{\"conversations\":[{\"from\":\"human\",\"value\":\"a\"}],\"chosen\":{\"from\":\"gpt\",\"value\":\"b\"},"
                    + "\"rejected\":{\"from\":\"gpt\",\"value\":\"c\"}}",
            "{\"conversations\":[{\"from\":\"human\",\"value\":\"a\"},{\"from\":\"gpt\",\"value\":\"b\"}],\"kto_tag\":false}",
            "{\"conversations\":[{\"from\":\"human\",\"value\":\"a\"},{\"from\":\"function_call\","
                    + "\"value\":\"[{\\\"name\\\":\\\"f\\\",\\\"arguments\\\":{}},{\\\"name\\\":\\\"g\\\"}]\"},"
                    + "{\"from\":\"observation\",\"value\":\"1\"},{\"from\":\"observation\",\"value\":\"2\"},"
                    + "{\"from\":\"gpt\",\"value\":\"b\"}],\"tools\":\"[{\\\"name\\\":\\\"f\\\"}]\"}",
            "{\"conversations\":[{\"from\":\"human\",\"value\":\"a\"},{\"from\":\"function_call\","
                    + "\"value\":\"{'name': 'f', 'arguments': {'x': None}}\"},{\"from\":\"gpt\",\"value\":\"b\"}]}",
            "{\"conversations\":[],\"tools\":\"\"}"})
    void comesBackEqual(String row) throws Refused {
        Written written = ShareGpt.write(read(row));
        assertEquals(object(row), written.row());
        assertEquals(Set.of(), written.without());
    }

    @Test
    void writesWhatWasEditedAndNotWhatItOnceWas() throws Refused {
        ObjectNode body = read("{\"conversations\":[{\"from\":\"function_call\",\"value\":\"{\\\"name\\\":\\\"f\\\","
                + "\\\"arguments\\\":{}}\"}],\"tools\":\"[{\\\"name\\\":\\\"f\\\"}]\"}");
        ((ObjectNode) body.at("/messages/0/tool_calls/0/function")).put("name", "g");
        ((ObjectNode) body.at("/tools/0/function")).put("name", "g");
        ObjectNode row = ShareGpt.write(body).row();
        assertEquals("{\"name\": \"g\", \"arguments\": {}}", row.at("/conversations/0/value").stringValue());
        assertEquals("[{\"name\": \"g\"}]", row.path("tools").stringValue());
    }

    @Test
    void namesWhatItLeavesOutAndRefusesPictures() throws Refused {
        assertEquals(Set.of("weights", "names"), ShareGpt.write(object(
                "{\"messages\":[{\"role\":\"user\",\"content\":\"a\",\"name\":\"Ada\"},"
                        + "{\"role\":\"assistant\",\"content\":\"b\",\"weight\":0}]}"))
                .without());
        assertThrows(Refused.class, () -> ShareGpt.write(
                object("{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{}}]}]}")));
    }

    @Test
    void keepsACallThatIsNoneAsTextAndSaysSo() throws Refused {
        var notes = new Notes();
        ObjectNode body = ShareGpt.read(object(
                "{\"conversations\":[{\"from\":\"human\",\"value\":\"a\"},{\"from\":\"function_call\",\"value\":\"f(1)\"}]}"),
                notes);
        assertEquals("f(1)", body.at("/messages/1/content").stringValue());
        assertEquals(List.of("call-not-json"), notes.all().stream().map(Notes.Note::kind).toList());
    }

    @Test
    void takesHostileValuesForTexts() throws Refused {
        ObjectNode body = read("{\"conversations\":[1,{\"from\":\"human\",\"value\":{\"a\":[1]}},{\"value\":null}]}");
        assertEquals(3, body.path("messages").size());
        assertEquals("{\"a\":[1]}", body.at("/messages/1/content").stringValue());
        assertTrue(
                assertThrows(Refused.class, () -> read("{\"conversations\":7}")).getMessage().contains("not a list"));
    }
}
