package fettle.project.example;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Old bodies, small: the history keeps them for good and rarely reads them. A body is packed whole, or as what differs
/// from another body that is at hand when it is read. The first byte says which: 0x78 a whole one, deflated (the only
/// kind in projects of format 1), 1 a difference as it is, 2 a difference deflated.
///
/// A difference is the length that both begin alike, the length that both end alike, the length of the other body, its
/// CRC-32, and the bytes between; deflating knows the bytes that stand there in the other body.
final class Packed {

    private static final byte WHOLE = 0x78;
    private static final byte PLAIN = 1;
    private static final byte DEFLATED = 2;
    private static final int HEAD = 17;

    /// Fewer bytes are not worth deflating.
    private static final int SHORT = 48;

    /// What deflating can look back on.
    private static final int WINDOW = 32 * 1024;

    private Packed() {}

    static byte[] pack(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var packer = new DeflaterOutputStream(bytes)) {
            packer.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// Packs `text` as what differs from `other`.
    static byte[] pack(String text, String other) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        byte[] known = other.getBytes(StandardCharsets.UTF_8);
        int most = Math.min(wanted.length, known.length);
        int head = Arrays.mismatch(wanted, 0, most, known, 0, most);
        head = head < 0 ? most : head;
        int tail = 0;
        while (tail < most - head && wanted[wanted.length - 1 - tail] == known[known.length - 1 - tail]) {
            tail++;
        }
        byte[] between = Arrays.copyOfRange(wanted, head, wanted.length - tail);
        boolean isShort = between.length < SHORT;
        byte[] rest = isShort ? between : deflated(between, window(known, head, tail));
        return ByteBuffer.allocate(HEAD + rest.length).put(isShort ? PLAIN : DEFLATED).putInt(head).putInt(tail)
                .putInt(known.length).putInt(check(known)).put(rest).array();
    }

    /// The text that was packed. `other` is looked at only when the difference to it was packed; throws an
    /// IllegalStateException when it is not the body that the difference was made from.
    static String unpack(byte[] packed, String other) {
        if (packed[0] == WHOLE) {
            return unpack(packed);
        }
        byte[] known = other.getBytes(StandardCharsets.UTF_8);
        ByteBuffer from = ByteBuffer.wrap(packed);
        boolean isShort = from.get() == PLAIN;
        int head = from.getInt();
        int tail = from.getInt();
        if (from.getInt() != known.length || from.getInt() != check(known)) {
            throw new IllegalStateException("An old body in the history does not fit the body that follows it.");
        }
        byte[] rest = Arrays.copyOfRange(packed, HEAD, packed.length);
        byte[] between = isShort ? rest : inflated(rest, window(known, head, tail));
        byte[] text = ByteBuffer.allocate(head + between.length + tail).put(known, 0, head).put(between)
                .put(known, known.length - tail, tail).array();
        return new String(text, StandardCharsets.UTF_8);
    }

    /// The text that was packed whole.
    static String unpack(byte[] packed) {
        try (var unpacker = new InflaterInputStream(new java.io.ByteArrayInputStream(packed))) {
            return new String(unpacker.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static int check(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    /// The end of what stands between head and tail.
    private static byte[] window(byte[] known, int head, int tail) {
        int to = known.length - tail;
        return Arrays.copyOfRange(known, Math.max(head, to - WINDOW), to);
    }

    private static byte[] deflated(byte[] bytes, byte[] window) {
        try (var deflater = new Deflater()) {
            deflater.setDictionary(window);
            deflater.setInput(bytes);
            deflater.finish();
            var packed = new ByteArrayOutputStream(bytes.length / 2 + 16);
            byte[] part = new byte[8192];
            while (!deflater.finished()) {
                packed.write(part, 0, deflater.deflate(part));
            }
            return packed.toByteArray();
        }
    }

    private static byte[] inflated(byte[] packed, byte[] window) {
        try (var inflater = new Inflater()) {
            inflater.setInput(packed);
            var bytes = new ByteArrayOutputStream(packed.length * 3);
            byte[] part = new byte[8192];
            while (!inflater.finished()) {
                int count = inflater.inflate(part);
                if (inflater.needsDictionary()) {
                    inflater.setDictionary(window);
                } else if (count == 0 && !inflater.finished()) {
                    throw new DataFormatException("cut off");
                }
                bytes.write(part, 0, count);
            }
            return bytes.toByteArray();
        } catch (DataFormatException broken) {
            throw new IllegalStateException("An old body in the history is damaged.", broken);
        }
    }
}
