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
    void aFilterOrANumberPicksNothing() {
        assertEquals(Optional.empty(), Picked.of("tokens >= 850 and tokens <= 1399"));
        assertEquals(Optional.empty(), Picked.of("12"));
        assertEquals(Optional.empty(), Picked.of("rows : x"));
    }
}
