package fettle.project.example;

import fettle.example.SearchText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A quick look at a row's JSON before it is parsed: refuses most rows that cannot hold what is searched for.
final class PlainWords {

    /// In lower case; only words of plain letters and digits.
    private final List<byte[]> words;

    /// Whether a word is wanted that no plain text has.
    private final boolean wantsOthers;

    PlainWords(SearchText search) {
        List<String> all = search.wanted().stream().flatMap(term -> term.words().stream()).distinct().toList();
        List<String> plain = all.stream().filter(word -> word.chars().allMatch(unit -> unit < 0x80)).toList();
        words = plain.stream().map(word -> word.getBytes(StandardCharsets.US_ASCII)).toList();
        wantsOthers = plain.size() < all.size();
    }

    /// False only when a word is missing. JSON with letters beyond ASCII, or escaped ones, may hold anything.
    boolean mayOccurIn(byte[] json) {
        if (!isPlain(json)) {
            return true;
        }
        if (wantsOthers) {
            return false;
        }
        for (byte[] word : words) {
            if (!occursIn(json, word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(byte[] json) {
        for (int at = 0; at < json.length; at++) {
            if (json[at] < 0 || (json[at] == '\\' && at + 1 < json.length && json[at + 1] == 'u')) {
                return false;
            }
        }
        return true;
    }

    private static boolean occursIn(byte[] json, byte[] word) {
        for (int at = 0; at <= json.length - word.length; at++) {
            int matched = 0;
            while (matched < word.length && lower(json[at + matched]) == word[matched]) {
                matched++;
            }
            if (matched == word.length) {
                return true;
            }
        }
        return false;
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
    }
}
