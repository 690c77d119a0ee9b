package fettle.ui.example.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.example.BodyJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class BodyEditsTest {

    private static final ObjectNode CALLS = body("""
            {"messages":[{"role":"user","content":"How warm is it?","name":"ada"},\
            {"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function","function":\
            {"name":"weather","arguments":"{\\"city\\": \\"Oslo\\"}"}}]}],"tools":[]}""");

    @Test
    void splittingAndMergingAreInverse() {
        ObjectNode row = body(
                """
                {"messages":[{"role":"user","content":"One.\\n\\nTwo 👩‍🚒."},{"role":"assistant","content":"Yes","weight":0}]}""");
        ObjectNode split = TurnJoints.split(row, 0, "/content", "One.\n\nTwo 👩‍🚒.", 5);
        assertEquals("""
                {"messages":[{"role":"user","content":"One."},{"role":"user","content":"Two 👩‍🚒."},\
                {"role":"assistant","content":"Yes","weight":0}]}""", BodyJson.write(split));
        assertEquals(BodyJson.write(row), BodyJson.write(TurnJoints.merged(split, 0)));
    }

    @Test
    void partsAreKeptWhenTheyAreSplitAndMerged() {
        ObjectNode row = body(
                """
                {"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"x"}},\
                {"type":"text","text":"Left right"},{"type":"text","text":"End"}]},{"role":"user","content":"More"}]}""");
        ObjectNode split = TurnJoints.split(row, 0, "/content/1/text", "Left right", 4);
        assertEquals("""
                {"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"x"}},\
                {"type":"text","text":"Left"}]},{"role":"user","content":[{"type":"text","text":"right"},\
                {"type":"text","text":"End"}]},{"role":"user","content":"More"}]}""", BodyJson.write(split));
        assertEquals("""
                {"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"x"}},\
                {"type":"text","text":"Left right"},{"type":"text","text":"End"},{"type":"text","text":"More"}]}]}""",
                BodyJson.write(TurnJoints.merged(row, 0)));
    }

    @Test
    void callsAreMergedAndAResultIsBoundToTheCallThatHasNone() {
        ObjectNode answered = BodyEdits.withTurn(CALLS, 2, "tool");
        assertEquals("call_1", answered.at("/messages/2/tool_call_id").stringValue());
        ObjectNode again = BodyEdits.withCall(answered, 1, "weather");
        assertEquals("call_2", again.at("/messages/1/tool_calls/1/id").stringValue());
        assertEquals("call_2", BodyEdits.withTurn(again, 3, "tool").at("/messages/3/tool_call_id").stringValue());
        ObjectNode merged = TurnJoints.merged(CALLS, 0);
        assertEquals("How warm is it?", merged.at("/messages/0/content").stringValue());
        assertEquals("weather", merged.at("/messages/0/tool_calls/0/function/name").stringValue());
        assertEquals("{\"role\":\"assistant\",\"content\":\"\"}",
                BodyJson.write(BodyEdits.withoutCall(CALLS, 1, 0).at("/messages/1")));
    }

    @Test
    void whatOnlyARoleMayHaveGoesWithIt() {
        ObjectNode row = body(
                """
                {"messages":[{"role":"assistant","content":"a","weight":0},{"role":"tool","tool_call_id":"c","content":"b"}]}""");
        assertEquals("{\"role\":\"user\",\"content\":\"a\"}",
                BodyJson.write(BodyEdits.withRole(row, 0, "user").at("/messages/0")));
        assertEquals("{\"role\":\"user\",\"content\":\"b\"}",
                BodyJson.write(BodyEdits.withRole(row, 1, "user").at("/messages/1")));
        assertEquals("{\"role\":\"assistant\",\"content\":\"a\"}",
                BodyJson.write(BodyEdits.withWeight(row, 0, true).at("/messages/0")));
    }

    @Test
    void argumentsStayAsTheyWereUnlessEditedAndThenKeepTheirLayout() {
        var turn = new EditedTurn(MessageForm.all(CALLS).get(1), () -> {});
        ObjectNode same = CALLS.deepCopy();
        turn.writeInto(same);
        assertEquals(BodyJson.write(CALLS), BodyJson.write(same));
        var call = (MessageForm.Piece.Call) turn.form().pieces().getFirst();
        assertEquals("{\n  \"city\": \"Oslo\"\n}", turn.arguments(call).get());
        turn.arguments(call).set("{\n  \"city\": \"Bergen\",\n  \"days\": 2\n}");
        ObjectNode edited = CALLS.deepCopy();
        turn.writeInto(edited);
        assertEquals("{\"city\": \"Bergen\", \"days\": 2}",
                edited.at("/messages/1/tool_calls/0/function/arguments").stringValue());
        turn.arguments(call).set("{\"city\": ");
        turn.writeInto(edited);
        assertEquals("{\"city\": ", edited.at("/messages/1/tool_calls/0/function/arguments").stringValue());
    }

    private static ObjectNode body(String json) {
        return BodyJson.read(json);
    }
}
