package fettle.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NearWordsTest {

    private final NearWords words = new NearWords();

    @Test
    void findsTheRowWithTheRareWordsInCommon() {
        words.add(1, "What does a view call cost? Nothing for the caller.");
        words.add(2, "What does the keeper write into the log of the tower?");
        words.add(3, "What is the light of the north?");
        var near = words.nearest("Compare the view call and the change call", 0).orElseThrow();
        assertEquals(1, near.id());
        assertTrue(near.similarity() > 0.2 && near.similarity() < 0.9, near.toString());
        assertEquals(1, words.nearest("What does a view call cost? Nothing for the caller.", 0).orElseThrow()
                .similarity(), 1e-6);
    }

    @Test
    void passesOverTheRowItselfAndTextsWithNothingInCommon() {
        words.add(7, "为什么灯塔需要红色的光");
        assertEquals(7, words.nearest("灯塔的光", 0).orElseThrow().id());
        assertEquals(Optional.empty(), words.nearest("灯塔的光", 7));
        assertEquals(Optional.empty(), words.nearest("entirely other", 0));
        assertEquals(Optional.empty(), new NearWords().nearest("anything", 0));
    }
}
