package fettle.document.clean;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds many words at once in a text, whatever their case (Aho and Corasick, 1975). Words are ASCII in lower case.
final class KeywordIndex {

    private static final int LETTERS = 128;

    private int[] next = new int[LETTERS * 64];
    private final List<int[]> found = new ArrayList<>();
    private int nodes = 1;

    /// Called for each word that ends at a place.
    interface Sink {

        /// @param word its number in the list that the index was made of
        /// @param end the offset behind it
        void word(int word, int end);
    }

    KeywordIndex(List<String> words) {
        found.add(new int[0]);
        for (int word = 0; word < words.size(); word++) {
            enter(words.get(word), word);
        }
        link();
    }

    private void enter(String word, int number) {
        int node = 0;
        for (int i = 0; i < word.length(); i++) {
            int edge = node * LETTERS + word.charAt(i);
            if (next[edge] == 0) {
                if ((nodes + 1) * LETTERS > next.length) {
                    next = Arrays.copyOf(next, 2 * next.length);
                }
                next[edge] = nodes++;
                found.add(new int[0]);
            }
            node = next[edge];
        }
        found.set(node, with(found.get(node), new int[]{number}));
    }

    private static int[] with(int[] some, int[] more) {
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    /// Where a word breaks off, the longest end of what was read that begins another word goes on.
    private void link() {
        var fallbacks = new int[nodes];
        var queue = new ArrayDeque<Integer>();
        for (int letter = 0; letter < LETTERS; letter++) {
            if (next[letter] != 0) {
                queue.add(next[letter]);
            }
        }
        while (!queue.isEmpty()) {
            int node = queue.remove();
            int fallback = fallbacks[node];
            found.set(node, with(found.get(node), found.get(fallback)));
            for (int letter = 0; letter < LETTERS; letter++) {
                int child = next[node * LETTERS + letter];
                int other = next[fallback * LETTERS + letter];
                if (child == 0) {
                    next[node * LETTERS + letter] = other;
                } else {
                    fallbacks[child] = other;
                    queue.add(child);
                }
            }
        }
    }

    boolean isIn(String text) {
        var any = new boolean[1];
        scan(text, (_, _) -> any[0] = true);
        return any[0];
    }

    void scan(String text, Sink sink) {
        int node = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= LETTERS) {
                node = 0;
                continue;
            }
            int lower = character >= 'A' && character <= 'Z' ? character + 32 : character;
            node = next[node * LETTERS + lower];
            for (int word : found.get(node)) {
                sink.word(word, i + 1);
            }
        }
    }
}
