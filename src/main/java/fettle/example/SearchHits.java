package fettle.example;

import fettle.example.SearchText.Hit;
import fettle.example.SearchText.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Finds the places of terms in one text.
final class SearchHits {

    private final List<Term> terms;
    private final StringBuilder words = new StringBuilder(" ");
    private int count;

    /// Of each word: where it begins in `words`, and where it begins and ends in the text.
    private int[] places = new int[256];
    private int[] starts = new int[256];
    private int[] ends = new int[256];

    SearchHits(List<Term> terms, String text) {
        this.terms = terms;
        var cutter = new SearchWords(text, words);
        int place = words.length();
        while (cutter.next()) {
            if (count == places.length) {
                places = Arrays.copyOf(places, count * 2);
                starts = Arrays.copyOf(starts, count * 2);
                ends = Arrays.copyOf(ends, count * 2);
            }
            places[count] = place;
            starts[count] = cutter.start();
            ends[count++] = cutter.end();
            place = words.length();
        }
    }

    List<Hit> hits() {
        var first = new BitSet(count); // words that a hit begins at
        var marked = new BitSet(count);
        var joined = new BitSet(count); // words that go on with the hit of the word before
        for (Term term : terms) {
            if (!term.excluded()) {
                mark(term, marked, joined);
            }
        }
        first.or(marked);
        first.andNot(joined);
        var hits = new ArrayList<Hit>();
        for (int word = first.nextSetBit(0); word >= 0; word = first.nextSetBit(word + 1)) {
            int last = word;
            while (joined.get(last + 1)) {
                last++;
            }
            hits.add(new Hit(starts[word], ends[last]));
        }
        return List.copyOf(hits);
    }

    private void mark(Term term, BitSet marked, BitSet joined) {
        String needle = term.needle();
        int length = term.words().size();
        for (int found = words.indexOf(needle); found >= 0; found = words.indexOf(needle, found + 1)) {
            int word = Arrays.binarySearch(places, 0, count, found + 1);
            marked.set(word, word + length);
            joined.set(word + 1, word + length);
        }
    }
}
