package fettle.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TuningEventsTest {

    @Test
    void everyEventComesBackAsItWentOut() {
        List<TuningEvent> events = List.of(new TuningEvent.Started(30, 40, 20, 1234, 3_000_000_000L),
                new TuningEvent.Stepped(3, 30, 0.1, 4.25, 5e-4, 1.5, 3_000_000_000L, 812.5, 3.5),
                new TuningEvent.Validated(10, 2.5, 0.75), new TuningEvent.CheckpointSaved(10, "step-10"),
                new TuningEvent.Ended(TuningStatus.STOPPED, "Stopped by you after step 10."));
        assertEquals(events,
                events.stream().map(TuningEvents::toJson).map(TuningEvents::fromJson).map(Optional::get).toList());
    }

    @Test
    void aNumberThatIsNotFiniteIsNull() {
        String line = TuningEvents.toJson(new TuningEvent.Validated(1, Double.NaN, 0.5));
        assertEquals("{\"event\":\"validated\",\"step\":1,\"loss\":null,\"tokenAccuracy\":0.5}", line);
        assertEquals(Optional.of(new TuningEvent.Validated(1, Double.NaN, 0.5)), TuningEvents.fromJson(line));
    }

    @Test
    void aHalfWrittenLineIsNoEvent() {
        assertEquals(Optional.empty(), TuningEvents.fromJson("{\"event\":\"stepped\",\"step\":1"));
        assertEquals(Optional.empty(), TuningEvents.fromJson(""));
        assertEquals(Optional.empty(), TuningEvents.fromJson("[]"));
        assertEquals(Optional.empty(), TuningEvents.fromJson("{\"event\":\"ended\",\"status\":\"gone\"}"));
    }
}
