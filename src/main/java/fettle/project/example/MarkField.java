package fettle.project.example;

import fettle.example.ExampleQuery.Condition;
import fettle.job.ExpectedException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A field that is told from outside: the rows of each value.
final class MarkField implements Field {

    private Map<String, BitSet> rows = Map.of();

    /// `ids` of the rows by value; what there was before is forgotten.
    void set(Map<String, long[]> ids) {
        Map<String, BitSet> fresh = new TreeMap<>();
        ids.forEach((value, ofValue) -> {
            var places = new BitSet();
            for (long id : ofValue) {
                places.set((int) id - 1);
            }
            fresh.put(value, places);
        });
        rows = fresh;
    }

    @Override
    public BitSet fitting(Condition condition, int size) throws ExpectedException {
        TextTest test = TextTest.of(condition);
        var found = new BitSet(size);
        rows.forEach((value, places) -> {
            if (test.fits().test(value)) {
                found.or(places);
            }
        });
        if (test.fits().test("")) {
            found.or(Bits.not(all(), size));
        }
        found.clear(size, Math.max(size, found.length()));
        return test.negated() ? Bits.not(found, size) : found;
    }

    private BitSet all() {
        var all = new BitSet();
        rows.values().forEach(all::or);
        return all;
    }

    @Override
    public Column order() {
        List<BitSet> values = new ArrayList<>(rows.values());
        return (from, count, into) -> {
            for (int row = 0; row < count; row++) {
                into[row] = first(values, from + row);
            }
        };
    }

    private static int first(List<BitSet> values, int place) {
        for (int value = 0; value < values.size(); value++) {
            if (values.get(value).get(place)) {
                return value;
            }
        }
        return Column.BLANK;
    }

    @Override
    public Tally count(BitSet among, Set<String> named) {
        List<String> values = List.copyOf(rows.keySet());
        int[] counts = new int[values.size()];
        BitSet blank = (BitSet) among.clone();
        int number = 0;
        for (BitSet places : rows.values()) {
            BitSet both = (BitSet) places.clone();
            both.and(among);
            counts[number++] = both.cardinality();
            blank.andNot(places);
        }
        return new Tally.Choices(new Choices(counts, values::get).list(blank.cardinality(), named));
    }
}
