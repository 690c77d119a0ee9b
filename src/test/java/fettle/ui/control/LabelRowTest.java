package fettle.ui.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LabelRowTest {

    @Test
    void labelsWithRoomStandCentred() {
        assertArrayEquals(new double[]{80, 180}, LabelRow.place(new double[]{100, 200}, new double[]{40, 40}, 8, 300));
    }

    @Test
    void crowdedLabelsStepAside() {
        assertArrayEquals(new double[]{76, 124}, LabelRow.place(new double[]{118, 122}, new double[]{40, 40}, 8, 300));
    }

    @Test
    void noneOverlapsAndNoneLeavesTheRoom() {
        var random = new SplittableRandom(3);
        for (int round = 0; round < 500; round++) {
            double[] anchors = random.doubles(4, 0, 600).sorted().toArray();
            double[] widths = random.doubles(4, 30, 120).toArray();

            double[] lefts = LabelRow.place(anchors, widths, 10, 600);

            for (int label = 0; label < 4; label++) {
                double end = label == 3 ? 600 : lefts[label + 1] - 10;
                assertTrue(lefts[label] >= -1e-9 && lefts[label] + widths[label] <= end + 1e-9,
                        Arrays.toString(anchors) + Arrays.toString(widths) + Arrays.toString(lefts));
            }
        }
    }
}
