package fettle.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.ui.control.Curve.Axis;
import fettle.ui.control.Curve.Kind;
import org.junit.jupiter.api.Test;

final class CurveTest {

    @Test
    void aResumedStepReplacesWhatStoodFromThereOn() {
        var curve = new Curve("train", Kind.TRAIN);
        curve.add(1, 10, 1, 4);
        curve.add(2, 20, 2, 3);
        curve.add(3, 30, 3, 2);

        curve.add(2, 20, 5, 3.5);

        assertEquals(2, curve.size());
        assertEquals(3.5, curve.value(1));
        assertEquals(3.75, curve.smoothed(1, 10));
    }

    @Test
    void theDrawnLineOfAShortRunStaysWithItsLosses() {
        assertEquals(1, falling(20).window());
        assertEquals(4, falling(100).window());
        assertEquals(10, falling(300).window());
        assertEquals(25, falling(1_000).window());
    }

    private static Curve falling(int steps) {
        var curve = new Curve("train", Kind.TRAIN);
        for (int step = 1; step <= steps; step++) {
            curve.add(step, step, step, 4.0 / step);
        }
        return curve;
    }

    @Test
    void aStepLiesBetweenItsNeighboursOnEveryAxis() {
        var curve = new Curve("train", Kind.TRAIN);
        curve.add(10, 1_000, 5, 4);
        curve.add(20, 3_000, 15, 3);

        assertEquals(2_000, curve.placeOf(15, Axis.TOKENS));
        assertEquals(500, curve.placeOf(5, Axis.TOKENS));
        assertEquals(30, curve.placeOf(40, Axis.TIME));
        assertEquals(15, curve.placeOf(15, Axis.STEP));
    }

    @Test
    void theNearestValueIsFound() {
        var curve = new Curve("train", Kind.TRAIN);
        assertEquals(-1, curve.nearest(3, Axis.STEP));
        curve.add(10, 1, 1, 4);
        curve.add(20, 2, 2, 3);

        assertEquals(0, curve.nearest(14, Axis.STEP));
        assertEquals(1, curve.nearest(16, Axis.STEP));
        assertEquals(1, curve.nearest(99, Axis.STEP));
        assertEquals(0, curve.nearest(-5, Axis.STEP));
    }
}
