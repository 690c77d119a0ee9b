package fettle.engine.hf;

import fettle.job.ExpectedException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/// A `.safetensors` file, memory-mapped: 8 bytes of header length (little-endian), a JSON header, the data. Nothing is
/// read before it is asked for. The header is checked on opening: a file that lies about itself is refused.
public final class SafeTensors implements AutoCloseable {

    private static final long LARGEST_HEADER = 100_000_000; // the reference implementation's limit
    private static final ValueLayout.OfLong LENGTH = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = LENGTH;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final Set<String> READABLE = Set.of("F32", "F16", "BF16");

    private final Path path;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment data;
    private final SequencedMap<String, Entry> entries;

    /// One tensor.
    ///
    /// @param dtype such as "F32"
    /// @param start first byte, from the start of the data
    /// @param end first byte after it
    public record Entry(String dtype, List<Long> shape, long start, long end) {

        /// Numbers in it.
        public long size() {
            long size = 1;
            for (long length : shape) {
                size = Math.multiplyExact(size, length);
            }
            return size;
        }
    }

    private SafeTensors(Path path) throws IOException {
        this.path = path;
        try {
            MemorySegment file;
            try (var channel = FileChannel.open(path)) {
                file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            }
            long headerBytes = file.byteSize() < 8 ? -1 : file.get(LENGTH, 0);
            if (headerBytes < 2 || headerBytes > LARGEST_HEADER || 8 + headerBytes > file.byteSize()) {
                throw broken(path, "its header would be " + headerBytes + " bytes long");
            }
            byte[] header = file.asSlice(8, headerBytes).toArray(ValueLayout.JAVA_BYTE);
            data = file.asSlice(8 + headerBytes);
            entries = SafeTensorsHeader.read(path, new String(header, StandardCharsets.UTF_8), data.byteSize());
        } catch (IOException | RuntimeException failed) {
            arena.close();
            throw failed;
        }
    }

    /// Maps a file. Throws "bad-weights" when it is not a whole safetensors file.
    public static SafeTensors open(Path path) throws IOException {
        return new SafeTensors(path);
    }

    static ExpectedException broken(Path path, String why) {
        return new ExpectedException("bad-weights", path + " is not a whole safetensors file: " + why + ".",
                "Get the file again from where it came.");
    }

    /// By name, in the file's order.
    public SequencedMap<String, Entry> entries() {
        return Collections.unmodifiableSequencedMap(entries);
    }

    /// Copies a tensor's numbers as floats; F32, F16 and BF16 are read. `target` has 4 bytes for each.
    public void floats(String name, MemorySegment target) throws IOException {
        Entry entry = entry(name);
        MemorySegment source = bytes(entry);
        switch (entry.dtype()) {
            case "F32" -> MemorySegment.copy(source, FLOAT, 0, target, ValueLayout.JAVA_FLOAT, 0, entry.size());
            case "F16" -> {
                for (long i = 0; i < entry.size(); i++) {
                    target.setAtIndex(ValueLayout.JAVA_FLOAT, i, Float.float16ToFloat(source.getAtIndex(SHORT, i)));
                }
            }
            case "BF16" -> {
                for (long i = 0; i < entry.size(); i++) {
                    target.setAtIndex(ValueLayout.JAVA_FLOAT, i,
                            Float.intBitsToFloat(source.getAtIndex(SHORT, i) << 16));
                }
            }
            default -> throw new ExpectedException("bad-weights",
                    "%s: \"%s\" has numbers of type %s; %s can be read.".formatted(path, name, entry.dtype(),
                            String.join(", ", READABLE.stream().sorted().toList())),
                    "Save the model again in one of these types.");
        }
    }

    /// A copy of a tensor of type I64.
    public long[] longs(String name) throws IOException {
        Entry entry = entry(name);
        if (!entry.dtype().equals("I64")) {
            throw broken(path, "\"" + name + "\" is " + entry.dtype() + ", not I64");
        }
        return bytes(entry).toArray(LONG);
    }

    private MemorySegment bytes(Entry entry) {
        return data.asSlice(entry.start(), entry.end() - entry.start());
    }

    private Entry entry(String name) throws ExpectedException {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new ExpectedException("bad-weights", path + " has no tensor \"" + name + "\".",
                    "Check that the weights belong to the config.json beside them.");
        }
        return entry;
    }

    @Override
    public void close() {
        arena.close();
    }
}
