package fettle.document.clean;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;

/// How evenly the characters of a text are spread.
final class Entropy {

    private Entropy() {}

    /// Shannon's entropy in bits a character, the length being that in UTF-8.
    static double of(String text) {
        var counts = new HashMap<Integer, Integer>();
        text.codePoints().forEach(character -> counts.merge(character, 1, Integer::sum));
        double length = text.getBytes(StandardCharsets.UTF_8).length;
        double bits = 0;
        for (int count : counts.values()) {
            bits -= count / length * Math.log(count / length) / Math.log(2);
        }
        return bits;
    }
}
