package fettle.engine.hf;

import fettle.engine.hf.SafeTensors.Entry;
import fettle.job.ExpectedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON header of a safetensors file, checked: every tensor lies inside the data, has the bytes of its shape, and
/// together they fill the data without overlap or hole.
final class SafeTensorsHeader {

    private static final int MOST_TENSORS = 100_000;
    private static final int MOST_DIMENSIONS = 8;

    private static final Map<String, Integer> BYTES = Map.ofEntries(Map.entry("F64", 8), Map.entry("I64", 8),
            Map.entry("U64", 8), Map.entry("F32", 4), Map.entry("I32", 4), Map.entry("U32", 4), Map.entry("F16", 2),
            Map.entry("BF16", 2), Map.entry("I16", 2), Map.entry("U16", 2), Map.entry("I8", 1), Map.entry("U8", 1),
            Map.entry("BOOL", 1), Map.entry("F8_E4M3", 1), Map.entry("F8_E5M2", 1));

    private SafeTensorsHeader() {}

    static SequencedMap<String, Entry> read(Path path, String header, long dataBytes) throws ExpectedException {
        JsonNode json;
        try {
            json = JsonMapper.shared().readTree(header);
        } catch (JacksonException notJson) {
            throw SafeTensors.broken(path, "its header is not JSON");
        }
        if (!json.isObject() || json.size() > MOST_TENSORS) {
            throw SafeTensors.broken(path, "its header is not an object of at most " + MOST_TENSORS + " tensors");
        }
        var entries = new LinkedHashMap<String, Entry>();
        for (Map.Entry<String, JsonNode> named : json.properties()) {
            if (!named.getKey().equals("__metadata__")) {
                entries.put(named.getKey(), entry(path, named.getKey(), named.getValue()));
            }
        }
        checkThatTheyFill(path, entries, dataBytes);
        return entries;
    }

    private static Entry entry(Path path, String name, JsonNode json) throws ExpectedException {
        String dtype = json.path("dtype").asString("");
        Integer width = BYTES.get(dtype);
        JsonNode dimensions = json.path("shape");
        JsonNode offsets = json.path("data_offsets");
        if (width == null || !dimensions.isArray() || dimensions.size() > MOST_DIMENSIONS || offsets.size() != 2) {
            throw SafeTensors.broken(path, "\"" + name + "\" is described as " + json);
        }
        List<Long> shape = dimensions.valueStream().map(length -> length.asLong(-1)).toList();
        var entry = new Entry(dtype, shape, offsets.get(0).asLong(-1), offsets.get(1).asLong(-1));
        if (!hasTheBytesOfItsShape(entry, width)) {
            throw SafeTensors.broken(path, "\"" + name + "\" has a shape and bytes that do not fit: " + json);
        }
        return entry;
    }

    private static boolean hasTheBytesOfItsShape(Entry entry, int width) {
        for (long length : entry.shape()) {
            if (length < 0) {
                return false;
            }
        }
        try {
            return entry.start() >= 0 && entry.end() >= entry.start()
                    && Math.multiplyExact(entry.size(), (long) width) == entry.end() - entry.start();
        } catch (ArithmeticException tooLarge) {
            return false;
        }
    }

    private static void checkThatTheyFill(Path path, SequencedMap<String, Entry> entries, long dataBytes)
            throws ExpectedException {
        var byStart = new ArrayList<>(entries.entrySet());
        byStart.sort(Comparator.comparingLong((Map.Entry<String, Entry> named) -> named.getValue().start())
                .thenComparingLong(named -> named.getValue().end()));
        long end = 0;
        for (Map.Entry<String, Entry> named : byStart) {
            if (named.getValue().start() != end) {
                String what = named.getValue().start() < end ? "overlaps the tensor before it" : "leaves a hole";
                throw SafeTensors.broken(path, "\"" + named.getKey() + "\" " + what);
            }
            end = named.getValue().end();
        }
        if (end != dataBytes) {
            throw SafeTensors.broken(path, "its tensors take " + end + " bytes, and it has " + dataBytes);
        }
    }
}
