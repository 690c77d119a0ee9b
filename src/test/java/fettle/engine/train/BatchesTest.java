package fettle.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.tuning.supervision.TrainingRow;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BatchesTest {

    private final List<TrainingRow> rows = IntStream.range(0, 23).mapToObj(i -> TrainingRow.whole(new int[2 + i % 5]))
            .toList();

    @Test
    void eachEpochSeesEachRowOnce() {
        var batches = new Batches(rows, 3, 2, 7);
        assertEquals(4, batches.stepsPerEpoch());
        for (int epoch = 0; epoch < 3; epoch++) {
            var seen = new HashSet<TrainingRow>();
            for (int step = 0; step < 4; step++) {
                batches.of(epoch * 4 + step).forEach(pass -> pass.forEach(row -> assertTrue(seen.add(row))));
            }
            assertEquals(23, seen.size());
        }
    }

    @Test
    void theOrderFollowsFromSeedAndStepAlone() {
        var batches = new Batches(rows, 3, 2, 7);
        batches.of(0);
        assertEquals(new Batches(rows, 3, 2, 7).of(6), batches.of(6));
        assertNotEquals(new Batches(rows, 3, 2, 8).of(6), batches.of(6));
        assertNotEquals(batches.of(0), batches.of(4));
    }

    @Test
    void rowsOfLikeLengthComeTogether() {
        var batches = new Batches(rows, 5, 1, 7);
        long same = IntStream.range(0, batches.stepsPerEpoch()).mapToObj(batches::of).flatMap(List::stream)
                .filter(pass -> pass.getLast().length() - pass.getFirst().length() <= 1).count();
        assertEquals(batches.stepsPerEpoch(), same);
    }
}
