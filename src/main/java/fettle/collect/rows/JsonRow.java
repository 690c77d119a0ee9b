package fettle.collect.rows;

import fettle.example.BodyBytes;
import fettle.example.BodyJson;
import fettle.example.RowReader.Fault;
import fettle.example.RepairKinds;
import fettle.example.RowReader.RawRow;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.ObjectNode;

/// Reads one JSON object from its bytes, and says where it is broken.
final class JsonRow {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final ObjectReader STRICT = BodyJson.mapper().reader()
            .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    private static final ObjectReader LENIENT = BodyJson.mapper().reader();

    private final int line;
    private final int column;
    private final RepairKinds repairs;
    private final List<Fault> faults = new ArrayList<>();

    /// `line` and `column` are the 1-based place in the file where the bytes begin.
    private JsonRow(int line, int column, RepairKinds repairs) {
        this.line = line;
        this.column = column;
        this.repairs = repairs;
    }

    static RawRow read(byte[] bytes, int line, int column, RepairKinds repairs) {
        var row = new JsonRow(line, column, repairs);
        Optional<ObjectNode> value = row.clean(bytes).flatMap(row::parse);
        Optional<BodyBytes> json = value.isPresent() && row.faults.isEmpty() ? CompactJson.of(bytes) : Optional.empty();
        return new RawRow(value, json, line, 0, List.copyOf(row.faults));
    }

    static RawRow refused(int line, String kind, String message) {
        return new RawRow(Optional.empty(), line, 0, List.of(Fault.of(line, 0, kind, message)));
    }

    /// Sees to bytes that no JSON has; empty when the row cannot be read for them.
    private Optional<byte[]> clean(byte[] bytes) {
        if (ByteScan.isPlain(bytes)) {
            return Optional.of(bytes);
        }
        byte[] clean = bytes;
        int nul = ByteScan.indexOf(bytes, (byte) 0, 0, bytes.length);
        if (nul < bytes.length) {
            if (!mend(at(bytes, nul, "nul", "holds a NUL byte"), "take it out")) {
                return Optional.empty();
            }
            clean = without(bytes, (byte) 0);
        }
        int bad = notUtf8(clean);
        if (bad >= 0) {
            String hex = String.format("0x%02X", clean[bad]);
            Fault fault = at(clean, bad, "encoding", "holds the byte " + hex + ", which is not UTF-8");
            if (!mend(fault, "read the row as windows-1252")) {
                return Optional.empty();
            }
            clean = new String(clean, WESTERN).getBytes(StandardCharsets.UTF_8);
        }
        return Optional.of(clean);
    }

    private Optional<ObjectNode> parse(byte[] bytes) {
        try {
            return object(STRICT.readTree(bytes));
        } catch (StreamReadException broken) {
            return mendComma(bytes, broken);
        } catch (JacksonException twice) {
            faults.add(Fault.of(line, 0, "duplicate-key",
                    "A key stands twice in one object (" + key(twice) + "); the last value is kept."));
            return object(LENIENT.readTree(bytes));
        }
    }

    private static String key(JacksonException twice) {
        String message = twice.getOriginalMessage();
        int start = message.indexOf('\'');
        int end = message.indexOf('\'', start + 1);
        return start >= 0 && end > start ? "`" + message.substring(start + 1, end) + "`" : "its name is unknown";
    }

    private Optional<ObjectNode> object(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return Optional.of(object);
        }
        faults.add(Fault.of(line, column, "not-an-object", "Line " + line + " holds a JSON "
                + (node.isArray() ? "list" : "value") + " where an object was expected."));
        return Optional.empty();
    }

    private Optional<ObjectNode> mendComma(byte[] bytes, StreamReadException broken) {
        byte[] mended = withoutTrailingCommas(bytes);
        if (mended.length < bytes.length && isObject(mended)) {
            Fault fault = place(broken, "trailing-comma", "has a comma before a closing bracket");
            return mend(fault, "take the comma out") ? object(LENIENT.readTree(mended)) : Optional.empty();
        }
        faults.add(place(broken, "broken-json", "is not JSON: " + reason(broken)));
        return Optional.empty();
    }

    private static boolean isObject(byte[] bytes) {
        try {
            return LENIENT.readTree(bytes).isObject();
        } catch (JacksonException _) {
            return false;
        }
    }

    private static String reason(StreamReadException broken) {
        String message = broken.getOriginalMessage();
        if (message.startsWith("Unexpected end-of-input")) {
            return "it ends in the middle";
        }
        if (message.contains("CTRL-CHAR")) {
            return "a line break or control character stands unescaped in a text";
        }
        int end = message.indexOf(": ");
        String first = end > 0 ? message.substring(0, end) : message;
        String short_ = first.length() > 120 ? first.substring(0, 120) + "…" : first;
        return short_.replace('\n', ' ').strip();
    }

    private Fault place(StreamReadException broken, String kind, String what) {
        var location = broken.getLocation();
        int below = location == null ? 0 : Math.max(0, location.getLineNr() - 1);
        int inLine = location == null ? 0 : Math.max(0, location.getColumnNr());
        int atColumn = below == 0 ? column - 1 + inLine : inLine;
        return Fault.of(line + below, atColumn, kind, "Line " + (line + below) + " " + what + ".");
    }

    private Fault at(byte[] bytes, int index, String kind, String what) {
        int atLine = line;
        int atColumn = column;
        for (int i = 0; i < index; i++) {
            atColumn++;
            if (bytes[i] == '\n') {
                atLine++;
                atColumn = 1;
            }
        }
        return Fault.of(atLine, atColumn, kind, "Line " + atLine + " " + what + ", at byte " + atColumn + ".");
    }

    /// Notes the fault; says whether it may be mended.
    private boolean mend(Fault fault, String way) {
        Fault mendable = fault.mendedBy(way);
        boolean mended = repairs.mend(fault.kind());
        faults.add(mended ? mendable.mended() : mendable);
        return mended;
    }

    private static byte[] without(byte[] bytes, byte unwanted) {
        byte[] rest = new byte[bytes.length];
        int length = 0;
        for (byte each : bytes) {
            if (each != unwanted) {
                rest[length++] = each;
            }
        }
        return Arrays.copyOf(rest, length);
    }

    /// The place of the first byte that is not UTF-8, or -1.
    static int notUtf8(byte[] bytes) {
        if (new String(bytes, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0) {
            return -1;
        }
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(8192);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        return result.isError() ? in.position() : -1;
    }

    /// Without the commas that stand, outside of texts, before a closing bracket.
    static byte[] withoutTrailingCommas(byte[] bytes) {
        var rest = new ByteArrayOutputStream(bytes.length);
        boolean inText = false;
        for (int i = 0; i < bytes.length; i++) {
            byte each = bytes[i];
            if (inText && each == '\\' && i + 1 < bytes.length) {
                rest.write(each);
                rest.write(bytes[++i]);
                continue;
            }
            if (each == '"') {
                inText = !inText;
            }
            if (inText || each != ',' || !closesNext(bytes, i + 1)) {
                rest.write(each);
            }
        }
        return rest.toByteArray();
    }

    private static boolean closesNext(byte[] bytes, int from) {
        int i = from;
        while (i < bytes.length && bytes[i] <= ' ' && bytes[i] >= 0) {
            i++;
        }
        return i == bytes.length || bytes[i] == ']' || bytes[i] == '}';
    }
}
