package fettle.engine.hf;

import fettle.disk.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes float tensors as a `.safetensors` file: a new file, swapped in when it is whole.
public final class SafeTensorsWriter {

    private static final int PIECE = 1 << 20;

    private SafeTensorsWriter() {}

    /// One tensor: its shape, and its floats in rows, little-endian as all our platforms are.
    public record Floats(List<Long> shape, MemorySegment data) {}

    /// Numbers of any type, as bytes. `dtype` is such as "F16".
    record Numbers(String dtype, List<Long> shape, MemorySegment data) {}

    public static void write(Path path, SequencedMap<String, Floats> tensors) throws IOException {
        var numbers = new LinkedHashMap<String, Numbers>();
        tensors.forEach((name, floats) -> numbers.put(name, new Numbers("F32", floats.shape(), floats.data())));
        writeNumbers(path, numbers);
    }

    static void writeNumbers(Path path, SequencedMap<String, Numbers> tensors) throws IOException {
        byte[] header = header(tensors);
        AtomicFile.write(path, out -> {
            out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).array());
            out.write(header);
            for (Numbers tensor : tensors.values()) {
                copy(tensor.data(), out);
            }
        });
    }

    private static byte[] header(SequencedMap<String, Numbers> tensors) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.putObject("__metadata__").put("format", "pt"); // transformers refuses a file without it
        long start = 0;
        for (Map.Entry<String, Numbers> tensor : tensors.entrySet()) {
            long end = start + tensor.getValue().data().byteSize();
            ObjectNode entry = json.putObject(tensor.getKey()).put("dtype", tensor.getValue().dtype());
            var shape = entry.putArray("shape");
            tensor.getValue().shape().forEach(shape::add);
            entry.putArray("data_offsets").add(start).add(end);
            start = end;
        }
        String text = json.toString();
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return (text + " ".repeat((8 - bytes % 8) % 8)).getBytes(StandardCharsets.UTF_8);
    }

    private static void copy(MemorySegment data, OutputStream out) throws IOException {
        var piece = new byte[PIECE];
        for (long at = 0; at < data.byteSize(); at += PIECE) {
            int length = (int) Math.min(PIECE, data.byteSize() - at);
            MemorySegment.copy(data, ValueLayout.JAVA_BYTE, at, piece, 0, length);
            out.write(piece, 0, length);
        }
    }
}
