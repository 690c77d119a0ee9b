package fettle.document.clean;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Repairs text that was written in UTF-8 and read in another charset, even several times: "cafÃ©" was "café". Follows
/// ftfy 6.3.1's `fix_encoding` (Robyn Speer, Apache License 2.0), which touches only what nobody writes on purpose.
public final class Mojibake {

    /// A longer line is mended in pieces.
    private static final int LONGEST = 10_000;

    private static final Pattern A_GRAVE_WORD = Pattern.compile("\u00C3 (?! |quele|quela|quilo|s )");

    /// UTF-8 in which a byte A0 became a space.
    private static final Pattern ALTERED = Pattern.compile("[\u00C2\u00C3\u00C5\u00CE\u00D0\u00D9] "
            + "|[\u00E2\u00E3] [\u0080-\u0084\u0086-\u009F\u00A1-\u00BF]"
            + "|[\u00E0-\u00E3][\u0080-\u0084\u0086-\u009F\u00A1-\u00BF] " + "|\u00F0 [\u0080-\u00BF][\u0080-\u00BF]"
            + "|\u00F0[\u0080-\u00BF] [\u0080-\u00BF]" + "|\u00F0[\u0080-\u00BF][\u0080-\u00BF] ");

    /// UTF-8 of which bytes were lost: 1A stands for one of them.
    private static final Pattern LOSSY = Pattern.compile("[\u00C2-\u00DF]\u001A|[\u00C2\u00C3]\\?"
            + "|\u00ED[\u00A0-\u00AF][\u001A?]\u00ED[\u00B0-\u00BF][\u001A?\u0080-\u00BF]"
            + "|\u00ED[\u00A0-\u00AF][\u001A?\u0080-\u00BF]\u00ED[\u00B0-\u00BF][\u001A?]"
            + "|[\u00E0-\u00EF][\u001A?][\u001A\u0080-\u00BF]|[\u00E0-\u00EF][\u001A\u0080-\u00BF][\u001A?]"
            + "|[\u00F0-\u00F4][\u001A?][\u001A\u0080-\u00BF][\u001A\u0080-\u00BF]"
            + "|[\u00F0-\u00F4][\u001A\u0080-\u00BF][\u001A?][\u001A\u0080-\u00BF]"
            + "|[\u00F0-\u00F4][\u001A\u0080-\u00BF][\u001A\u0080-\u00BF][\u001A?]|\u001A");

    /// A character beyond the basic plane, written as two surrogates of three bytes each.
    private static final Pattern CESU = Pattern
            .compile("\u00ED([\u00A0-\u00AF])([\u0080-\u00BF])\u00ED([\u00B0-\u00BF])([\u0080-\u00BF])");

    private static final String LOST = "\u00EF\u00BF\u00BD"; // U+FFFD in UTF-8
    private static final MojibakeTables TABLES = MojibakeTables.FTFY;

    private Mojibake() {}

    /// The text as it was meant; empty when nothing of it looks wrongly decoded.
    public static Optional<String> mend(String text) {
        List<Edit> edits = edits(text);
        return edits.isEmpty() ? Optional.empty() : Optional.of(Edit.apply(text, edits));
    }

    /// Whether some of it looks wrongly decoded and can be mended.
    public static boolean isIn(String text) {
        return !edits(text).isEmpty();
    }

    /// Line by line, as the kinds of damage may differ.
    static List<Edit> edits(String text) {
        var edits = new ArrayList<Edit>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            int cut = Math.min(end, start + LONGEST);
            while (cut < end && text.charAt(cut) != ' ' && cut < start + 2 * LONGEST) {
                cut++;
            }
            if (isTelling(text, start, cut)) {
                String line = text.substring(start, cut);
                String mended = line(line);
                if (!mended.equals(line)) {
                    edits.add(Edit.narrow(start, line, mended));
                }
            }
            start = cut == end ? end + 1 : cut;
        }
        return edits;
    }

    private static boolean isTelling(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char character = text.charAt(i);
            if (character >= 0x80 && TABLES.telling().get(character)) {
                return true;
            }
        }
        return false;
    }

    private static String line(String line) {
        String before = line;
        while (true) {
            String after = step(before);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
    }

    private static String step(String text) {
        if (!isBad(text)) {
            return text;
        }
        for (ByteCharset charset : TABLES.charsets()) {
            Optional<String> bytes = charset.bytes(text);
            if (bytes.isPresent()) {
                Optional<String> decoded = decoded(bytes.get(), charset);
                if (decoded.isPresent()) {
                    return decoded.get();
                }
            }
        }
        String parts = embedded(text);
        if (!parts.equals(text)) {
            return parts;
        }
        return controlsAsWindows(text);
    }

    private static boolean isBad(String text) {
        return isTelling(text, 0, text.length()) && TABLES.unlikely().isIn(text);
    }

    private static Optional<String> decoded(String bytes, ByteCharset charset) {
        String mended = bytes;
        if (!charset.is("macroman") && ALTERED.matcher(mended).find()) {
            mended = A_GRAVE_WORD.matcher(mended).replaceAll("\u00C3\u00A0 ");
            mended = ALTERED.matcher(mended).replaceAll(found -> found.group().replace(' ', '\u00A0'));
        }
        if (charset.isSloppy()) {
            mended = LOSSY.matcher(mended).replaceAll(LOST);
        }
        mended = mended.replace("\u00C0\u0080", "\0");
        mended = CESU.matcher(mended).replaceAll(found -> joined(found.group()));
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(mended.getBytes(StandardCharsets.ISO_8859_1))).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /// The UTF-8 of the character that six bytes of surrogates stand for.
    private static String joined(String six) {
        int character = ((six.charAt(1) & 0x0F) << 16) + ((six.charAt(2) & 0x3F) << 10)
                + ((six.charAt(4) & 0x0F) << 6) + (six.charAt(5) & 0x3F) + 0x10000;
        return new String(Character.toString(character).getBytes(StandardCharsets.UTF_8),
                StandardCharsets.ISO_8859_1);
    }

    /// Mends runs inside of a text that is otherwise right.
    private static String embedded(String text) {
        return TABLES.embedded().matcher(text).replaceAll(found -> {
            String run = found.group();
            boolean bad = run.length() < text.length() && isBad(run);
            return Matcher.quoteReplacement(bad ? line(run) : run);
        });
    }

    /// Control characters of Latin-1 were meant as windows-1252 has them.
    private static String controlsAsWindows(String text) {
        ByteCharset windows = TABLES.charsets().get(1);
        var written = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            written.append(character >= 0x80 && character <= 0x9F ? windows.character(character) : character);
        }
        return written.toString();
    }
}
