package fettle.example.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class OasstTest {

    private static ObjectNode object(String json) {
        return (ObjectNode) ExactJson.read(json).orElseThrow();
    }

    private static String reply(String text, String role, String rank, String replies) {
        return "{\"message_id\":\"" + text + "\",\"text\":\"" + text + "\",\"role\":\"" + role + "\",\"rank\":" + rank
                + ",\"replies\":[" + replies + "]}";
    }

    private static final String TREE = reply("q", "prompter", "null",
            reply("b", "assistant", "1", "") + "," + reply("a", "assistant", "0",
                    reply("more", "prompter", "0", reply("x", "assistant", "0", "") + ","
                            + reply("z", "assistant", "2", "") + "," + reply("y", "assistant", "1", "")))
                    + "," + reply("unranked", "assistant", "null", ""));

    @Test
    void pairsTheBestAnswerWithEachThatIsRankedLower() {
        List<ObjectNode> pairs = Oasst.tree(object("{\"message_tree_id\":\"1\",\"prompt\":" + TREE + "}")).pairs();
        assertEquals(List.of("q>a|b", "q>a>more>x|y", "q>a>more>x|z"), pairs.stream().map(OasstTest::told).toList());
        assertEquals("user", pairs.getFirst().at("/messages/0/role").stringValue());
    }

    @Test
    void goesAlongTheBestReplies() {
        assertEquals("q>a>more>x", told(Oasst.tree(object(TREE)).best().orElseThrow()));
        assertTrue(Oasst.tree(object(reply("q", "prompter", "null", ""))).best().isEmpty());
        assertEquals("q>a", told(Oasst.tree(object(reply("q", "prompter", "null",
                reply("a", "assistant", "null", reply("thanks", "prompter", "null", ""))))).best().orElseThrow()));
    }

    @Test
    void buildsTreesOfMessagesThatLieOneByOne() {
        var lines = new OasstLines<Integer>(1 << 20);
        assertTrue(lines.hold(1, line("q", "null", "prompter", "null")));
        assertTrue(lines.hold(2, line("a", "\"q\"", "assistant", "0")));
        assertTrue(lines.hold(3, line("lost", "\"nowhere\"", "assistant", "0")));
        assertTrue(lines.hold(4, line("b", "\"q\"", "assistant", "1")));
        assertTrue(lines.hold(5, line("round", "\"about\"", "assistant", "1")));
        assertTrue(lines.hold(6, line("about", "\"round\"", "assistant", "1")));
        List<OasstLines.Tree<Integer>> trees = lines.trees();
        assertEquals(List.of(1, 3, 5, 6), trees.stream().map(OasstLines.Tree::row).toList());
        assertEquals("q>a|b", told(trees.getFirst().tree().orElseThrow().pairs().getFirst()));
        assertTrue(trees.get(1).tree().isEmpty());
    }

    @Test
    void holdsOnlyAsMuchAsThereIsRoomFor() {
        var lines = new OasstLines<Integer>(1000);
        assertTrue(lines.hold(1, line("q", "null", "prompter", "null")));
        assertTrue(lines.hold(2, line("a", "\"q\"", "assistant", "0")));
        assertFalse(lines.hold(3, line("b", "\"q\"", "assistant", "1")));
    }

    @Test
    void walksATreeThatIsVeryDeep() {
        var lines = new OasstLines<Integer>(1L << 30);
        lines.hold(0, line("0", "null", "prompter", "null"));
        for (int i = 1; i < 50_000; i++) {
            lines.hold(i, line(Integer.toString(i), "\"" + (i - 1) + "\"", i % 2 == 1 ? "assistant" : "prompter", "0"));
        }
        assertEquals(50_000,
                lines.trees().getFirst().tree().orElseThrow().best().orElseThrow().path("messages").size());
    }

    private static ObjectNode line(String id, String parent, String role, String rank) {
        return object("{\"message_id\":\"" + id + "\",\"parent_id\":" + parent + ",\"role\":\"" + role
                + "\",\"text\":\"" + id + "\",\"rank\":" + rank + "}");
    }

    private static String told(ObjectNode body) {
        String said = String.join(">",
                Messages.of(body).stream().map(message -> message.path("content").stringValue()).toList());
        return Pairs.rejected(body).isEmpty()
                ? said
                : said + "|" + Pairs.rejected(body).getFirst().path("content").stringValue();
    }
}
