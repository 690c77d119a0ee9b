package fettle.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fettle.engine.TinyModel;
import fettle.job.ExpectedException;
import fettle.tuning.Recipe;
import org.junit.jupiter.api.Test;

final class ScheduleTest {

    @Test
    void theFirstStepOfAWarmUpHasRateZero() {
        var schedule = new Schedule(Schedule.Shape.CONSTANT, 1, 4, 10);
        assertEquals(0, schedule.at(0));
        assertEquals(0.75, schedule.at(3));
        assertEquals(1, schedule.at(4));
        assertEquals(1, schedule.at(9));
    }

    @Test
    void withoutWarmUpTheFirstStepHasTheHighestRate() {
        assertEquals(2, new Schedule(Schedule.Shape.COSINE, 2, 0, 10).at(0));
        assertEquals(2, new Schedule(Schedule.Shape.LINEAR, 2, 0, 10).at(0));
    }

    @Test
    void linearAndCosineHalveInTheMiddleAndEndAtZero() {
        for (Schedule.Shape shape : new Schedule.Shape[]{Schedule.Shape.LINEAR, Schedule.Shape.COSINE}) {
            var schedule = new Schedule(shape, 1, 2, 12);
            assertEquals(0.5, schedule.at(7), 1e-12);
            assertEquals(0, schedule.at(12), 1e-12);
        }
    }

    @Test
    void aShareOfWarmUpIsRoundedUp() throws ExpectedException {
        Recipe r = Recipe.DEFAULT;
        assertEquals(new Schedule(Schedule.Shape.COSINE, r.learningRate(), 4, 101), Schedule.of(r, 101));
        assertEquals(2, Schedule.of(TinyModel.RECIPE, 101).warmup());
    }

    @Test
    void anUnknownShapeIsNamed() {
        Recipe r = Recipe.DEFAULT;
        var odd = new Recipe(1, 0, 1, 1, r.learningRate(), "polynomial", 0, 0, 0, 1, 0.9, 0.999, 1e-8, 64, true, 0, 0,
                1, 2, 7);
        var refused = assertThrows(ExpectedException.class, () -> Schedule.of(odd, 10));
        assertEquals("lr_scheduler_type is \"polynomial\".", refused.getMessage());
    }
}
