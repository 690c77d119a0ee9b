package fettle.collect.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The encoding that a file declares by its byte order mark, and its text as UTF-8 bytes without the mark.
///
/// @param markLength bytes of the mark; 0 for none, then the file counts as UTF-8
record TextBytes(Path file, Charset charset, int markLength) {

    static TextBytes of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(4);
        }
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return new TextBytes(file, StandardCharsets.UTF_8, 3);
        }
        if (startsWith(head, 0xFF, 0xFE, 0, 0)) {
            return new TextBytes(file, StandardCharsets.UTF_32LE, 4);
        }
        if (startsWith(head, 0, 0, 0xFE, 0xFF)) {
            return new TextBytes(file, StandardCharsets.UTF_32BE, 4);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return new TextBytes(file, StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return new TextBytes(file, StandardCharsets.UTF_16BE, 2);
        }
        return new TextBytes(file, wideJson(head), 0);
    }

    /// JSON begins with ASCII: a NUL beside its first bracket tells UTF-16 that has no mark.
    private static Charset wideJson(byte[] head) {
        if (startsWith(head, '{', 0) || startsWith(head, '[', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        boolean big = startsWith(head, 0, '{') || startsWith(head, 0, '[');
        return big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    /// The same file in another charset, for what a table does not say itself.
    TextBytes in(Charset other) {
        return new TextBytes(file, other, markLength);
    }

    /// Bytes of the text in UTF-8, about: as many as the file has, or the half of it.
    long about(long size) {
        return charset.name().startsWith("UTF-16") ? size / 2 : charset.name().startsWith("UTF-32") ? size / 4 : size;
    }

    private static boolean startsWith(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /// For people.
    String encoding() {
        return isUtf8() && markLength > 0 ? "UTF-8 with a byte order mark" : charset.name();
    }

    /// The raw bytes after the mark.
    InputStream raw() throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(markLength);
        return in;
    }

    /// The text as UTF-8. Bytes of a file that is UTF-8 pass unchecked; what is broken in another encoding becomes U+FFFD.
    InputStream utf8() throws IOException {
        return isUtf8() ? raw() : new Recoded(new InputStreamReader(raw(), charset));
    }

    /// UTF-8 bytes of a reader, block by block.
    private static final class Recoded extends InputStream {

        private final Reader reader;
        private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .replaceWith(new byte[]{(byte) 0xEF, (byte) 0xBF, (byte) 0xBD});
        private final CharBuffer chars = CharBuffer.allocate(8192);
        private ByteBuffer bytes = ByteBuffer.allocate(0);

        Recoded(Reader reader) {
            this.reader = reader;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (!bytes.hasRemaining() && !fill()) {
                return -1;
            }
            int count = Math.min(length, bytes.remaining());
            bytes.get(target, offset, count);
            return count;
        }

        private boolean fill() throws IOException {
            int count = reader.read(chars.array(), 0, chars.capacity() - 1);
            if (count < 0) {
                return false;
            }
            if (Character.isHighSurrogate(chars.array()[count - 1])) {
                count += Math.max(0, reader.read(chars.array(), count, 1));
            }
            bytes = encode(CharBuffer.wrap(chars.array(), 0, count));
            return true;
        }

        private ByteBuffer encode(CharBuffer text) throws CharacterCodingException {
            return encoder.encode(text);
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
