package fettle.ui.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.tuning.TuningEvent.CheckpointSaved;
import fettle.tuning.TuningEvent.Ended;
import fettle.tuning.TuningEvent.Validated;
import fettle.tuning.TuningStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TuningNotesTest {

    private final TuningNotes notes = new TuningNotes();

    @Test
    void onlyTheNewestBestStands() {
        notes.accept(new Validated(10, 3, 0.5));
        notes.accept(new Validated(20, 2, 0.5));
        notes.accept(new CheckpointSaved(20, "step-20"));

        assertEquals(List.of("Checkpoint kept: the best so far.", "Best validation so far: 2.00."), texts());
    }

    @Test
    void validationThatRisesIsToldWithTheBest() {
        notes.accept(new Validated(10, 2, 0.5));
        notes.accept(new Validated(20, 2.1, 0.5));
        assertEquals("Validation rose once since step 10, where it was 2.00.", texts().getFirst());
        notes.accept(new Validated(30, 2.2, 0.5));
        notes.accept(new Validated(40, 2.3, 0.5));

        assertEquals("Validation rose three times in a row. The best was step 10 with 2.00: it learns its rows by heart"
                + " now.", texts().getFirst());
        assertEquals(3, notes.rises());
    }

    @Test
    void aSpikeIsToldOnceAndANoisyCurveHasNone() {
        for (int step = 1; step <= 60; step++) {
            notes.accept(Told.step(step, step == 50 || step == 51 ? 9 : 2 + step % 3 * 0.1));
        }

        assertEquals(1, texts().size());
        assertEquals(50, notes.notes().getFirst().step());
        assertTrue(texts().getFirst().startsWith("Loss 9.00, "), texts().getFirst());
    }

    @Test
    void aLossThatHalvedIsTold() {
        for (int step = 1; step <= 100; step++) {
            notes.accept(Told.step(step, Math.max(1, 4 - step * 0.05)));
        }

        assertEquals(List.of("The loss has halved, from 3.90."), texts());
    }

    @Test
    void aLossThatIsNotANumberIsToldOnceWithWhatToDo() {
        notes.accept(Told.step(1, Double.NaN));
        notes.accept(Told.step(2, Double.NaN));

        assertEquals(List.of("The loss is not a number. Stop, and try again with half the learning rate."), texts());
    }

    @Test
    void theEndIsItsOwnSentence() {
        notes.accept(new Ended(TuningStatus.SUCCEEDED, "Done after 100 steps."));

        assertEquals(List.of("Done after 100 steps."), texts());
    }

    private List<String> texts() {
        return notes.notes().stream().map(Note::text).toList();
    }
}
