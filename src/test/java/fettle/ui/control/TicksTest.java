package fettle.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TicksTest {

    @Test
    void linearTicksAreRound() {
        assertEquals(List.of("1.0", "1.5", "2.0", "2.5", "3.0", "3.5"), texts(Ticks.linear(0.9, 3.8, 6)));
        assertEquals(List.of("0", "50", "100"), texts(Ticks.linear(0, 100, 2)));
        assertEquals(List.of("0", "2,000", "4,000"), texts(Ticks.linear(0, 5_000, 2)));
    }

    @Test
    void countsAreWhole() {
        assertEquals(List.of("0", "1", "2"), texts(Ticks.whole(0, 2, 5)));
        assertEquals(List.of("0", "1"), texts(Ticks.whole(0, 1, 5)));
    }

    @Test
    void logTicksAreOneTwoFive() {
        assertEquals(List.of("0.1", "0.2", "0.5", "1.0", "2.0", "5.0"), texts(Ticks.log(0.09, 6)));
        assertTrue(Ticks.log(1.0, 2.0).size() >= 3, "a narrow range still has numbers");
    }

    @Test
    void timesAreRound() {
        assertEquals(List.of("0:00", "1:00", "2:00"), Ticks.time(150, 3).stream().map(Ticks::clock).toList());
        assertEquals("1:01:01", Ticks.clock(3661));
    }

    private static List<String> texts(List<Double> ticks) {
        return ticks.stream().map(tick -> Ticks.text(tick, ticks)).toList();
    }
}
