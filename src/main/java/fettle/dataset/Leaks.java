package fettle.dataset;

import fettle.dataset.Split.Leak;
import fettle.example.ExampleRow.Side;
import fettle.example.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds validation rows whose text stands in training rows, by runs of 13 words. System texts are left out, as they are
/// often the same everywhere; a run never crosses from one turn to the next.
final class Leaks {

    private static final int GRAM = 13;
    private static final int MOST = 10_000;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final Map<Long, List<Integer>> rowsByGram = new HashMap<>();
    private final List<Long> ids = new ArrayList<>();
    private final List<Integer> gramCounts = new ArrayList<>();
    private final List<Leak> leaks = new ArrayList<>();

    void addValidation(KeptRow row) {
        if (row.side() != Side.VALIDATION) {
            return;
        }
        Set<Long> grams = grams(row);
        for (long gram : grams) {
            rowsByGram.computeIfAbsent(gram, _ -> new ArrayList<>(1)).add(ids.size());
        }
        ids.add(row.example().id());
        gramCounts.add(grams.size());
    }

    void compareTraining(KeptRow row) {
        if (row.side() == Side.VALIDATION) {
            return;
        }
        Map<Integer, Integer> shared = new HashMap<>();
        for (long gram : grams(row)) {
            for (int place : rowsByGram.getOrDefault(gram, List.of())) {
                shared.merge(place, 1, Integer::sum);
            }
        }
        shared.forEach((place, count) -> leaks
                .add(new Leak(row.example().id(), ids.get(place), count / (double) gramCounts.get(place))));
        if (leaks.size() > 2 * MOST) {
            keepLargest();
        }
    }

    List<Leak> found() {
        keepLargest();
        return List.copyOf(leaks);
    }

    private void keepLargest() {
        leaks.sort(Comparator.comparingDouble(Leak::overlap).reversed().thenComparingLong(Leak::validation)
                .thenComparingLong(Leak::train));
        if (leaks.size() > MOST) {
            leaks.subList(MOST, leaks.size()).clear();
        }
    }

    private static Set<Long> grams(KeptRow row) {
        var grams = new HashSet<Long>();
        for (Turn turn : row.example().turns()) {
            if (!turn.role().equals("system") && !turn.role().equals("developer")) {
                add(turn.text(), grams);
            }
        }
        return grams;
    }

    private static void add(String text, Set<Long> grams) {
        long[] hashes = WORD.matcher(text.toLowerCase(Locale.ROOT)).results().mapToLong(word -> hash(word.group()))
                .toArray();
        for (int start = 0; start + GRAM <= hashes.length; start++) {
            long gram = 17;
            for (int i = start; i < start + GRAM; i++) {
                gram = mix(gram * 31 + hashes[i]);
            }
            grams.add(gram);
        }
    }

    private static long hash(String word) {
        long hash = 0xcbf29ce484222325L; // FNV-1a
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
        return mixed ^ (mixed >>> 33);
    }
}
