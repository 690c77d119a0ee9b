package fettle.collect.rows;

import fettle.example.RepairKinds;
import fettle.example.RowReader.Fault;
import fettle.example.RowReader.RawRow;
import fettle.example.RowReader.Reading;
import fettle.example.RowReader.RowFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A file, read to its end.
record Rows(List<RawRow> rows, List<Fault> ofFile, String format, String encoding) {

    static Rows read(Path folder, String text, RepairKinds repairs) throws IOException {
        return read(folder, text.getBytes(StandardCharsets.UTF_8), Reading.USUAL.mending(repairs));
    }

    static Rows read(Path folder, byte[] bytes, Reading reading) throws IOException {
        Path file = Files.write(folder.resolve("rows.txt"), bytes);
        return read(new RowFiles(1 << 20), file, reading);
    }

    static Rows read(RowFiles files, Path file, Reading reading) throws IOException {
        try (RowFile open = files.open(file, reading)) {
            var rows = new ArrayList<RawRow>();
            for (var row = open.next(); row.isPresent(); row = open.next()) {
                rows.add(row.get());
            }
            return new Rows(rows, open.faults(), open.format(), open.encoding());
        }
    }

    /// The values as JSON; `-` for a row that could not be read.
    List<String> values() {
        return rows.stream().map(row -> row.value().map(Object::toString).orElse("-")).toList();
    }

    List<Fault> faults() {
        return Stream.concat(ofFile.stream(), rows.stream().flatMap(row -> row.faults().stream())).toList();
    }

    List<String> kinds() {
        return faults().stream().map(Fault::kind).toList();
    }
}
