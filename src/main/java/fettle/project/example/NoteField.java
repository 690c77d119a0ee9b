package fettle.project.example;

import fettle.example.ExampleQuery.Condition;
import fettle.job.ExpectedException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The notes of rows, which few have.
final class NoteField implements Field {

    private final Map<Integer, String> notes;

    /// `notes` by place.
    NoteField(Map<Integer, String> notes) {
        this.notes = notes;
    }

    @Override
    public BitSet fitting(Condition condition, int size) throws ExpectedException {
        TextTest test = TextTest.of(condition);
        var found = new BitSet(size);
        found.set(0, size, test.fits().test(""));
        notes.forEach((place, note) -> found.set(place, test.fits().test(note)));
        return test.negated() ? Bits.not(found, size) : found;
    }

    @Override
    public Column order() {
        String[] sorted = notes.values().stream().distinct().sorted().toArray(String[]::new);
        Map<Integer, Integer> ranks = new HashMap<>();
        notes.forEach((place, note) -> ranks.put(place, Arrays.binarySearch(sorted, note)));
        return (from, count, into) -> {
            for (int row = 0; row < count; row++) {
                into[row] = ranks.getOrDefault(from + row, Column.BLANK);
            }
        };
    }

    @Override
    public Tally count(BitSet rows, Set<String> named) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        int noted = 0;
        for (Map.Entry<Integer, String> note : notes.entrySet()) {
            if (rows.get(note.getKey())) {
                counts.merge(note.getValue(), 1, Integer::sum);
                noted++;
            }
        }
        String[] texts = counts.keySet().toArray(String[]::new);
        int[] numbers = counts.values().stream().mapToInt(Integer::intValue).toArray();
        return new Tally.Choices(new Choices(numbers, text -> texts[text])
                .list(rows.cardinality() - noted, named));
    }
}
