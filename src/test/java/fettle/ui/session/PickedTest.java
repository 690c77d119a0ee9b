package fettle.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PickedTest {

    @Test
    void aDetailCarriesRowsAndTheirName() {
        var picked = new Picked("empty answer: 2", List.of(7L, 3L));

        assertEquals("rows 7,3: empty answer: 2", picked.detail());
        assertEquals(Optional.of(picked), Picked.of(picked.detail()));
    }

    @Test
    void aMillionRowsInARunAreAFewLetters() {
        var ids = java.util.stream.LongStream.rangeClosed(1, 1_000_000).boxed().toList();
        var picked = new Picked("changed by “Imported faq.csv”", ids);

        assertEquals("rows 1-1000000: changed by “Imported faq.csv”", picked.detail());
        assertEquals(Optional.of(picked), Picked.of(picked.detail()));
        assertEquals(List.of(2L, 3L, 9L), Picked.of("rows 2-3,9: x").orElseThrow().ids());
    }

    @Test
    void aFilterOrANumberPicksNothing() {
        assertEquals(Optional.empty(), Picked.of("tokens >= 850 and tokens <= 1399"));
        assertEquals(Optional.empty(), Picked.of("12"));
        assertEquals(Optional.empty(), Picked.of("rows : x"));
    }
}
