package fettle.dataset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Mends texts that a check found damaged.
final class TextRepairs {

    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})(.*)");
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /// Letters that stand for bytes of UTF-8 above 127.
    private static final Pattern WRONG = Pattern
            .compile(
                    "[\\u0080-\\u00FF\\u0152\\u0153\\u0160\\u0161\\u0178\\u017D\\u017E\\u0192\\u02C6\\u02DC\\u2013-\\u203A\\u20AC\\u2122]{2,}");

    private TextRepairs() {}

    /// With the fence closed that is open at the end.
    static String closed(String text) {
        String open = "";
        for (String line : text.split("\n", -1)) {
            Matcher fence = FENCE.matcher(line.stripTrailing());
            boolean marks = fence.matches();
            if (open.isEmpty() && marks && !(line.contains("`") && fence.group(2).contains("`"))) {
                open = fence.group(1);
            } else if (!open.isEmpty() && marks && fence.group(1).startsWith(open) && fence.group(2).isBlank()) {
                open = "";
            }
        }
        return open.isEmpty() ? text : text.stripTrailing() + "\n" + open;
    }

    /// UTF-8 that was read as windows-1252, read as what it is: Ã© becomes é. A stretch that is no UTF-8 stays.
    static String decoded(String text) {
        return WRONG.matcher(text).replaceAll(found -> Matcher.quoteReplacement(decodedRun(found.group())));
    }

    private static String decodedRun(String run) {
        try {
            byte[] bytes = bytes(run);
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return run;
        }
    }

    /// The bytes that such letters came from; the five that windows-1252 lacks came through as themselves.
    private static byte[] bytes(String run) throws CharacterCodingException {
        ByteBuffer bytes = ByteBuffer.allocate(run.length());
        for (int at = 0; at < run.length(); at++) {
            char letter = run.charAt(at);
            if (letter >= 0x80 && letter <= 0xFF) {
                bytes.put((byte) letter);
            } else {
                bytes.put(WINDOWS.newEncoder().encode(CharBuffer.wrap(new char[]{letter})).get());
            }
        }
        return bytes.array();
    }
}
