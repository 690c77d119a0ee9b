package fettle.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.token.Encoding;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class TokenCutTest {

    private static final ObjectNode ROW = BodyJson
            .read("""
            {"messages":[{"role":"user","content":"How does the lamp turn?"},\
            {"role":"assistant","content":"The clockwork turns the lens 👩‍🚒 around it."},{"role":"user","content":"Thanks"}]}""");

    @Test
    void aRowThatFitsIsNotCut() {
        int total = ChatTokens.total(ROW, Encoding.O200K_BASE);
        assertEquals(Optional.empty(), TokenCut.of(ROW, Encoding.O200K_BASE, total));
    }

    @Test
    void theCutIsAtTheVeryTokenAndNeverWithinACharacter() {
        int total = ChatTokens.total(ROW, Encoding.O200K_BASE);
        String answer = ROW.at("/messages/1/content").stringValue();
        for (int beyond = 1; beyond < total; beyond++) {
            TokenCut cut = TokenCut.of(ROW, Encoding.O200K_BASE, total - beyond).orElseThrow();
            assertEquals(beyond, cut.beyond());
            String text = ROW.at("/messages/" + cut.turn() + cut.path()).asString("");
            assertTrue(cut.offset() == text.length() || cut.offset() == 0
                    || !Character.isLowSurrogate(text.charAt(cut.offset())), text.substring(0, cut.offset()));
        }
        int last = Encoding.O200K_BASE.count("Thanks") + Encoding.O200K_BASE.count("user") + 3;
        TokenCut cut = TokenCut.of(ROW, Encoding.O200K_BASE, total - last - 2).orElseThrow();
        assertEquals(1, cut.turn());
        assertEquals("The clockwork turns the lens 👩‍🚒 around", answer.substring(0, cut.offset()));
    }
}
