package fettle.project.example;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// Old bodies, small: the history keeps them for good and rarely reads them.
final class Packed {

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

    static String unpack(byte[] packed) {
        try (var unpacker = new InflaterInputStream(new java.io.ByteArrayInputStream(packed))) {
            return new String(unpacker.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
