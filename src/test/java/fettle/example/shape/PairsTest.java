package fettle.example.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class PairsTest {

    private static final String PROMPT = "{\"role\":\"user\",\"content\":\"q\"}";

    private static ObjectNode object(String json) {
        return (ObjectNode) ExactJson.read(json).orElseThrow();
    }

    private static String read(String json) throws Refused {
        return ExactJson.write(Pairs.read(object(json)));
    }

    private static String answer(String text) {
        return "{\"role\":\"assistant\",\"content\":\"" + text + "\"}";
    }

    private static final String PAIR = "{\"messages\":[" + PROMPT + "," + answer("good")
            + "],\"non_preferred_output\":[" + answer("bad") + "]}";

    @Test
    void openAisPairsComeBackEqual() throws Refused {
        String row = "{\"input\":{\"messages\":[" + PROMPT + "],\"tools\":[],\"parallel_tool_calls\":true},"
                + "\"preferred_output\":[" + answer("good") + "],\"non_preferred_output\":[" + answer("bad") + "]}";
        assertEquals(object(row), Pairs.openAi(Pairs.read(object(row))).orElseThrow());
    }

    @Test
    void readsTheOlderNames() throws Refused {
        assertEquals(PAIR, read("{\"input\":{\"messages\":[" + PROMPT + "]},\"preferred_completion\":["
                + answer("good") + "],\"non_preferred_completion\":[" + answer("bad") + "]}"));
    }

    @Test
    void readsTrlInEveryForm() throws Refused {
        assertEquals(PAIR, read("{\"prompt\":\"q\",\"chosen\":\"good\",\"rejected\":\"bad\"}"));
        assertEquals(PAIR, read("{\"prompt\":[" + PROMPT + "],\"chosen\":[" + answer("good") + "],\"rejected\":["
                + answer("bad") + "]}"));
        assertEquals(PAIR, read("{\"chosen\":[" + PROMPT + "," + answer("good") + "],\"rejected\":[" + PROMPT + ","
                + answer("bad") + "]}"));
        assertEquals(PAIR, read("{\"prompt\":\"q\",\"chosen\":[" + PROMPT + "," + answer("good")
                + "],\"rejected\":[" + PROMPT + "," + answer("bad") + "]}"));
        assertEquals(PAIR, read("{\"chosen_messages\":[" + PROMPT + "," + answer("good")
                + "],\"rejected_messages\":[" + PROMPT + "," + answer("bad") + "]}"));
        assertEquals(PAIR, read("{\"messages\":[" + PROMPT + "],\"chosen\":" + answer("good") + ",\"rejected\":"
                + answer("bad") + "}"));
    }

    @Test
    void takesTheSharedBeginningOfTwoTextsForThePrompt() throws Refused {
        assertEquals(PAIR, read("{\"chosen\":\"\\n\\nHuman: q\\n\\nAssistant: good\","
                + "\"rejected\":\"\\n\\nHuman: q\\n\\nAssistant: bad\"}"));
        assertEquals("{\"messages\":[{\"role\":\"user\",\"content\":\"The lamp is\"},{\"role\":\"assistant\","
                + "\"content\":\"lit\"}],\"non_preferred_output\":[{\"role\":\"assistant\",\"content\":\"out\"}]}",
                read("{\"chosen\":\"The lamp is lit\",\"rejected\":\"The lamp is out\"}"));
    }

    @Test
    void keepsHowLongAPreferredAnswerIs() throws Refused {
        ObjectNode body = Pairs.read(object("{\"chosen\":[" + PROMPT + "," + answer("a") + "," + PROMPT + ","
                + answer("b") + "],\"rejected\":[" + PROMPT + "," + answer("c") + "]}"));
        assertEquals(3, Pairs.preferred(body));
        assertEquals(1, Pairs.prompt(body).size());
    }

    @Test
    void refusesAPairWithoutAPromptOrASide() {
        assertEquals("missing-question", assertThrows(Refused.class,
                () -> read("{\"chosen\":\"a\",\"rejected\":\"b\"}")).kind());
        assertEquals("missing-answer", assertThrows(Refused.class,
                () -> read("{\"prompt\":\"q\",\"chosen\":\"\",\"rejected\":\"b\"}")).kind());
        assertEquals("missing-answer", assertThrows(Refused.class,
                () -> read("{\"input\":{\"messages\":[" + PROMPT + "]},\"preferred_output\":[]}")).kind());
    }

    @Test
    void trlTakesTheArgumentsOfCallsAsObjects() {
        ObjectNode body = object("{\"messages\":[" + PROMPT + ",{\"role\":\"assistant\",\"content\":null,"
                + "\"tool_calls\":[{\"id\":\"1\",\"type\":\"function\",\"function\":{\"name\":\"f\","
                + "\"arguments\":\"{\\\"x\\\": 1}\"}}]}]}");
        ObjectNode row = Trl.of(body).write(body).orElseThrow();
        assertEquals(1, row.at("/completion/0/tool_calls/0/function/arguments/x").asInt(0));
        assertEquals("{\"x\": 1}", body.at("/messages/1/tool_calls/0/function/arguments").stringValue());
    }
}
