package fettle.collect.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.RepairKinds;
import fettle.example.RowReader;
import fettle.example.RowReader.Fault;
import fettle.example.RowReader.Reading;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonRepairTest {

    private static final String GOOD = "{\"a\":1}\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            trailing-comma    | {"a":[1,2,],"b":2,}           | {"a":[1,2],"b":2}
            trailing-comma    | {"a":1},                      | {"a":1}
            missing-comma     | {"a":1 "b":[{"c":2} {"d":3}]} | {"a":1,"b":[{"c":2},{"d":3}]}
            control-character | {"a":"x\ty"}                  | {"a":"x\\ty"}
            single-quotes     | {'a': 'it is "so"', 'b': 'don\\'t \\xe9 \\U0001f600'} | {"a":"it is \\"so\\"","b":"don't é 😀"}
            python-literal    | {"a":None,"b":[True,False]}   | {"a":null,"b":[true,false]}
            doubled-quote     | {"a":"so it ends"","b":"c""}  | {"a":"so it ends","b":"c"}
            bad-escape        | {"a":"\\d+ isn\\'t"}          | {"a":"\\\\d+ isn't"}
            not-a-number      | {"a":NaN,"b":[-Infinity]}     | {"a":null,"b":[null]}
            """)
    void mendsEachKindOnlyWhenAsked(String kind, String broken, String mended) throws Exception {
        String file = GOOD + broken + "\n" + GOOD;
        Rows refused = Rows.read(folder, file, RepairKinds.NONE);
        assertEquals(List.of("{\"a\":1}", "-", "{\"a\":1}"), refused.values());
        assertEquals(List.of(kind), refused.kinds());
        assertEquals(broken, refused.rows().get(1).text());
        Fault fault = refused.faults().getFirst();
        assertEquals(2, fault.line());
        assertFalse(fault.repaired());
        assertFalse(fault.repair().isEmpty());
        assertFalse(fault.before().isEmpty());
        assertFalse(fault.before().equals(fault.after()), fault.toString());
        Rows repaired = Rows.read(folder, file, RepairKinds.of(Set.of(kind)));
        assertEquals(mended, repaired.values().get(1));
        assertTrue(repaired.faults().getFirst().repaired());
        assertEquals("-", Rows.read(folder, file, RepairKinds.of(Set.of("bom"))).values().get(1));
    }

    @Test
    void mendsSeveralKindsTogetherOrNotAtAll() throws Exception {
        String broken = "{'a': None,}\n" + GOOD;
        assertEquals(List.of("trailing-comma", "single-quotes", "python-literal"),
                Rows.read(folder, broken, RepairKinds.NONE).kinds());
        assertEquals("-", Rows.read(folder, broken, RepairKinds.of(Set.of("single-quotes"))).values().getFirst());
        assertEquals("{\"a\":null}", Rows.read(folder, broken, RepairKinds.ALL).values().getFirst());
    }

    @Test
    void leavesAloneWhatMayMeanTwoThings() throws Exception {
        for (String unclear : List.of("{'a': 'it's here'}", "{\"a\": \"b\"\"c\"}", "{\"a\" 1}",
                "{\"a\": \"say \"hi\"\"}",
                "{'a': 'x' + 'y'}", "{a: 1}", "{\"a\":01}", "{\"a\":1}}")) {
            Rows rows = Rows.read(folder, GOOD + unclear + "\n" + GOOD, RepairKinds.ALL);
            assertEquals(List.of("{\"a\":1}", "-", "{\"a\":1}"), rows.values(), unclear);
            assertEquals(List.of("broken-json"), rows.kinds(), unclear);
        }
    }

    @Test
    void joinsARowThatALineBreakHasTorn() throws Exception {
        String file = GOOD + "{\"a\":\"one\ntwo \\\"and\\\"\n\nthree\",\"b\":2}\n" + GOOD;
        Rows refused = Rows.read(folder, file, RepairKinds.NONE);
        assertEquals(List.of("{\"a\":1}", "-", "{\"a\":1}"), refused.values());
        assertEquals(List.of("unescaped-newline"), refused.kinds());
        assertEquals("{\"a\":\"one\ntwo \\\"and\\\"\n\nthree\",\"b\":2}", refused.rows().get(1).text());
        Rows repaired = Rows.read(folder, file, RepairKinds.ALL);
        assertEquals("{\"a\":\"one\\ntwo \\\"and\\\"\\n\\nthree\",\"b\":2}", repaired.values().get(1));
        assertEquals(List.of(1, 2, 6), repaired.rows().stream().map(row -> row.line()).toList());
    }

    @Test
    void doesNotJoinWhatIsNotTorn() throws Exception {
        Rows rows = Rows.read(folder, GOOD + "{\"a\":\"open\n" + GOOD + "{\"a\":\"x\"}\n", RepairKinds.ALL);
        assertEquals(List.of("{\"a\":1}", "-", "{\"a\":1}", "{\"a\":\"x\"}"), rows.values());
    }

    @Test
    void readsARowOverSeveralLinesAndNamesIt() throws Exception {
        Rows rows = Rows.read(folder, GOOD + "{\n \"a\": 2\n}\n" + GOOD, RepairKinds.NONE);
        assertEquals(List.of("{\"a\":1}", "{\"a\":2}", "{\"a\":1}"), rows.values());
        assertEquals(List.of("several-lines"), rows.kinds());
    }

    @Test
    void partsObjectsThatStandBehindEachOther() throws Exception {
        String file = GOOD + "{\"a\":2}{\"a\":3} {\"a\":4}\n" + GOOD;
        assertEquals(List.of("concatenated"), Rows.read(folder, file, RepairKinds.NONE).kinds());
        Rows rows = Rows.read(folder, file, RepairKinds.ALL);
        assertEquals(List.of("{\"a\":1}", "{\"a\":2}", "{\"a\":3}", "{\"a\":4}", "{\"a\":1}"), rows.values());
    }

    @Test
    void namesTheCommaThatIsMissingInAList() throws Exception {
        Rows rows = Rows.read(folder, "[{\"a\":1}\n{\"a\":2}, {\"a\":3}]", RepairKinds.NONE);
        assertEquals(List.of("{\"a\":1}", "{\"a\":2}", "{\"a\":3}"), rows.values());
        assertEquals(List.of("missing-comma"), rows.kinds());
        assertEquals(2, rows.faults().getFirst().line());
    }

    @Test
    void mendsALineBreakWithinARowOfAList() throws Exception {
        String file = "[\n  {\"a\":\"one\n]} two\"},\n  {\"a\":2}\n]";
        assertEquals(List.of("-", "{\"a\":2}"), Rows.read(folder, file, RepairKinds.NONE).values());
        assertEquals(List.of("{\"a\":\"one\\n]} two\"}", "{\"a\":2}"),
                Rows.read(folder, file, RepairKinds.ALL).values());
    }

    @Test
    void keepsTheNeighboursOfARowThatIsNeverClosedInOneLine() throws Exception {
        Rows rows = Rows.read(folder, "[{\"a\":1},{\"a\":[2},{\"a\":3},{\"a\":4}]", RepairKinds.ALL);
        assertEquals(List.of("{\"a\":1}", "-", "{\"a\":3}", "{\"a\":4}"), rows.values());
    }

    @Test
    void saysThatTheLastLineIsCutOff() throws Exception {
        Rows rows = Rows.read(folder, GOOD + "{\"a\":\"so it en", RepairKinds.ALL);
        assertEquals(List.of("truncated"), rows.kinds());
        assertEquals("{\"a\":\"so it en", rows.rows().get(1).text());
        assertEquals("Line 2 ends in the middle, and the file with it: it was cut off.",
                rows.faults().getFirst().message());
    }

    @Test
    void readsALineOfAnotherCharset() throws Exception {
        byte[] line = (GOOD + "{\"a\":\"caf\u00e9 \u2013 na\u00efve\"}").getBytes(Charset.forName("windows-1252"));
        Rows refused = Rows.read(folder, line, Reading.USUAL);
        assertEquals(List.of("encoding"), refused.kinds());
        assertEquals("{\"a\":\"caf\u00e9 \u2013 na\u00efve\"}", refused.rows().get(1).text());
        Rows repaired = Rows.read(folder, line, Reading.USUAL.mending(RepairKinds.ALL));
        assertEquals("{\"a\":\"caf\u00e9 \u2013 na\u00efve\"}", repaired.values().get(1));
        assertTrue(repaired.faults().getFirst().before().contains("caf\uFFFD"));
        assertTrue(repaired.faults().getFirst().after().contains("caf\u00e9"));
    }

    @Test
    void refusesBytesThatOnlyLookLikeUtf8() throws Exception {
        for (byte[] bad : List.of(new byte[]{(byte) 0xC0, (byte) 0x80},
                new byte[]{(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                new byte[]{(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80})) {
            byte[] line = "{\"a\":\"....\"}".getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(bad, 0, line, 6, bad.length);
            assertEquals(List.of("encoding"), Rows.read(folder, line, Reading.USUAL).kinds());
        }
    }

    @Test
    void readsWideJsonWithAndWithoutAMark() throws Exception {
        for (String charset : List.of("UTF-16LE", "UTF-16BE")) {
            byte[] wide = "[{\"a\":\"\u00e9\"}]".getBytes(Charset.forName(charset));
            Rows rows = Rows.read(folder, wide, Reading.USUAL);
            assertEquals(List.of("{\"a\":\"\u00e9\"}"), rows.values());
            assertEquals(charset, rows.encoding());
        }
        byte[] widest = "\uFEFF{\"a\":\"\u00e9\"}".getBytes(Charset.forName("UTF-32BE"));
        assertEquals(List.of("{\"a\":\"\u00e9\"}"), Rows.read(folder, widest, Reading.USUAL).values());
    }

    @Test
    void readsTheListInAnObjectAndNamesTheOthers() throws Exception {
        Rows rows = Rows.read(folder,
                "{\"version\":1,\"notes\":[{\"n\":1}],\n\"data\":[{\"a\":1},\n{\"a\":2},{\"a\":3}],"
                        + "\"more\":[{\"x\":1}], \"end\":\"]\"}",
                RepairKinds.NONE);
        assertEquals(List.of("{\"a\":1}", "{\"a\":2}", "{\"a\":3}"), rows.values());
        assertEquals("the list `data` of a JSON object", rows.format());
        assertEquals(List.of("left-out", "left-out", "left-out"), rows.kinds());
        assertTrue(rows.faults().getFirst().message().contains("`notes`"));
    }

    @Test
    void takesAConversationForOneRowAlthoughItHoldsAList() throws Exception {
        String chat = "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"tools\":[{\"type\":\"function\"}]}";
        assertEquals(List.of(chat), Rows.read(folder, chat, RepairKinds.NONE).values());
        assertEquals(List.of(chat), Rows.read(folder, chat.replace(",", ",\n"), RepairKinds.NONE).values());
    }

    @Test
    void unfoldsNestedQuestions() throws Exception {
        Rows rows = Rows.read(folder, """
                {"version": "x", "data": [{"title": "T", "paragraphs": [{"context": "C", "qas": [
                  {"id": 1, "question": "Q1", "answers": [{"text": "A"}], "is_impossible": false},
                  {"id": 2, "question": "Q2", "answers": []}]}, {"context": "D", "qas": [{"id": 3, "question": "Q3"}]}]},
                  {"title": "U", "paragraphs": [{"context": "E", "qas": []}]}]}
                """, RepairKinds.NONE);
        assertEquals(List.of(
                "{\"title\":\"T\",\"context\":\"C\",\"id\":1,\"question\":\"Q1\",\"answers\":[{\"text\":\"A\"}],"
                        + "\"is_impossible\":false}",
                "{\"title\":\"T\",\"context\":\"C\",\"id\":2,\"question\":\"Q2\",\"answers\":[]}",
                "{\"title\":\"T\",\"context\":\"D\",\"id\":3,\"question\":\"Q3\"}", "-"), rows.values());
        assertEquals(List.of("no-questions"), rows.kinds());
    }

    @Test
    void passesAGiganticRowOfAList() throws Exception {
        String big = "{\"a\":\"" + "x".repeat(2 << 20) + "\"}";
        Rows rows = Rows.read(folder, "[{\"a\":1}," + big + ",{\"a\":3}]", RepairKinds.NONE);
        assertEquals(List.of("{\"a\":1}", "-", "{\"a\":3}"), rows.values());
        assertEquals(List.of("gigantic-line"), rows.kinds());
        assertEquals(RowReader.RawRow.MOST_TEXT, rows.rows().get(1).text().length());
    }

    @Test
    void readsFarBeyondItsWindow() throws Exception {
        var text = new StringBuilder("[");
        IntStream.range(0, 3000).forEach(i -> text.append(i == 0 ? "" : ",\n").append("{\"i\":").append(i)
                .append(",\"t\":\"").append("é\\\"".repeat(i % 400)).append("\"}"));
        Rows rows = Rows.read(folder, text + "]", RepairKinds.NONE);
        assertEquals(3000, rows.rows().stream().filter(row -> row.value().isPresent()).count());
        assertEquals(2999, rows.rows().getLast().value().orElseThrow().path("i").intValue());
        assertEquals(3000, rows.rows().getLast().line());
        assertEquals(List.of(), rows.kinds());
    }
}
