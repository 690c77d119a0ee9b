package fettle.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.token.TokenCounter;
import org.junit.jupiter.api.Test;

final class ChatTokensTest {

    /// One token a word, so that the sums can be done in the head.
    private static final TokenCounter WORDS = text -> text.isBlank() ? 0 : text.strip().split("\\s+").length;

    @Test
    void addsThreeAMessageEveryValueANameAndTheReply() {
        var body = BodyJson.read("""
                {"messages":[{"role":"system","content":"be kind please","name":"boss"},
                             {"role":"assistant","content":"yes sir","weight":0}]}""");
        // (3 + 1 + 3 + 1 + 1) + (3 + 1 + 2) + 3
        assertEquals(18, ChatTokens.total(body, WORDS));
        assertEquals(2, ChatTokens.assistant(body, WORDS));
    }

    @Test
    void countsTheTextsOfPartsAndToolCalls() {
        var body = BodyJson.read("""
                {"messages":[{"role":"user","content":[{"type":"text","text":"two words"},
                                {"type":"image_url","image_url":{"url":"data:,x y z"}}]},
                             {"role":"assistant","content":null,"tool_calls":[{"id":"a b","type":"function",
                                "function":{"name":"f","arguments":"{} x"}}]}]}""");
        // (3 + 1 + 2) + (3 + 1 + 1 + 2) + 3
        assertEquals(16, ChatTokens.total(body, WORDS));
    }

    @Test
    void isThreeForARowWithoutMessages() {
        assertEquals(3, ChatTokens.total(BodyJson.read("{\"messages\":\"none\"}"), WORDS));
    }
}
