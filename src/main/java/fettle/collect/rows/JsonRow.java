package fettle.collect.rows;

import fettle.collect.rows.JsonTexts.Mend;
import fettle.example.BodyJson;
import fettle.example.RepairKinds;
import fettle.example.RowReader.Fault;
import fettle.example.RowReader.RawRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.ObjectNode;

/// Reads one JSON object from its bytes, and says where it is broken and what would mend it.
final class JsonRow {

    private static final ObjectReader STRICT = BodyJson.mapper().reader()
            .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    private static final ObjectReader LENIENT = BodyJson.mapper().reader();

    private final int line;
    private final int column;
    private final RepairKinds repairs;
    private final List<Fault> faults = new ArrayList<>();
    private final List<RawRow> further = new ArrayList<>();
    private boolean endsInText;

    /// `line` and `column` are the 1-based place in the file where the bytes begin.
    private JsonRow(int line, int column, RepairKinds repairs) {
        this.line = line;
        this.column = column;
        this.repairs = repairs;
    }

    /// What was read: mostly one row; several when objects stand directly one behind the other and may be parted.
    ///
    /// @param endsInText whether a text is open at the end, so that the next line may be the rest of it
    record Read(List<RawRow> rows, boolean endsInText) {

        /// Whether nothing could be read, nor could be with repairs.
        boolean isHopeless() {
            RawRow first = rows.getFirst();
            return first.value().isEmpty() && first.faults().stream().anyMatch(fault -> fault.repair().isEmpty());
        }
    }

    /// The row when nothing is wrong with it, as with almost all.
    private static Optional<RawRow> sound(byte[] bytes, int line) {
        boolean ascii = ByteScan.isPlain(bytes);
        try {
            return (ascii || Utf8.isText(bytes)) && STRICT.readTree(bytes) instanceof ObjectNode value
                    ? Optional.of(new RawRow(Optional.of(value), () -> CompactJson.of(bytes, ascii), line, 0, List.of(),
                            ""))
                    : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    static Read read(byte[] bytes, int line, int column, RepairKinds repairs) {
        Optional<RawRow> sound = sound(bytes, line);
        if (sound.isPresent()) {
            return new Read(List.of(sound.get()), false);
        }
        var row = new JsonRow(line, column, repairs);
        Optional<ObjectNode> value = row.clean(bytes).flatMap(row::parse);
        var rows = new ArrayList<RawRow>();
        rows.add(new RawRow(value, line, 0, List.copyOf(row.faults),
                value.isPresent() ? "" : Utf8.shown(bytes, 0, bytes.length)));
        rows.addAll(row.further);
        return new Read(rows, row.endsInText);
    }

    /// A row that cannot be read for its size or its place, with its beginning.
    static RawRow refused(int line, String kind, String message, String text) {
        return new RawRow(Optional.empty(), line, 0, List.of(Fault.of(line, 0, kind, message)), text);
    }

    /// Sees to bytes that no JSON has; empty when the row cannot be read for them.
    private Optional<byte[]> clean(byte[] bytes) {
        if (ByteScan.isPlain(bytes)) {
            return Optional.of(bytes);
        }
        byte[] clean = bytes;
        int nul = ByteScan.indexOf(bytes, (byte) 0, 0, bytes.length);
        if (nul < bytes.length) {
            clean = Utf8.without(bytes, (byte) 0);
            if (!mend(at(bytes, nul, "nul", "holds a NUL byte").showing(Utf8.around(bytes, nul),
                    Utf8.around(clean, nul)), "take it out")) {
                return Optional.empty();
            }
        }
        int bad = Utf8.firstBroken(clean, 0, clean.length);
        if (bad >= 0) {
            String hex = String.format("0x%02X", clean[bad]);
            Fault fault = at(clean, bad, "encoding", "holds the byte " + hex + ", which is not UTF-8")
                    .showing(standing(clean, bad), Utf8.around(clean, bad));
            if (!mend(fault, "read the row as windows-1252")) {
                return Optional.empty();
            }
            clean = Utf8.lenient(clean, 0, clean.length).getBytes(StandardCharsets.UTF_8);
        }
        return Optional.of(clean);
    }

    /// The words around a byte that is no character.
    private static String standing(byte[] bytes, int bad) {
        byte[] marked = Arrays.copyOfRange(bytes, Math.max(0, bad - 30), Math.min(bytes.length, bad + 30));
        return new String(marked, StandardCharsets.UTF_8);
    }

    private Optional<ObjectNode> parse(byte[] bytes) {
        try {
            return object(STRICT.readTree(bytes));
        } catch (JacksonException broken) {
            String message = String.valueOf(broken.getOriginalMessage());
            return message.startsWith("Duplicate") ? twice(bytes, message) : mended(bytes, broken);
        }
    }

    /// A key stands twice in one object. What stands behind the object may be broken all the same.
    private Optional<ObjectNode> twice(byte[] bytes, String message) {
        try {
            JsonNode value = LENIENT.readTree(bytes);
            faults.add(Fault.of(line, 0, "duplicate-key",
                    "A key stands twice in one object (" + key(message) + "); the last value is kept."));
            return object(value);
        } catch (JacksonException broken) {
            return mended(bytes, broken);
        }
    }

    private static String key(String message) {
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

    private Optional<ObjectNode> mended(byte[] bytes, JacksonException broken) {
        JsonMending result = JsonMending.of(bytes);
        Optional<ObjectNode> value = result.isWhole() ? tree(result.written()) : Optional.empty();
        if (value.isEmpty()) {
            endsInText = result.endsInText();
            faults.add(place(broken, reason(broken)));
            return Optional.empty();
        }
        List<Fault> found = faults(bytes, result);
        boolean all = found.stream().allMatch(fault -> repairs.mend(fault.kind()));
        found.forEach(fault -> faults.add(all ? fault.mended() : fault));
        if (all && result.rest() < bytes.length) {
            Fault apart = at(bytes, result.rest(), "", "");
            further.addAll(read(Arrays.copyOfRange(bytes, result.rest(), bytes.length), apart.line(), apart.column(),
                    repairs).rows());
        }
        return all ? value : Optional.empty();
    }

    private static Optional<ObjectNode> tree(byte[] bytes) {
        try {
            return LENIENT.readTree(bytes) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /// One fault of each kind, at its first place.
    private List<Fault> faults(byte[] bytes, JsonMending result) {
        Map<JsonFlaw, List<Mend>> byFlaw = new EnumMap<>(JsonFlaw.class);
        for (Mend mend : result.mends()) {
            byFlaw.computeIfAbsent(mend.flaw(), _ -> new ArrayList<>()).add(mend);
        }
        var found = new ArrayList<Fault>();
        byFlaw.forEach((flaw, mends) -> {
            String often = mends.size() == 1 ? "" : ", " + mends.size() + " times";
            Mend first = mends.getFirst();
            found.add(at(bytes, first.from(), flaw.kind(), flaw.says() + often).mendedBy(flaw.way())
                    .showing(Utf8.around(bytes, first.from()), Utf8.around(result.written(), first.to())));
        });
        if (result.rest() < bytes.length) {
            JsonFlaw flaw = JsonFlaw.CONCATENATED;
            String around = Utf8.around(bytes, result.rest());
            found.add(at(bytes, result.rest(), flaw.kind(), flaw.says()).mendedBy(flaw.way()).showing(around, around));
        }
        return found;
    }

    private static String reason(JacksonException broken) {
        String message = String.valueOf(broken.getOriginalMessage());
        if (message.startsWith("Unexpected end-of-input")) {
            return "it ends in the middle";
        }
        if (message.contains("CTRL-CHAR")) {
            return "a line break or control character stands unescaped in a text";
        }
        if (message.contains("nesting depth")) {
            return "it is nested too deep";
        }
        int end = message.indexOf(": ");
        String first = end > 0 ? message.substring(0, end) : message;
        String short_ = first.length() > 120 ? first.substring(0, 120) + "…" : first;
        return short_.replace('\n', ' ').strip();
    }

    private Fault place(JacksonException broken, String reason) {
        var location = broken.getLocation();
        int below = location == null ? 0 : Math.max(0, location.getLineNr() - 1);
        int inLine = location == null ? 0 : Math.max(0, location.getColumnNr());
        int atColumn = below == 0 ? column - 1 + inLine : inLine;
        return Fault.of(line + below, atColumn, "broken-json", "Line " + (line + below) + " is not JSON: " + reason
                + ".");
    }

    private Fault at(byte[] bytes, int index, String kind, String what) {
        int lines = ByteScan.count(bytes, (byte) '\n', 0, index);
        int start = index;
        while (lines > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        int atLine = line + lines;
        int atColumn = lines == 0 ? column + index : index - start + 1;
        return Fault.of(atLine, atColumn, kind, "Line " + atLine + " " + what + ", at byte " + atColumn + ".");
    }

    /// Notes the fault; says whether it may be mended.
    private boolean mend(Fault fault, String way) {
        Fault mendable = fault.mendedBy(way);
        boolean mended = repairs.mend(fault.kind());
        faults.add(mended ? mendable.mended() : mendable);
        return mended;
    }
}
