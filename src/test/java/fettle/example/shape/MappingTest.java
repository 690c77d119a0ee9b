package fettle.example.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class MappingTest {

    private static final ObjectNode ROW = (ObjectNode) ExactJson.read("""
            {"title":"Lamp","question":"Is it lit?","answer":"Yes.","again":"And now?","then":"","category":"light",\
            "country":"NO","bad":"Perhaps.","wanted":"TRUE","n":7}""").orElseThrow();

    private static String read(Map<String, String> map) throws Refused {
        return ExactJson.write(new Mapping(map).read(ROW, true).path("messages"));
    }

    @Test
    void fillsTemplatesAndTextsInQuotes() throws Refused {
        assertEquals("""
                [{"role":"system","content":"You know Lamp."},{"role":"user","content":"Lamp: Is it lit?"},\
                {"role":"assistant","content":"Yes."}]""",
                read(Map.of("user", "{{title}}: {{ question }}", "assistant", "answer", "system",
                        "\"You know {{title}}.\"")));
    }

    @Test
    void takesFurtherTurnsInTheirOrderAndLeavesEmptyOnesOut() throws Refused {
        assertEquals("""
                [{"role":"user","content":"Is it lit?"},{"role":"assistant","content":"Yes."},\
                {"role":"user","content":"And now?"}]""",
                read(Map.of("assistant2", "then", "user2", "again", "assistant", "answer", "user", "question")));
    }

    @Test
    void makesPairsLabelsAndTags() throws Refused {
        var mapping = new Mapping(
                Map.of("user", "question", "assistant", "answer", "rejected", "bad", "label", "wanted",
                        "tag", "category+country"));
        ObjectNode body = mapping.read(ROW, true);
        assertEquals("Perhaps.", body.at("/non_preferred_output/0/content").stringValue());
        assertTrue(body.path("label").booleanValue());
        assertEquals(List.of("light", "NO"), mapping.tags(ROW));
        assertEquals(Set.of("question", "answer", "bad", "wanted", "category", "country"), mapping.columns());
    }

    @Test
    void refusesWhatIsEmptyOrSaysNothing() {
        assertEquals("missing-answer", assertThrows(Refused.class,
                () -> read(Map.of("user", "question", "assistant", "then"))).kind());
        assertEquals("missing-question", assertThrows(Refused.class,
                () -> read(Map.of("user", "{{then}} {{nothing}}", "assistant", "answer"))).kind());
        assertEquals("label", assertThrows(Refused.class,
                () -> read(Map.of("user", "question", "assistant", "answer", "label", "title"))).kind());
    }

    @Test
    void readsCellsThatHoldJsonOrPython() {
        assertEquals("It's \"lit\".", CellJson.text("['It\\'s \"lit\".']").orElseThrow());
        assertEquals("a\nb", CellJson.text(" [\"a\", \"b\"] ").orElseThrow());
        assertEquals("a \"b\"", CellJson.text("\"a \\\"b\\\"\"").orElseThrow());
        assertTrue(CellJson.text("[1, 2]").isEmpty());
        assertTrue(CellJson.text("[\"a\"] and [\"b\"]").isEmpty());
        assertTrue(CellJson.text("\"Yes\", he said, \"no\"").isEmpty());
        assertEquals(1, CellJson.messages("[{'role': 'user', 'content': None}]").orElseThrow().size());
        assertEquals("{\"a\": [true, 1.5, null]}", CellJson.pythonObject("{'a': (True, 1.5, None)}").orElseThrow());
        assertTrue(CellJson.pythonObject("{'a': " + "[".repeat(5000)).isEmpty());
    }
}
