package fettle.engine.hf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.engine.hf.SafeTensorsWriter.Floats;
import fettle.job.ExpectedException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SafeTensorsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatIsWrittenComesBack() throws IOException {
        Path file = folder.resolve("a.safetensors");
        var tensors = new LinkedHashMap<String, Floats>();
        tensors.put("größe", new Floats(List.of(2L, 2L), MemorySegment.ofArray(new float[]{1, -2, 3.5f, 0})));
        tensors.put("one", new Floats(List.of(), MemorySegment.ofArray(new float[]{7})));
        tensors.put("none", new Floats(List.of(0L, 3L), MemorySegment.ofArray(new float[0])));
        SafeTensorsWriter.write(file, tensors);
        try (SafeTensors read = SafeTensors.open(file)) {
            assertEquals(List.of("größe", "one", "none"), List.copyOf(read.entries().keySet()));
            assertArrayEquals(new float[]{1, -2, 3.5f, 0}, floats(read, "größe", 4));
            assertArrayEquals(new float[]{7}, floats(read, "one", 1));
        }
    }

    @Test
    void halfFloatsOfBothKindsAreRead() throws IOException {
        var data = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        data.putShort(Float.floatToFloat16(1.5f)).putShort(Float.floatToFloat16(-0.25f));
        data.putShort((short) (Float.floatToIntBits(3.0f) >>> 16)).putShort((short) (Float.floatToIntBits(-8f) >>> 16));
        Path file = file("""
                {"a":{"dtype":"F16","shape":[2],"data_offsets":[0,4]},
                 "b":{"dtype":"BF16","shape":[2],"data_offsets":[4,8]}}""", data.array());
        try (SafeTensors read = SafeTensors.open(file)) {
            assertArrayEquals(new float[]{1.5f, -0.25f}, floats(read, "a", 2));
            assertArrayEquals(new float[]{3, -8}, floats(read, "b", 2));
        }
    }

    private static float[] floats(SafeTensors read, String name, int size) throws IOException {
        var values = new float[size];
        read.floats(name, MemorySegment.ofArray(values));
        return values;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "[]                                                                   | not an object",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,16]}}    | do not fit",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}    | do not fit",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387905,4],\"data_offsets\":[0,16]}} | do not fit",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}     | do not fit",
            "{\"a\":{\"dtype\":\"Q4\",\"shape\":[2],\"data_offsets\":[0,8]}}      | is described as",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}     | take 8 bytes, and it has 16",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,16]}}    | leaves a hole",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]},\"b\":{\"dtype\":\"F32\",\"shape\":[2],"
                    + "\"data_offsets\":[8,16]}} | overlaps",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[8],\"data_offsets\":[0,32]}}    | take 32 bytes, and it has 16",
            "{\"a\":                                                              | not JSON"})
    void aHeaderThatLiesIsRefused(String header, String why) throws IOException {
        Path file = file(header, new byte[16]);
        var refused = assertThrows(ExpectedException.class, () -> SafeTensors.open(file));
        assertEquals("bad-weights", refused.kind());
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }

    @Test
    void aLengthBeyondTheFileIsRefused() throws IOException {
        Path file = folder.resolve("cut.safetensors");
        Files.write(file, ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putLong(1L << 40).array());
        assertThrows(ExpectedException.class, () -> SafeTensors.open(file));
        Files.write(file, new byte[3]);
        assertThrows(ExpectedException.class, () -> SafeTensors.open(file));
    }

    private Path file(String header, byte[] data) throws IOException {
        byte[] bytes = header.getBytes(StandardCharsets.UTF_8);
        var content = ByteBuffer.allocate(8 + bytes.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        content.putLong(bytes.length).put(bytes).put(data);
        Path file = folder.resolve("made.safetensors");
        Files.write(file, content.array());
        return file;
    }
}
