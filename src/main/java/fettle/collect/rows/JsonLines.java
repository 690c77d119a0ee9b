package fettle.collect.rows;

import fettle.example.RowReader.Fault;
import fettle.example.RepairKinds;
import fettle.example.RowReader.RawRow;
import fettle.example.RowReader.RowFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// JSON lines: one object a line. A line that is broken is told, and the next one read.
final class JsonLines implements RowFile {

    private final CountedBytes in;
    private final TextBytes text;
    private final RepairKinds repairs;
    private final int longestLine;

    JsonLines(CountedBytes in, TextBytes text, RepairKinds repairs, int longestLine) {
        this.in = in;
        this.text = text;
        this.repairs = repairs;
        this.longestLine = longestLine;
    }

    @Override
    public String format() {
        return "JSON lines";
    }

    @Override
    public String encoding() {
        return text.encoding();
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public List<Fault> faults() {
        return markFaults(text, repairs);
    }

    /// JSON in UTF-8 has no byte order mark; several trainers choke on one.
    static List<Fault> markFaults(TextBytes text, RepairKinds repairs) {
        if (!text.isUtf8() || text.markLength() == 0) {
            return List.of();
        }
        Fault mark = Fault.of(1, 1, "bom", "The file begins with a byte order mark, which JSON has not.")
                .mendedBy("leave it out");
        return List.of(repairs.mend(mark.kind()) ? mark.mended() : mark);
    }

    @Override
    public Optional<RawRow> next() throws IOException {
        while (true) {
            int line = in.line();
            var bytes = new Grown(longestLine);
            if (!in.takeLine(bytes)) {
                return Optional.empty();
            }
            if (bytes.isCut()) {
                return Optional.of(JsonRow.refused(line, "gigantic-line",
                        "Line " + line + " is longer than " + (longestLine >> 20) + " MB."));
            }
            if (!bytes.isBlank()) {
                return Optional.of(JsonRow.read(bytes.bytes(), line, 1, repairs));
            }
        }
    }

    @Override
    public double share() {
        return in.share();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
