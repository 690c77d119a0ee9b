package fettle.collect.workbook;

import static fettle.collect.workbook.MadeWorkbook.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.collect.rows.RowFiles;
import fettle.example.RepairKinds;
import fettle.example.RowReader.Dialect;
import fettle.example.RowReader.Fault;
import fettle.example.RowReader.RawRow;
import fettle.example.RowReader.Reading;
import fettle.example.RowReader.RowFile;
import fettle.job.ExpectedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkbookRowsTest {

    @TempDir
    Path folder;

    private record Read(List<String> values, List<RawRow> rows, List<Fault> ofFile, List<String> sheets) {

        List<String> kinds() {
            return rows.stream().flatMap(row -> row.faults().stream()).map(Fault::kind).toList();
        }
    }

    private Read read(MadeWorkbook made, Reading reading) throws Exception {
        try (RowFile open = new RowFiles().open(made.write(folder.resolve("w.xlsx")), reading)) {
            var rows = new ArrayList<RawRow>();
            for (var row = open.next(); row.isPresent(); row = open.next()) {
                rows.add(row.get());
            }
            return new Read(rows.stream().map(row -> row.value().map(Object::toString).orElse("-")).toList(), rows,
                    open.faults(), open.sheets());
        }
    }

    private Read read(MadeWorkbook made) throws Exception {
        return read(made, Reading.USUAL);
    }

    private static MadeWorkbook one(String rows) {
        return new MadeWorkbook().sheet("S", "", rows, "");
    }

    @Test
    void readsNumbersAndDatesAsExcelShowsThem() throws Exception {
        Read read = read(one(row(1, "q", "a") + row(2, "sum", "=0:0.30000000000000004") + row(3, "share", "=1:0.256")
                + row(4, "day", "=2:44155") + row(5, "money", "=3:1234567.891") + row(6, "long", "=0:12345678901234567")
                + row(7, "id", "=4:12345678901234567") + row(8, "moment", "=5:44155.75") + row(9, "tiny", "=0:1E-7")
                + row(10, "whole", "=0:5") + row(11, "big", "=0:1.5E+300")));
        assertEquals(List.of("0.3", "25.60%", "20/11/20", "1,234,567.89", "12345678901234567", "12345678901234567",
                "2020-11-20 18:00", "0.0000001", "5", "1.5E+300"),
                read.rows().stream().map(row -> row.value().orElseThrow().path("a").stringValue()).toList());
        assertEquals(List.of(), read.kinds());
    }

    @Test
    void takesTheFirstRowForOneWhenTheSheetHasNoHead() throws Exception {
        var headless = new Reading(RepairKinds.NONE, Optional.empty(),
                Optional.of(new Dialect(',', '"', false, false)), Optional.empty());
        Read read = read(one(row(1, "How?", "So") + row(2, "Why?", "Thus")), headless);
        assertEquals(List.of("{\"column 1\":\"How?\",\"column 2\":\"So\"}",
                "{\"column 1\":\"Why?\",\"column 2\":\"Thus\"}"), read.values());
        assertEquals(List.of(1, 2), read.rows().stream().map(RawRow::row).toList());
    }

    @Test
    void countsDaysFrom1904WhenTheWorkbookDoes() throws Exception {
        Read read = read(one(row(1, "a") + row(2, "=2:42693")).from1904());
        assertEquals(List.of("{\"a\":\"20/11/20\"}"), read.values());
    }

    @Test
    void decodesEscapesOnceFromLeftToRight() {
        assertEquals("_x000D_", CellText.decoded("_x005F_x000D_"));
        assertEquals("a\rb", CellText.decoded("a_x000D_b"));
        assertEquals("\r\n_", CellText.decoded("_x000d__x000A__x005f_"));
        assertEquals("_x00D_ _xyzzy_ _x", CellText.decoded("_x00D_ _xyzzy_ _x"));
    }

    @Test
    void namesErrorsAndFormulasWithoutAResult() throws Exception {
        Read read = read(one(row(1, "q", "a") + row(2, "x", "!#DIV/0!")
                + "<row r=\"3\"><c r=\"A3\" t=\"str\"><f>B1</f><v>hi</v></c><c r=\"B3\" t=\"e\"><f>1/0</f><v>#N/A</v></c>"
                + "</row><row r=\"4\"><c r=\"A4\"><f>1+2</f><v>3</v></c><c r=\"B4\"><f>A4</f></c></row>"
                + "<row r=\"5\"><c r=\"A5\" t=\"b\"><v>1</v></c></row>"));
        assertEquals(
                List.of("{\"q\":\"x\",\"a\":\"#DIV/0!\"}", "{\"q\":\"hi\",\"a\":\"#N/A\"}", "{\"q\":\"3\",\"a\":\"\"}",
                        "{\"q\":\"TRUE\",\"a\":\"\"}"),
                read.values());
        assertEquals(List.of("error-value", "error-value", "no-result"), read.kinds());
        assertEquals("The cell B2 (`a`) holds the error value #DIV/0!.",
                read.rows().getFirst().faults().getFirst().message());
    }

    @Test
    void namesMergedCellsAndFillsThemWhenAsked() throws Exception {
        var made = new MadeWorkbook().sheet("S", "", row(1, "topic", "q", "a") + row(2, "T", "q1", "a1")
                + row(3, "", "q2", "a2") + row(4, "", "q3", "a3") + row(5, "U", "q4", "a4"),
                "<mergeCells count=\"1\"><mergeCell ref=\"A2:A4\"/></mergeCells>");
        Read named = read(made);
        assertEquals("{\"topic\":\"\",\"q\":\"q2\",\"a\":\"a2\"}", named.values().get(1));
        assertEquals(List.of("merged-cells", "merged-cells"), named.kinds());
        Read filled = read(made, Reading.USUAL.mending(RepairKinds.ALL));
        assertEquals("{\"topic\":\"T\",\"q\":\"q2\",\"a\":\"a2\"}", filled.values().get(1));
        assertEquals("{\"topic\":\"T\",\"q\":\"q3\",\"a\":\"a3\"}", filled.values().get(2));
        assertEquals("{\"topic\":\"U\",\"q\":\"q4\",\"a\":\"a4\"}", filled.values().get(3));
    }

    @Test
    void choosesASheetAndNamesTheOthers() throws Exception {
        var made = new MadeWorkbook().sheet("Empty", "", "", "")
                .sheet("Secret", "state=\"hidden\"", row(1, "h") + row(2, "1"), "")
                .sheet("Seen", "",
                        "<row r=\"3\" hidden=\"1\"><c r=\"A3\"><v>7</v></c></row>".repeat(0) + row(2, "a", "b")
                                + "<row r=\"4\" hidden=\"true\"><c r=\"B4\"><v>7</v></c></row>",
                        "");
        Read read = read(made);
        assertEquals(List.of("Empty", "Secret", "Seen"), read.sheets());
        assertEquals(List.of("{\"a\":\"\",\"b\":\"7\"}"), read.values());
        assertEquals(4, read.rows().getFirst().line());
        assertEquals(1, read.rows().getFirst().row());
        assertEquals(List.of("The workbook also has the hidden sheet `Secret`, which was not read."),
                read.ofFile().stream().map(Fault::message).toList());
        var asked = new Reading(RepairKinds.NONE, Optional.empty(), Optional.empty(), Optional.of("Secret"));
        assertEquals(List.of("{\"h\":\"1\"}"), read(made, asked).values());
        var wrong = new Reading(RepairKinds.NONE, Optional.empty(), Optional.empty(), Optional.of("Other"));
        assertEquals("w.xlsx has no sheet `Other`.",
                assertThrows(ExpectedException.class, () -> read(made, wrong)).getMessage());
    }

    @Test
    void refusesABombBeforeItIsOpened() throws Exception {
        byte[] strings = new byte[60 << 20];
        java.util.Arrays.fill(strings, (byte) 'a');
        var bomb = one(row(1, "a") + row(2, "b")).part("xl/sharedStrings.xml", strings);
        var refused = assertThrows(ExpectedException.class, () -> read(bomb));
        assertEquals("archive-bomb", refused.kind());
        var wide = one("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>");
        assertEquals("broken-workbook", assertThrows(ExpectedException.class, () -> read(wide)).kind());
    }

    @Test
    void saysWhereBrokenXmlIs() throws Exception {
        var broken = assertThrows(ExpectedException.class, () -> read(one("<row></roow>" + row(1, "a"))));
        assertEquals("broken-workbook", broken.kind());
        Read late = read(one(row(1, "a") + row(2, "b") + row(3, "c") + "<row r=\"4\"><c></row>"));
        assertEquals(List.of("{\"a\":\"b\"}", "{\"a\":\"c\"}", "-"), late.values());
        assertTrue(
                late.rows().getLast().faults().getFirst().message().startsWith("The workbook is damaged behind row 2"));
    }

    @Test
    void saysWhatToDoWithOtherArchives() throws Exception {
        assertEquals("binary-workbook", kind(Map.of("xl/workbook.bin", new byte[9])));
        assertEquals("open-document", kind(Map.of("mimetype", new byte[1], "content.xml", new byte[9])));
        assertEquals("binary", kind(Map.of("word/document.xml", new byte[9])));
        assertEquals("binary", kind(Map.of("a.txt", "hello".getBytes(StandardCharsets.UTF_8))));
        byte[] cut = java.util.Arrays.copyOf(one(row(1, "a")).bytes(), 300);
        Path file = Files.write(folder.resolve("cut.xlsx"), cut);
        assertEquals("broken-workbook", assertThrows(ExpectedException.class,
                () -> new RowFiles().open(file, Reading.USUAL)).kind());
    }

    private String kind(Map<String, byte[]> parts) throws Exception {
        Path file = Files.write(folder.resolve("x.zip"), MadeWorkbook.zip(parts));
        return assertThrows(ExpectedException.class, () -> new RowFiles().open(file, Reading.USUAL)).kind();
    }
}
