package fettle.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.ui.control.Curve.Axis;
import fettle.ui.control.Curve.Kind;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class EnvelopeTest {

    @Test
    void aSpikeOfOneStepSurvivesAHundredThousand() {
        var curve = new Curve("train", Kind.TRAIN);
        for (int step = 1; step <= 100_000; step++) {
            curve.add(step, step, step, step == 61_803 ? 9.5 : 1 + 1.0 / step);
        }

        Envelope envelope = curve.envelope(Axis.STEP, 0, 100_000, 700);

        assertEquals(700, envelope.size());
        double highest = 0;
        int at = 0;
        for (int bucket = 0; bucket < envelope.size(); bucket++) {
            if (envelope.high(bucket) > highest && bucket > 0) {
                highest = envelope.high(bucket);
                at = bucket;
            }
        }
        assertEquals(9.5, highest);
        assertEquals(61_803 * 700 / 100_000, at);
    }

    @Test
    void everyValueLiesWithinItsBucket() {
        var random = new SplittableRandom(7);
        var curve = new Curve("train", Kind.TRAIN);
        for (int step = 1; step <= 5_000; step++) {
            curve.add(step, step * 100.0, step * 0.3, random.nextDouble());
        }

        Envelope envelope = curve.envelope(Axis.TIME, 0, 1_500, 300);

        int from = 0;
        for (int bucket = 0; bucket < envelope.size(); bucket++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int index = from; index <= envelope.last(bucket); index++) {
                low = Math.min(low, curve.value(index));
                high = Math.max(high, curve.value(index));
            }
            assertEquals(low, envelope.low(bucket));
            assertEquals(high, envelope.high(bucket));
            from = envelope.last(bucket) + 1;
        }
        assertEquals(5_000, from);
    }

    @Test
    void aShortCurveKeepsSomeSixValuesInABucket() {
        var curve = new Curve("train", Kind.TRAIN);
        for (int step = 1; step <= 240; step++) {
            curve.add(step, step, step, step % 2);
        }

        Envelope envelope = curve.envelope(Axis.STEP, 0, 240, 700);

        assertEquals(40, envelope.size());
        for (int bucket = 0; bucket < envelope.size(); bucket++) {
            assertEquals(0, envelope.low(bucket));
            assertEquals(1, envelope.high(bucket));
        }
    }

    @Test
    void valuesThatAreNotNumbersArePassedOver() {
        var curve = new Curve("train", Kind.TRAIN);
        curve.add(1, 1, 1, 2);
        curve.add(2, 2, 2, Double.NaN);
        curve.add(3, 3, 3, Double.POSITIVE_INFINITY);
        curve.add(4, 4, 4, 1);

        Envelope envelope = curve.envelope(Axis.STEP, 0, 4, 100);

        assertEquals(2, envelope.size());
        assertEquals(2, envelope.high(0));
        assertEquals(1, envelope.high(1));
        assertEquals(1.5, curve.smoothed(3, 10));
    }

    @Test
    void thinningAHundredThousandTakesAFewMilliseconds() {
        var curve = new Curve("train", Kind.TRAIN);
        for (int step = 1; step <= 100_000; step++) {
            curve.add(step, step, step, Math.sin(step));
        }
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 30; round++) {
            long from = System.nanoTime();
            curve.envelope(Axis.STEP, 0, 100_000, 900);
            best = Math.min(best, System.nanoTime() - from);
        }
        assertTrue(best < 20_000_000, "thinning took " + best / 1e6 + " ms"); // 2 ms on a quiet machine; here others run
    }
}
