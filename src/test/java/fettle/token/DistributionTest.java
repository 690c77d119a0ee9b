package fettle.token;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.token.Histogram.Bin;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DistributionTest {

    @Test
    void interpolatesBetweenNeighbours() {
        int[] values = {4, 1, 3, 2};
        // places 0.15, 0.75, 1.5, 2.25, 2.7, 2.85, 2.97 in 1 2 3 4
        var expected = new Distribution(4, 1, 4, 2.5, 2.5, 1.15, 1.75, 3.25, 3.7, 3.85, 3.97, 10);
        var found = Distribution.of(values);
        assertEquals(expected.median(), found.median(), 1e-12);
        assertEquals(expected.p5(), found.p5(), 1e-12);
        assertEquals(expected.p25(), found.p25(), 1e-12);
        assertEquals(expected.p75(), found.p75(), 1e-12);
        assertEquals(expected.p90(), found.p90(), 1e-12);
        assertEquals(expected.p95(), found.p95(), 1e-12);
        assertEquals(expected.p99(), found.p99(), 1e-12);
        assertEquals(List.of(4, 1, 4, 2.5, 10L),
                List.of(found.count(), found.min(), found.max(), found.mean(), found.sum()));
        assertArrayEquals(new int[]{4, 1, 3, 2}, values);
    }

    @Test
    void ofOneNumberAllIsThatNumber() {
        assertEquals(new Distribution(1, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7), Distribution.of(new int[]{7}));
    }

    @Test
    void ofNothingAllIsNothing() {
        assertEquals(new Distribution(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), Distribution.of(new int[0]));
        assertEquals(List.of(), Histogram.of(new int[0], 10).bins());
    }

    @Test
    void binsHaveRoundEdgesAndTheUpperOneIsExclusive() {
        assertEquals(List.of(new Bin(0, 20, 2), new Bin(20, 40, 1), new Bin(40, 60, 1)),
                Histogram.of(new int[]{0, 19, 20, 40}, 3).bins());
        assertEquals(List.of(new Bin(5, 6, 2)), Histogram.of(new int[]{5, 5}, 20).bins());
    }

    @Test
    void everyNumberLiesInOneBin() {
        var random = new Random(3);
        for (int round = 0; round < 300; round++) {
            int[] values = random.ints(1 + random.nextInt(50)).map(value -> value >> random.nextInt(31)).toArray();
            int wanted = 1 + random.nextInt(40);
            List<Bin> bins = Histogram.of(values, wanted).bins();
            assertTrue(bins.size() <= wanted + 1, bins::toString);
            for (Bin bin : bins) {
                assertEquals(bin.count(),
                        IntStream.of(values).filter(value -> bin.from() <= value && value < bin.to()).count());
            }
            assertEquals(values.length, bins.stream().mapToInt(Bin::count).sum());
        }
    }
}
