package fettle.token.bpe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/// How often two tokens stand beside each other in the words of a text, kept up to date while they are merged.
final class PairCounts {

    record Pair(int left, int right) implements Comparable<Pair> {

        @Override
        public int compareTo(Pair other) {
            return left != other.left ? Integer.compare(left, other.left) : Integer.compare(right, other.right);
        }
    }

    private record Candidate(Pair pair, long count) {}

    private static final class Word {

        private int[] ids;
        private final long count;

        Word(int[] ids, long count) {
            this.ids = ids;
            this.count = count;
        }
    }

    private final List<Word> words = new ArrayList<>();
    private final Map<Pair, Long> counts = new HashMap<>();
    private final Map<Pair, Set<Integer>> wordsWith = new HashMap<>();

    /// The most frequent first; of equals, the pair with the lower ids. An entry may be out of date.
    private final PriorityQueue<Candidate> queue = new PriorityQueue<>(
            Comparator.comparingLong(Candidate::count).reversed().thenComparing(Candidate::pair));

    PairCounts(Map<String, Long> wordCounts, Map<String, Integer> idOfLetter) {
        wordCounts.forEach((word, count) -> {
            int[] ids = ByteAlphabet.spell(word.getBytes(StandardCharsets.UTF_8)).chars()
                    .map(letter -> idOfLetter.getOrDefault(String.valueOf((char) letter), 0)).toArray();
            words.add(new Word(ids, count));
        });
        for (int i = 0; i < words.size(); i++) {
            addPairs(i);
        }
        counts.forEach((pair, count) -> queue.add(new Candidate(pair, count)));
    }

    /// The pair to merge next; empty when no word has two tokens left.
    Optional<Pair> mostFrequent() {
        Candidate top;
        while ((top = queue.poll()) != null) {
            long count = counts.getOrDefault(top.pair(), 0L);
            if (count == top.count() && count > 0) {
                return Optional.of(top.pair());
            }
            if (count > 0 && count < top.count()) {
                queue.add(new Candidate(top.pair(), count));
            }
        }
        return Optional.empty();
    }

    /// Replaces `pair` by the token `merged` in every word.
    void merge(Pair pair, int merged) {
        var touched = new HashSet<Pair>();
        for (int index : wordsWith.getOrDefault(pair, Set.of())) {
            Word word = words.get(index);
            removePairs(word);
            word.ids = merged(word.ids, pair, merged);
            addPairs(index);
            for (int i = 0; i + 1 < word.ids.length; i++) {
                if (word.ids[i] == merged || word.ids[i + 1] == merged) {
                    touched.add(new Pair(word.ids[i], word.ids[i + 1]));
                }
            }
        }
        counts.remove(pair);
        wordsWith.remove(pair);
        for (Pair fresh : touched) {
            queue.add(new Candidate(fresh, counts.getOrDefault(fresh, 0L)));
        }
    }

    private static int[] merged(int[] ids, Pair pair, int merged) {
        var out = new IdList();
        for (int i = 0; i < ids.length; i++) {
            if (i + 1 < ids.length && ids[i] == pair.left() && ids[i + 1] == pair.right()) {
                out.add(merged);
                i++;
            } else {
                out.add(ids[i]);
            }
        }
        return out.toArray();
    }

    private void addPairs(int index) {
        Word word = words.get(index);
        for (int i = 0; i + 1 < word.ids.length; i++) {
            var pair = new Pair(word.ids[i], word.ids[i + 1]);
            counts.merge(pair, word.count, Long::sum);
            wordsWith.computeIfAbsent(pair, _ -> new HashSet<>()).add(index);
        }
    }

    private void removePairs(Word word) {
        for (int i = 0; i + 1 < word.ids.length; i++) {
            counts.merge(new Pair(word.ids[i], word.ids[i + 1]), -word.count, Long::sum);
        }
    }
}
