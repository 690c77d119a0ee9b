package fettle.example;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/// A body as a line of JSON in UTF-8, just as [BodyJson#write] writes it.
public final class BodyBytes {

    private final byte[] utf8;

    private BodyBytes(byte[] utf8) {
        this.utf8 = utf8;
    }

    /// Takes the bytes over: they must never change from now on.
    public static BodyBytes over(byte[] utf8) {
        return new BodyBytes(utf8);
    }

    public static BodyBytes of(JsonNode body) {
        return new BodyBytes(BodyJson.write(body).getBytes(StandardCharsets.UTF_8));
    }

    /// The bytes themselves, to be read only.
    public byte[] utf8() {
        return utf8;
    }

    public int length() {
        return utf8.length;
    }

    @Override
    public String toString() {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
