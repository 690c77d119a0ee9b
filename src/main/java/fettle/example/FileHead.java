package fettle.example;

import fettle.example.RowReader.Fault;
import fettle.example.RowReader.RawRow;
import fettle.example.RowReader.RowFile;
import fettle.example.RowReader.Stamp;
import fettle.job.ExpectedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// A file of rows whose beginning was read.
///
/// @param stamp as the file was just before
/// @param rows the open file, which goes on behind the sample
/// @param columns of a table, or the keys of the first rows
/// @param recognition what the rows are taken for
/// @param problem why no row can be taken; then the recognition says nothing
record FileHead(Path file, Stamp stamp, RowFile rows, List<RawRow> sample, List<String> columns,
        Recognition recognition, Optional<Fault> problem) {

    /// Rows that are looked at before the shape is settled.
    private static final int SAMPLE = 50;
    private static final int MOST_KEYS = 40;

    /// Reads the beginning, and settles what the rows are.
    static FileHead of(Path file, Stamp stamp, RowFile rows, ImportSettings settings) throws IOException {
        List<RawRow> sample = sample(rows);
        List<String> columns = columns(rows, sample);
        try {
            Recognition found = recognise(settings, sample, columns, rows.columns());
            return new FileHead(file, stamp, rows, sample, columns, found, Optional.empty());
        } catch (ExpectedException unknown) {
            Fault problem = RowPass.fault(unknown);
            return new FileHead(file, stamp, rows, sample, columns,
                    new Recognition(Shape.MAPPED, Map.of(), problem.message()), Optional.of(problem));
        }
    }

    private static List<RawRow> sample(RowFile rows) throws IOException {
        var sample = new ArrayList<RawRow>();
        while (sample.size() < SAMPLE) {
            Optional<RawRow> row = rows.next();
            if (row.isEmpty()) {
                break;
            }
            sample.add(row.get());
        }
        return sample;
    }

    private static List<String> columns(RowFile rows, List<RawRow> sample) {
        return !rows.columns().isEmpty()
                ? rows.columns()
                : sample.stream().flatMap(row -> row.value().stream()).flatMap(value -> value.propertyNames().stream())
                        .distinct().limit(MOST_KEYS).toList();
    }

    private static Recognition recognise(ImportSettings settings, List<RawRow> sample, List<String> columns,
            List<String> head) throws ExpectedException {
        if (!settings.map().isEmpty()) {
            return Recognition.mapped(settings.map(), columns);
        }
        List<ObjectNode> values = sample.stream().flatMap(row -> row.value().stream()).toList();
        Optional<Shape> wanted = settings.shape().filter(shape -> shape != Shape.MAPPED);
        Optional<Recognition> found = Recognition.of(values, wanted, head);
        if (found.isPresent()) {
            return found.get();
        }
        if (values.isEmpty() && !sample.isEmpty()) {
            return new Recognition(Shape.CHAT, Map.of(), "None of the rows could be read.");
        }
        if (sample.isEmpty()) {
            throw new ExpectedException("shape", head.isEmpty()
                    ? "The file has no rows."
                    : "The file has no rows, only a head: " + String.join(", ", head) + ".",
                    "If that is a row already, say so, for example with --no-head.");
        }
        throw new ExpectedException("shape",
                "No question and answer were recognised; the rows have " + String.join(", ", columns) + ".",
                "Say which column is which, for example with --map user=COLUMN,assistant=COLUMN.");
    }

    String name() {
        return RowPass.name(file);
    }

    /// Why the rows are taken for what they are.
    String evidence() {
        return name() + " is " + rows.format() + ". " + recognition.evidence();
    }

    /// Columns or keys that no part of an example is made from.
    List<String> unused() {
        ObjectNode first = sample.stream().flatMap(row -> row.value().stream()).findFirst()
                .orElseGet(BodyJson.mapper()::createObjectNode);
        return recognition.unused(first, columns);
    }
}
