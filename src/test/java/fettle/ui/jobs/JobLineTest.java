package fettle.ui.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.job.ExpectedException;
import fettle.job.JobState;
import fettle.job.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JobLineTest {

    @Test
    void runningWorkSaysHowFarAndHowLong() {
        var state = new JobState(1, "Tuning", 0, Optional.empty(), 223, 360, "epoch 2", Optional.empty());

        JobLine line = JobLine.of(state, 90_000);

        assertEquals("223 of 360, about 1 min left · epoch 2", line.sentence());
        assertEquals(223 / 360.0, line.share());
    }

    @Test
    void aFailureIsASentenceWithWhatToDo() {
        var cause = new ExpectedException("no-natives", "This machine has no natives.", "Everything else works.");
        var state = new JobState(1, "Tuning", 0, Optional.of(900L), 0, 0, "", Optional.of(new Outcome.Failed<>(cause)));

        assertEquals(new JobLine(1, "Tuning", JobLine.Kind.FAILED, "This machine has no natives.",
                "Everything else works.", -1, ""), JobLine.of(state, 1_000));
    }

    @Test
    void whatWasStoppedAndWhatWasDoneIsSaid() {
        var stopped = new JobState(1, "Import", 0, Optional.of(3_000L), 0, 0, "", Optional.of(new Outcome.Stopped<>()));
        var done = new JobState(1, "Import", 0, Optional.of(12_000L), 0, 0, "", Optional.of(new Outcome.Done<>(1)));

        assertEquals("Stopped after 3.0 s. What was finished is kept.", JobLine.of(stopped, 9_000).sentence());
        assertEquals("Took 12 s.", JobLine.of(done, 99_000).sentence());
    }
}
