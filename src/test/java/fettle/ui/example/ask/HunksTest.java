package fettle.ui.example.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HunksTest {

    private static final String BEFORE = "The lamp turns by an engine, one metre a day.";
    private static final String AFTER = "The lamp turns by a clockwork, one metre an hour.";

    @Test
    void allTakenIsTheSuggestionAndNoneIsThePresentText() {
        Hunks hunks = Hunks.of(BEFORE, AFTER);
        assertEquals(2, hunks.count());
        assertEquals(AFTER, hunks.result());
        assertEquals(BEFORE, hunks.with(0, false).with(1, false).result());
        assertEquals("The lamp turns by an engine, one metre an hour.", hunks.with(0, false).result());
        assertEquals(AFTER, hunks.with(0, false).with(0, true).result());
    }

    @Test
    void theDrawnTextHasBothSidesOfEachChange() {
        Hunks.Drawn drawn = Hunks.of(BEFORE, AFTER).with(1, false).draw(1);
        assertTrue(drawn.text().contains("engine") && drawn.text().contains("clockwork"), drawn.text());
        assertEquals(2, drawn.places().size());
        assertTrue(drawn.styling().spans().stream().anyMatch(span -> span.style().equals("hunk-current")));
        assertTrue(drawn.styling().spans().stream().anyMatch(span -> span.style().equals("hunk-kept")));
    }

    @Test
    void theSameTextHasNoChange() {
        assertEquals(0, Hunks.of(BEFORE, BEFORE).count());
        assertEquals("", Hunks.of("a", "").result());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Sure! Here is the text:\\n\\nRed.|Red.", "<think>Hm.</think>\\nRed.|Red.",
            "```\\nRed.\\n```|Red.", "\"Red.\"|Red.", "Here is how it works: red.|", "Red.|",
            "\"Red\" is \"blue\".|"})
    void whatStandsAroundAnAnswerIsFound(String answer, String without) {
        Optional<Chatter> found = Chatter.in(answer.replace("\\n", "\n"), "Blue.");
        assertEquals(Optional.ofNullable(without), found.map(Chatter::without));
    }
}
