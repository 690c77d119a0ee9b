package fettle.collect;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Finds out in which charset a file is written. In this order: byte order mark, strict UTF-8, UTF-16 without a mark,
/// what ICU guesses, windows-1252.
public final class TextDecoder {

    private static final int SAMPLE = 256 * 1024;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private TextDecoder() {}

    /// A text as Unicode, without a byte order mark, line ends as they came.
    ///
    /// @param charset its name for people, such as "UTF-8" or "windows-1252"
    public record Decoded(String text, String charset) {}

    /// The text of `bytes`; empty when they are no text. What is broken within a text becomes U+FFFD.
    public static Optional<Decoded> decode(byte[] bytes) {
        for (Mark mark : Mark.values()) {
            if (mark.begins(bytes)) {
                int length = mark.bytes.length;
                return Optional.of(decoded(Arrays.copyOfRange(bytes, length, bytes.length), mark.charset()));
            }
        }
        return charsetOf(bytes).map(charset -> decoded(bytes, charset));
    }

    /// In which charset `bytes` are written, which have no byte order mark: a text, or the beginning of one up to the end
    /// of a line. Empty when they are no text.
    public static Optional<Charset> charsetOf(byte[] bytes) {
        boolean hasNul = indexOf(bytes, 0) >= 0;
        if (!hasNul && looksControlled(bytes)) {
            return Optional.empty();
        }
        boolean shifts = indexOf(bytes, 0x1B) >= 0 && !hasNul;
        if (!hasNul && !shifts && strict(bytes, StandardCharsets.UTF_8).isPresent()) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        Optional<Charset> wide = shifts ? Optional.empty() : Utf16.of(bytes);
        if (wide.isPresent()) {
            return wide;
        }
        return hasNul ? Optional.empty() : Optional.of(guess(bytes, shifts));
    }

    /// `text` with every line end as `\n`.
    public static String unixLines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private enum Mark {

        UTF8("UTF-8", 0xEF, 0xBB, 0xBF), UTF32LE("UTF-32LE", 0xFF, 0xFE, 0, 0), UTF32BE("UTF-32BE", 0, 0, 0xFE, 0xFF),
        UTF16LE("UTF-16LE", 0xFF, 0xFE), UTF16BE("UTF-16BE", 0xFE, 0xFF);

        private final String charset;

        @SuppressWarnings("ImmutableEnumChecker") // never changed
        private final int[] bytes;

        Mark(String charset, int... bytes) {
            this.charset = charset;
            this.bytes = bytes;
        }

        Charset charset() {
            return Charset.forName(charset);
        }

        boolean begins(byte[] text) {
            for (int i = 0; i < bytes.length; i++) {
                if (i >= text.length || (text[i] & 255) != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Decoded decoded(byte[] bytes, Charset charset) {
        return new Decoded(new String(bytes, charset), charset.name());
    }

    static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static int indexOf(byte[] bytes, int wanted) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /// Whether more than one byte in a hundred is a control character that no text has.
    private static boolean looksControlled(byte[] bytes) {
        int controls = 0;
        for (byte value : bytes) {
            boolean control = (value >= 0 && value < 8) || (value > 13 && value < 32 && value != 0x1B);
            controls += control ? 1 : 0;
        }
        return controls * 100L > bytes.length;
    }

    /// Escapes without any byte above 127 are ISO-2022 if ICU says so, else plain text that happens to have an escape.
    private static Charset guess(byte[] bytes, boolean shifts) {
        boolean utf8 = shifts && strict(bytes, StandardCharsets.UTF_8).isPresent();
        var detector = new CharsetDetector();
        detector.setText(bytes.length > SAMPLE ? Arrays.copyOf(bytes, SAMPLE) : bytes);
        for (CharsetMatch match : detector.detectAll()) {
            String name = match.getName();
            boolean wrong = name.startsWith("UTF-16") || name.startsWith("UTF-32") || name.startsWith("IBM")
                    || name.equals("UTF-8") || (utf8 && !name.startsWith("ISO-2022"));
            if (!wrong && Charset.isSupported(name)) {
                return name.equals("ISO-8859-1") ? WINDOWS_1252 : Charset.forName(name);
            }
        }
        return utf8 ? StandardCharsets.UTF_8 : WINDOWS_1252;
    }
}
