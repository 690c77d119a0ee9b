package fettle.collect.article;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// In which charset a page is written: by its byte order mark; then as UTF-8 when it strictly is, which no other text
/// happens to be; then what the server says, what the page says, and a guess by its letters.
final class PageCharset {

    private static final int HEAD = 4096;
    private static final int SAMPLE = 256 * 1024;
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Pattern TOLD = Pattern
            .compile("(?is)<(?:meta|\\?xml)\\b[^>]{0,300}?(?:charset|encoding)\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})");

    private PageCharset() {}

    /// The text of `bytes`, without a byte order mark. `told` is what the server says, such as "windows-1251"; empty if it
    /// says nothing.
    static String decode(byte[] bytes, String told) {
        Optional<String> marked = marked(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        Optional<String> unicode = strict(bytes, StandardCharsets.UTF_8);
        if (unicode.isPresent() && unicode.get().length() < bytes.length) {
            return unicode.get();
        }
        var candidates = new ArrayList<Charset>();
        known(told).ifPresent(candidates::add);
        meta(bytes).ifPresent(candidates::add);
        candidates.add(StandardCharsets.UTF_8);
        for (Charset candidate : candidates) {
            Optional<String> text = strict(bytes, candidate);
            if (text.isPresent()) {
                return text.get();
            }
        }
        // Broken somewhere: what was told is believed, and what cannot be read becomes U+FFFD.
        return new String(bytes, candidates.size() > 1 ? candidates.getFirst() : guess(bytes));
    }

    private static Optional<String> marked(byte[] bytes) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8));
        }
        if (begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF)) {
            Charset charset = begins(bytes, 0xFF) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            return Optional.of(new String(bytes, 2, bytes.length - 2, charset));
        }
        return wide(bytes).map(charset -> new String(bytes, charset));
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 255) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /// UTF-16 without a mark: a page begins with `<`, a letter of one byte.
    private static Optional<Charset> wide(byte[] bytes) {
        int at = 0;
        while (at + 1 < Math.min(bytes.length, 64) && (bytes[at] <= ' ' && bytes[at + 1] <= ' ') && bytes[at] >= 0) {
            at += 2;
        }
        if (at + 1 >= bytes.length) {
            return Optional.empty();
        }
        if (bytes[at] == '<' && bytes[at + 1] == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return bytes[at] == 0 && bytes[at + 1] == '<' ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static Optional<Charset> meta(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        Matcher told = TOLD.matcher(head);
        return told.find()
                ? known(told.group(1)).map(charset -> charset.name().startsWith("UTF-16")
                        ? StandardCharsets.UTF_8 // "if charset is UTF-16, then set it to UTF-8" (HTML, prescan)
                        : charset)
                : Optional.empty();
    }

    /// The charset of that name, in the wider form in which browsers take it.
    private static Optional<Charset> known(String name) {
        String wider = switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "iso-8859-1", "latin1", "ascii", "us-ascii", "iso8859-1" -> "windows-1252";
            case "shift_jis", "shift-jis", "sjis", "x-sjis" -> "windows-31j";
            case "gb2312", "gbk", "x-gbk" -> "GB18030";
            case "euc-kr", "ks_c_5601-1987", "ksc5601" -> "x-windows-949";
            case "iso-8859-9" -> "windows-1254";
            case "tis-620" -> "windows-874";
            case "unicode", "utf8" -> "UTF-8";
            case String other -> other;
        };
        try {
            return wider.isEmpty() || !Charset.isSupported(wider)
                    ? Optional.empty()
                    : Optional.of(Charset.forName(wider));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static Charset guess(byte[] bytes) {
        var detector = new CharsetDetector();
        detector.enableInputFilter(true); // looks at the text, not at the tags
        detector.setText(bytes.length > SAMPLE ? Arrays.copyOf(bytes, SAMPLE) : bytes);
        List<CharsetMatch> matches = List.of(detector.detectAll());
        return matches.stream().map(CharsetMatch::getName)
                .filter(name -> !name.startsWith("UTF-16") && !name.startsWith("UTF-32") && !name.startsWith("IBM"))
                .flatMap(name -> known(name).stream()).findFirst().orElse(WESTERN);
    }
}
