package fettle.collect.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.RepairKinds;
import fettle.example.RowReader.Dialect;
import fettle.example.RowReader.Reading;
import fettle.job.ExpectedException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TableRowsTest {

    @TempDir
    Path folder;

    private Rows read(String text) throws Exception {
        return Rows.read(folder, text, RepairKinds.NONE);
    }

    private static Reading reading(Optional<String> charset, Optional<Dialect> dialect) {
        return new Reading(RepairKinds.NONE, charset, dialect, Optional.empty());
    }

    /// The corner cases that parsers differ in; what is expected is what Python's csv module reads.
    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '~', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            a,b|1,"x, y"                ! {"a":"1","b":"x, y"}
            a,b|1,""                    ! {"a":"1","b":""}
            a,b|1,                      ! {"a":"1","b":""}
            a,b|"he ""said\""",2        ! {"a":"he \\"said\\"","b":"2"}
            a,b|1,"{""k"": ""v, w""}"   ! {"a":"1","b":"{\\"k\\": \\"v, w\\"}"}
            a,b|"x|y","z|"              ! {"a":"x\\ny","b":"z\\n"}
            a,b||1,2|                   ! {"a":"1","b":"2"}
            a,b|1,ʤ                     ! {"a":"1","b":"ʤ"}
            a,b|1,say "hi"              ! {"a":"1","b":"say \\"hi\\""}
            a,b| "1",2                  ! {"a":" \\"1\\"","b":"2"}
            a;b|1,5;2,5                 ! {"a":"1,5","b":"2,5"}
            "a","b"|"","x"              ! {"a":"","b":"x"}
            """)
    void readsCornerCases(String table, String row) throws Exception {
        for (String lineBreak : List.of("\n", "\r\n", "\r")) {
            String want = row.replace("\\n", lineBreak.replace("\r", "\\r").replace("\n", "\\n"));
            assertEquals(List.of(want), read(table.replace("|", lineBreak)).values(), table);
        }
    }

    @Test
    void namesTheRowsThatAreRagged() throws Exception {
        Rows rows = read("a,b\n1\n1,2,3\n1,2\n");
        assertEquals(List.of("{\"a\":\"1\"}", "{\"a\":\"1\",\"b\":\"2\"}", "{\"a\":\"1\",\"b\":\"2\"}"), rows.values());
        assertEquals(List.of("ragged", "ragged"), rows.kinds());
        assertEquals("Row 2 has 3 cells where the head has 2; what is beyond is left out.",
                rows.faults().get(1).message());
    }

    @Test
    void goesOnBehindAQuoteThatMeetsTheNext() throws Exception {
        Rows rows = read("a,b\n1,\"open\n2,\"good\"\n3,x\n");
        assertEquals(List.of("-", "{\"a\":\"2\",\"b\":\"good\"}", "{\"a\":\"3\",\"b\":\"x\"}"), rows.values());
        assertEquals(List.of("unclosed-quote"), rows.kinds());
        assertEquals("1,\"open", rows.rows().getFirst().text());
        assertEquals(List.of(2, 3, 4), rows.rows().stream().map(row -> row.line()).toList());
    }

    @Test
    void keepsCellsOfSeveralLinesWithTextBehindTheQuote() throws Exception {
        Rows rows = read("a,b\n\"x\ny, more\" tail,2\n");
        assertEquals(List.of("{\"a\":\"x\\ny, more tail\",\"b\":\"2\"}"), rows.values());
        assertEquals(List.of("text-after-quote"), rows.kinds());
    }

    @Test
    void readsOnAfterAThousandQuotesThatAreNeverClosed() throws Exception {
        Rows rows = read("a,b\n" + "1,\"x\n2,y\n".repeat(1000));
        assertEquals(2000, rows.rows().size());
        assertEquals(1000, rows.rows().stream().filter(row -> row.value().isEmpty()).count());
    }

    @Test
    void refusesARecordThatIsTooLong() throws Exception {
        Rows rows = read(
                "a,b\n1," + "x".repeat(2 << 20) + "\n2,\"" + "yyyy yyyy yyyy yyyy\n".repeat(1 << 16) + "3,z\n");
        assertEquals(List.of("gigantic-line", "unclosed-quote"), rows.kinds().subList(0, 2));
        assertEquals("{\"a\":\"3\",\"b\":\"z\"}", rows.values().getLast());
    }

    @Test
    void namesAByteThatBreaksTheEncodingWhereItIsMet() throws Exception {
        var text = new StringBuilder("q,a\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("na\u00efve ").append(i).append(",caf\u00e9\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("ve 17000,") - 2;
        byte[] broken = new byte[bytes.length - 1];
        System.arraycopy(bytes, 0, broken, 0, place);
        System.arraycopy(bytes, place + 1, broken, place, broken.length - place);
        broken[place] = (byte) 0xEF;
        Rows rows = Rows.read(folder, broken, Reading.USUAL);
        assertEquals("UTF-8", rows.encoding());
        assertEquals(20_000, rows.rows().size());
        assertEquals(List.of("encoding"), rows.kinds());
        assertEquals(17_002, rows.faults().getFirst().line());
        assertEquals("na\u00efve 17000", rows.rows().get(17_000).value().orElseThrow().path("q").stringValue());
    }

    @Test
    void findsOutTheCharsetAndSaysSo() throws Exception {
        String russian = "вопрос;ответ\nКак тебя зовут, друг мой?;Меня зовут Борис, а тебя?\n".repeat(20);
        for (String charset : List.of("windows-1251", "UTF-16LE", "UTF-8", "KOI8-R")) {
            Rows rows = Rows.read(folder, russian.getBytes(Charset.forName(charset)), Reading.USUAL);
            assertEquals(charset, rows.encoding());
            assertEquals("Меня зовут Борис, а тебя?",
                    rows.rows().getFirst().value().orElseThrow().path("ответ").stringValue());
        }
        byte[] cyrillic = "вопрос,ответ\nда,нет\n".getBytes(Charset.forName("windows-1251"));
        Rows told = Rows.read(folder, cyrillic, reading(Optional.of("windows-1251"), Optional.empty()));
        assertEquals(List.of("{\"вопрос\":\"да\",\"ответ\":\"нет\"}"), told.values());
        assertEquals(List.of(), told.kinds());
        var unknown = assertThrows(ExpectedException.class,
                () -> Rows.read(folder, cyrillic, reading(Optional.of("cp-99"), Optional.empty())));
        assertEquals("There is no charset `cp-99`.", unknown.getMessage());
    }

    @Test
    void looksFurtherOnWhenTheBeginningIsAscii() throws Exception {
        String text = "q,a\n" + "plain,text\n".repeat(60_000)
                + "Как тебя зовут и где ты живёшь,Меня зовут Борис и живу я в большом городе\n".repeat(30_000);
        Rows rows = Rows.read(folder, text.getBytes(Charset.forName("windows-1251")), Reading.USUAL);
        assertEquals("windows-1251", rows.encoding());
        assertEquals("{\"q\":\"Как тебя зовут и где ты живёшь\",\"a\":\"Меня зовут Борис и живу я в большом городе\"}",
                rows.values().getLast());
    }

    @Test
    void namesTheColumnsOfATableWithoutAHead() throws Exception {
        var dialect = new Dialect(';', '\'', false, false);
        Rows rows = Rows.read(folder, "x;'y;z'\n1;2\n".getBytes(StandardCharsets.UTF_8),
                reading(Optional.empty(), Optional.of(dialect)));
        assertEquals(List.of("{\"column 1\":\"x\",\"column 2\":\"y;z\"}", "{\"column 1\":\"1\",\"column 2\":\"2\"}"),
                rows.values());
        Path file = Files.writeString(folder.resolve("t.csv"), "a|b|a\n1|2|3\n");
        try (var open = new RowFiles().open(file, Reading.USUAL)) {
            assertEquals(Optional.of(new Dialect('|', '"', false, true)), open.dialect());
            assertEquals(List.of("a", "b", "a (3)"), open.columns());
        }
    }

    @Test
    void tellsTheDialectByTheFirstRecords() throws Exception {
        assertEquals(new TableDialect('\t', '"', false, true), sniff("q\ta\nyes, no, so\tx\nwell, then\ty, z\n", true));
        assertEquals(new TableDialect('\t', '"', false, true),
                sniff("q\ta\nyes, no, so\tx\nwell, then\ty, z\n", false));
        assertEquals(new TableDialect(';', '"', false, true), sniff("q;a;n\nx, y;1,5;2\nz;2,5;3\n", false));
        assertEquals(new TableDialect(',', '"', true, true), sniff("q,a\n\"he said \\\"hi, you\\\"\",x\n", false));
        assertEquals(new TableDialect(',', '\'', false, true), sniff("'q','a'\n'x, y','z'\n", false));
        assertEquals(new TableDialect(',', '"', false, true), sniff("text\nno separator here\n", false));
    }

    private static TableDialect sniff(String sample, boolean tabs) {
        return TableDialect.sniff(sample.getBytes(StandardCharsets.UTF_8), tabs);
    }

    @Test
    void readsWhatIsPastedLikeAFile() throws Exception {
        var files = new RowFiles();
        Path pasted = files.paste("question\tanswer\nWhy, then?\t\"so\nit is\"\n");
        Rows rows = Rows.read(files, pasted, Reading.USUAL);
        assertEquals(List.of("{\"question\":\"Why, then?\",\"answer\":\"so\\nit is\"}"), rows.values());
        assertTrue(rows.format().contains("tabs"));
        assertEquals(List.of("{\"a\":1}"), Rows.read(files, files.paste("[{\"a\":1}]"), Reading.USUAL).values());
    }

    @Test
    void saysWhatToDoWithFilesThatAreNoText() throws Exception {
        assertEquals("parquet", kind("PAR1....".getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals("binary", kind(new byte[]{0x1F, (byte) 0x8B, 8, 0}));
        assertEquals("binary", kind("%PDF-1.7".getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals("web-page", kind("<!DOCTYPE html><p>a,b".getBytes(StandardCharsets.ISO_8859_1)));
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        assertEquals("old-workbook", kind(ole));
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        byte[] locked = java.util.Arrays.copyOf(ole, 600 + name.length);
        System.arraycopy(name, 0, locked, 600, name.length);
        assertEquals("encrypted", kind(locked));
        assertEquals("binary", kind(new byte[]{'a', ',', 0, 1, 2, 0, 0, 0, 7}));
    }

    private String kind(byte[] bytes) {
        return assertThrows(ExpectedException.class, () -> Rows.read(folder, bytes, Reading.USUAL)).kind();
    }
}
