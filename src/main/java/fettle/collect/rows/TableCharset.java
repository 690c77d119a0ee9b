package fettle.collect.rows;

import fettle.collect.TextDecoder;
import fettle.example.RowReader.Fault;
import fettle.job.ExpectedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// In which charset a table is written. It does not say so itself: its beginning is looked at, and, when that is all
/// ASCII, some places further on. However big the file is, that is a few hundred kilobytes.
///
/// @param text the file in that charset
/// @param faults what is to be said about a charset that was guessed
record TableCharset(TextBytes text, List<Fault> faults) {

    private static final int SAMPLE = 1 << 18;
    private static final int SLICES = 16;
    private static final int SLICE = 1 << 14;

    /// `named` is what the person says that it is.
    static TableCharset of(TextBytes text, Optional<String> named) throws IOException {
        if (named.isPresent()) {
            return new TableCharset(text.in(charset(named.get())), List.of());
        }
        if (!text.isUtf8() || text.markLength() > 0) {
            return new TableCharset(text, List.of());
        }
        byte[] sample = sample(text);
        Charset charset = Utf8.isMostly(sample)
                ? StandardCharsets.UTF_8
                : TextDecoder.charsetOf(sample).orElse(StandardCharsets.UTF_8);
        int broken = charset.equals(StandardCharsets.UTF_8) ? -1 : Utf8.firstBroken(sample, 0, sample.length);
        return new TableCharset(text.in(charset), broken < 0 ? List.of() : List.of(fault(sample, broken, charset)));
    }

    private static Charset charset(String name) throws ExpectedException {
        try {
            return Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            throw new ExpectedException("charset", "There is no charset `" + name + "`.",
                    "Name one such as UTF-8, windows-1252, windows-1251, Shift_JIS or GB18030.");
        }
    }

    private static byte[] sample(TextBytes text) throws IOException {
        byte[] head;
        try (InputStream in = text.raw()) {
            head = in.readNBytes(SAMPLE);
        }
        if (head.length < SAMPLE) {
            return head;
        }
        byte[] lines = wholeLines(head);
        return ByteScan.isPlain(lines, 0, lines.length) ? furtherOn(text) : lines;
    }

    /// Up to the end of the last line, so that no character is cut.
    private static byte[] wholeLines(byte[] bytes) {
        int last = bytes.length - 1;
        while (last >= 0 && bytes[last] != '\n') {
            last--;
        }
        boolean wide = ByteScan.indexOf(bytes, (byte) 0, 0, bytes.length) < bytes.length;
        return last < 0
                ? wholeCharacters(bytes)
                : Arrays.copyOf(bytes, Math.min(bytes.length, wide ? (last | 1) + 1 : last + 1));
    }

    /// Without a character of UTF-8 that is cut.
    private static byte[] wholeCharacters(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && end > bytes.length - 4 && (bytes[end - 1] & 0xC0) == 0x80) {
            end--;
        }
        boolean cut = end > 0 && bytes[end - 1] < 0;
        return Arrays.copyOf(bytes, cut ? end - 1 : bytes.length);
    }

    private static byte[] furtherOn(TextBytes text) throws IOException {
        var found = new ByteArrayOutputStream();
        try (var file = new RandomAccessFile(text.file().toFile(), "r")) {
            byte[] slice = new byte[SLICE];
            for (int i = 1; i <= SLICES; i++) {
                file.seek(file.length() / (SLICES + 1) * i);
                int count = Math.max(0, file.read(slice));
                int first = ByteScan.indexOf(slice, (byte) '\n', 0, count);
                byte[] lines = wholeLines(Arrays.copyOfRange(slice, Math.min(first + 1, count), count));
                if (!ByteScan.isPlain(lines)) {
                    found.writeBytes(lines);
                }
            }
        }
        return found.toByteArray();
    }

    private static Fault fault(byte[] sample, int broken, Charset charset) {
        int line = ByteScan.count(sample, (byte) '\n', 0, broken) + 1;
        int start = broken;
        while (start > 0 && sample[start - 1] != '\n') {
            start--;
        }
        int end = Math.min(sample.length, broken + 30);
        int from = Math.max(start, broken - 30);
        return Fault.of(line, broken - start + 1, "encoding", String.format(
                "Line %d holds the byte 0x%02X, which is not UTF-8; the file was read as %s.", line, sample[broken],
                charset.name())).showing(new String(sample, from, end - from, StandardCharsets.UTF_8),
                        new String(sample, from, end - from, charset));
    }
}
