package fettle.document.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells whether one of up to 64 short sequences of character classes stands in a text: one bit a sequence, one mask a
/// place in it and character. As a regular expression the same took a thousand times as long.
final class UnlikelySequences {

    private static final int LONGEST = 8;
    private static final Pattern PART = Pattern.compile("\\\\u[0-9A-F]{4}|\\\\[sw]\\??|\\[(?:\\\\.|[^\\]])*]|.");
    private static final Pattern NAMED = Pattern.compile("\\\\u([0-9A-F]{4})(?:-\\\\u([0-9A-F]{4}))?");

    /// Symbols: a letter of no class, a space, anything else; then each character that a class names.
    private static final int FIRST_NAMED = 3;
    private static final String UNNAMED = "\u4E00\u3000\u2603";

    private final short[] symbols = new short[1 << 16];
    private final long[][] masks;
    private final long[] ended = new long[LONGEST];
    private long anchored;

    /// Each line a sequence, written as a regular expression of classes, characters, `\s`, `\w`, `.`, `\s?` and `^`.
    UnlikelySequences(List<String> lines) {
        List<List<String>> sequences = lines.stream().flatMap(line -> expanded(line).stream()).toList();
        String characters = characters(lines);
        for (int character = 0; character < symbols.length; character++) {
            boolean word = Character.isLetterOrDigit(character)
                    || Character.getType(character) == Character.NON_SPACING_MARK;
            symbols[character] = (short) (word ? 0 : Character.isWhitespace(character) ? 1 : 2);
        }
        for (int i = FIRST_NAMED; i < characters.length(); i++) {
            symbols[characters.charAt(i)] = (short) i;
        }
        masks = new long[LONGEST][characters.length()];
        for (int i = 0; i < sequences.size(); i++) {
            enter(sequences.get(i), 1L << i, characters);
        }
    }

    private static String characters(List<String> lines) {
        var named = new TreeSet<Character>();
        for (char ascii = 0; ascii < 0x100; ascii++) {
            named.add(ascii);
        }
        for (String line : lines) {
            Matcher one = NAMED.matcher(line);
            while (one.find()) {
                int from = Integer.parseInt(one.group(1), 16);
                int to = one.group(2) == null ? from : Integer.parseInt(one.group(2), 16);
                for (int character = from; character <= to; character++) {
                    named.add((char) character);
                }
            }
        }
        var all = new StringBuilder(UNNAMED);
        named.forEach(all::append);
        return all.toString();
    }

    /// With and without what may be absent.
    private static List<List<String>> expanded(String line) {
        var with = new ArrayList<String>();
        var without = new ArrayList<String>();
        Matcher part = PART.matcher(line);
        while (part.find()) {
            boolean absent = part.group().endsWith("?") && part.group().length() == 3;
            with.add(absent ? part.group().substring(0, 2) : part.group());
            if (!absent) {
                without.add(part.group());
            }
        }
        return with.size() == without.size() ? List.of(with) : List.of(with, without);
    }

    private void enter(List<String> sequence, long bit, String characters) {
        boolean begins = sequence.getFirst().equals("^");
        anchored |= begins ? bit : 0;
        List<String> parts = begins ? sequence.subList(1, sequence.size()) : sequence;
        for (int place = 0; place < LONGEST; place++) {
            boolean over = place >= parts.size();
            ended[place] |= over ? bit : 0;
            Pattern part = over ? Pattern.compile("") : Pattern.compile("(?dU)" + parts.get(place));
            for (int i = 0; i < characters.length(); i++) {
                if (over || part.matcher(characters.substring(i, i + 1)).matches()) {
                    masks[place][i] |= bit;
                }
            }
        }
    }

    boolean isIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            long alive = masks[0][symbols[text.charAt(i)]];
            if (i > 0) {
                alive &= ~anchored;
            }
            for (int place = 1; alive != 0 && place < LONGEST; place++) {
                alive &= i + place < text.length() ? masks[place][symbols[text.charAt(i + place)]] : ended[place];
            }
            if (alive != 0) {
                return true;
            }
        }
        return false;
    }
}
