package fettle.collect.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Tables that are well written are read as FastCSV reads them.
final class TwinTest {

    @Property(seed = "3")
    void readsWhatFastCsvReads(@ForAll("tables") List<List<String>> table, @ForAll boolean always) throws IOException {
        var text = new StringWriter();
        try (CsvWriter writer = always
                ? CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(text)
                : CsvWriter.builder().build(text)) {
            table.forEach(writer::writeRecord);
        }
        assertEquals(twin(text.toString()), cells(text.toString()));
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.strings().withChars("ab ,;\"'\\\r\n\té数").ofMaxLength(12);
        return cell.list().ofMinSize(1).ofMaxSize(5).list().ofMaxSize(8);
    }

    private static List<List<String>> twin(String text) throws IOException {
        var rows = new ArrayList<List<String>>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            reader.forEach(each -> rows.add(each.getFields()));
        }
        return rows;
    }

    private static List<List<String>> cells(String text) throws IOException {
        var rows = new ArrayList<List<String>>();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var dialect = new TableDialect(',', '"', false, true);
        try (var window = new ByteWindow(new ByteArrayInputStream(bytes), bytes.length, (byte) '\n')) {
            var scanner = new CellScanner(window, dialect, 1 << 20);
            while (scanner.scan()) {
                rows.add(scanner.cells());
                window.take(Math.min(scanner.length(), window.ahead()));
            }
        }
        return rows;
    }
}
