package fettle.ui.example.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.example.BodyJson;
import fettle.example.Turn;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// Which turns count as edited by hand.
final class ReadChangesTest {

    @Test
    void aTurnThatWasPutBetweenIsTheOnlyOneThatDiffers() {
        assertEquals(Set.of(1), differing(row("a", "b", "c"), row("a", "new", "b", "c")));
    }

    @Test
    void afterARemovedTurnTheOthersAreAsTheyWere() {
        assertEquals(Set.of(), differing(row("a", "b", "c"), row("b", "c")));
        assertEquals(Set.of(1), differing(row("a", "b", "c"), row("b", "changed")));
    }

    @Test
    void lineEndsAndWeightsAreNoEdits() {
        ObjectNode now = row("a\nb", "c");
        now.withArray("messages").get(1).asObject().put("weight", 0);
        assertEquals(Set.of(), differing(row("a\r\nb", "c"), now));
    }

    private static Set<Integer> differing(ObjectNode generated, ObjectNode now) {
        return ReadChanges.differing(generated, Turn.of(now)).stream().boxed().collect(Collectors.toSet());
    }

    private static ObjectNode row(String... texts) {
        ObjectNode body = BodyJson.mapper().createObjectNode();
        for (String text : texts) {
            body.withArray("messages").addObject().put("role", "assistant").put("content", text);
        }
        return body;
    }
}
