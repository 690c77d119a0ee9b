package fettle.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class BackgroundTest {

    @Test
    void doesTheChoreStepByStepUntilNothingIsLeft() throws InterruptedException {
        var left = new AtomicInteger(3);
        var done = new CountDownLatch(3);
        try (var background = new Background("chore", 0, () -> {
            done.countDown();
            return left.decrementAndGet() > 0;
        })) {
            background.poke();
            assertTrue(done.await(20, TimeUnit.SECONDS));
        }
        assertEquals(0, left.get());
    }

    @Test
    void aProgramThatEndsWithinTheRestNeverBeginsTheChore() {
        var steps = new AtomicInteger();
        try (var background = new Background("chore", 600_000, () -> steps.incrementAndGet() < 0)) {
            background.poke();
        }
        assertEquals(0, steps.get());
    }

    @Test
    void afterAFailureItGoesOnWhenItIsAskedAgain() throws InterruptedException {
        var failed = new CountDownLatch(1);
        var again = new CountDownLatch(1);
        try (var background = new Background("chore", 0, () -> {
            if (failed.getCount() > 0) {
                failed.countDown();
                throw new IllegalStateException("on purpose");
            }
            again.countDown();
            return false;
        })) {
            background.poke();
            assertTrue(failed.await(20, TimeUnit.SECONDS));
            background.poke();
            assertTrue(again.await(20, TimeUnit.SECONDS));
        }
    }
}
