package fettle.collect.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.BodyJson;
import fettle.example.ExampleStore;
import fettle.example.ImportExamples;
import fettle.example.ImportSettings;
import fettle.example.InMemorySources;
import fettle.example.Receipt;
import fettle.example.RepairKinds;
import fettle.example.RowReader.Reading;
import fettle.example.Shape;
import fettle.job.Progress;
import fettle.project.TemporaryProject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportExamplesTest {

    private static final String HELLO = "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"},"
            + "{\"role\":\"assistant\",\"content\":\"Hello\"}]}";
    private static final ImportSettings REPAIR = ImportSettings.RECOGNISE.mending(RepairKinds.ALL);

    @TempDir
    Path folder;

    private final ExampleStore examples = TemporaryProject.examples();
    private final InMemorySources sources = new InMemorySources();

    private Receipt bringIn(ImportSettings settings, Path... files) throws Exception {
        return new ImportExamples(examples, sources, new RowFiles(1 << 20), List.of(files), settings)
                .run(Progress.UNWATCHED);
    }

    private Receipt bringIn(String text) throws Exception {
        return bringIn(ImportSettings.RECOGNISE, file("rows.txt", text));
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<String> kinds(Receipt receipt) {
        return receipt.problems().stream().map(Receipt.Problem::kind).toList();
    }

    private List<String> written() {
        return TemporaryProject.bodies(examples).stream().map(BodyJson::write).toList();
    }

    private static String chat(String user, String assistant) {
        return "{\"messages\":[{\"role\":\"user\",\"content\":\"" + user + "\"},{\"role\":\"assistant\",\"content\":\""
                + assistant + "\"}]}";
    }

    @Test
    void keepsChatRowsKeyForKey() throws Exception {
        String row = "{\"id\":12345678901234567890,\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\","
                + "\"value\":\"Hi\"}],\"loss_weight\":0.0},{\"content\":\"Yes\",\"role\":\"assistant\",\"weight\":1}],"
                + "\"score\":0.1000000000000000055}";
        Receipt receipt = bringIn(row + "\n" + HELLO + "\n");
        assertEquals(List.of(row, HELLO), written());
        assertTrue(receipt.isClean(), receipt.toString());
        assertEquals("chat", receipt.shape());
        assertEquals("UTF-8", receipt.encoding());
        assertEquals("rows.txt is JSON lines. Taken for chat: `messages` in the first 2 rows.", receipt.evidence());
    }

    @Test
    void keepsReadingAfterABrokenLine() throws Exception {
        Receipt receipt = bringIn(HELLO + "\n{\"messages\": [{\"role\"\n\n" + HELLO + "\nnothing\n[1]\n");
        assertEquals(5, receipt.read());
        assertEquals(2, receipt.kept());
        assertEquals(3, receipt.refused());
        assertEquals(1, receipt.duplicates());
        assertEquals(List.of("broken-json", "broken-json", "not-an-object"), kinds(receipt));
        assertEquals(List.of(2, 5, 6), receipt.problems().stream().map(Receipt.Problem::line).toList());
        assertEquals("Line 2 is not JSON: it ends in the middle.", receipt.problems().getFirst().message());
        assertEquals("line 2", sources.skipped("s1").getFirst().path());
        assertEquals(2, sources.sources().getFirst().taken());
    }

    @Test
    void refusesATrailingCommaUnlessItMayRepair() throws Exception {
        String broken = HELLO.replace("]}", ",]}");
        Receipt refused = bringIn(HELLO + "\n" + broken);
        assertEquals(List.of("trailing-comma"), kinds(refused));
        assertEquals("take the comma out", refused.problems().getFirst().repair());
        assertEquals(1, refused.kept());
        Receipt repaired = bringIn(REPAIR, folder.resolve("rows.txt"));
        assertEquals(2, repaired.kept());
        assertEquals(1, repaired.repaired());
        assertEquals(List.of(HELLO, HELLO, HELLO), written());
    }

    @Test
    void namesBytesThatAreNotUtf8WithLineAndPlace() throws Exception {
        Path file = folder.resolve("latin.jsonl");
        Files.write(file, (HELLO + "\n" + chat("caf\u00e9", "x")).getBytes(StandardCharsets.ISO_8859_1));
        Receipt receipt = bringIn(ImportSettings.RECOGNISE, file);
        assertEquals(1, receipt.kept());
        Receipt.Problem problem = receipt.problems().getFirst();
        assertEquals("Line 2 holds the byte 0xE9, which is not UTF-8, at byte 43.", problem.message());
        assertEquals(43, problem.column());
        assertEquals(1, bringIn(REPAIR, file).repaired());
        assertTrue(written().contains(chat("caf\u00e9", "x")));
    }

    @Test
    void readsUtf16ByItsMark() throws Exception {
        Path file = folder.resolve("wide.jsonl");
        Files.write(file, ("\uFEFF" + chat("caf\u00e9 \uD83D\uDE00", "x")).getBytes(StandardCharsets.UTF_16LE));
        Receipt receipt = bringIn(ImportSettings.RECOGNISE, file);
        assertEquals(List.of(chat("caf\u00e9 \uD83D\uDE00", "x")), written());
        assertEquals("UTF-16LE", receipt.encoding());
        assertTrue(receipt.isClean());
    }

    @Test
    void namesAByteOrderMarkANulAndHalfACharacter() throws Exception {
        Receipt receipt = bringIn("\uFEFF" + HELLO + "\n" + chat("a\0b", "x") + "\n" + chat("\\ud83d", "x") + "\n"
                + chat("a\\u0000", "\uFFFD"));
        assertEquals(List.of("bom", "nul", "lone-surrogate", "nul", "replacement-character"), kinds(receipt));
        assertEquals(3, receipt.kept());
        assertEquals(List.of(HELLO, chat("\\uD83D", "x"), chat("a\\u0000", "\uFFFD")), written());
    }

    @Test
    void keepsWhatIsReadableButWrongAndNamesIt() throws Exception {
        Receipt receipt = bringIn("""
                {"messages":[{"role":"human","content":"Hi"},{"role":"gpt","content":""}]}
                {"messages":[]}
                {"messages":[{"role":"user","content":"a"},{"role":"assistant","content":null,"tool_calls":[{"id":"1",\
                "type":"function","function":{"name":"f","arguments":"\\"{}\\""}}]}]}
                {"messages":[{"role":"user","content":"a","content":"b"},{"role":"assistant","content":"c"}]}
                {"messages":"no"}
                {"text":"no"}
                """);
        assertEquals(List.of("role", "role", "empty-content", "missing-answer", "missing-messages",
                "doubly-encoded-arguments", "duplicate-key", "missing-messages", "missing-messages"), kinds(receipt));
        assertEquals(4, receipt.kept());
        assertEquals(2, receipt.refused());
    }

    @Test
    void repairsRolesAndArguments() throws Exception {
        Path file = file("calls.jsonl", """
                {"messages":[{"role":"human","content":"Hi"},{"role":"gpt","content":null,"tool_calls":[{"id":"1",\
                "type":"function","function":{"name":"f","arguments":"\\"{\\\\\\"a\\\\\\":1}\\""}}]}]}
                """);
        assertEquals(1, bringIn(REPAIR, file).repaired());
        assertEquals(List.of("{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"assistant\","
                + "\"content\":null,\"tool_calls\":[{\"id\":\"1\",\"type\":\"function\",\"function\":{\"name\":\"f\","
                + "\"arguments\":\"{\\\"a\\\":1}\"}}]}]}"), written());
    }

    @Test
    void refusesAGiganticLineAndGoesOn() throws Exception {
        Receipt receipt = bringIn(HELLO + "\n" + chat("x".repeat(1 << 20), "y") + "\n" + HELLO + "\n");
        assertEquals(2, receipt.kept());
        assertEquals("Line 2 is longer than 1 MB: it has 1,048,655 bytes.", receipt.problems().getFirst().message());
    }

    @Test
    void readsAListAndKeepsTheNeighboursOfABrokenRow() throws Exception {
        Receipt receipt = bringIn(
                "[\n  " + HELLO + ",\n  {\"messages\": [{\"role: 1}]},\n  {\"messages\": oops},\n  " + HELLO
                        + "\n]\n");
        assertEquals(2, receipt.kept());
        assertEquals(2, receipt.refused());
        assertEquals("rows.txt is a JSON list. Taken for chat: `messages` in the first 2 rows.", receipt.evidence());
    }

    @Test
    void saysThatAListEndsEarly() throws Exception {
        Receipt receipt = bringIn("[" + HELLO + "," + HELLO + ",");
        assertEquals(2, receipt.kept());
        assertEquals("The list is never closed: the file ends early.", receipt.problems().getFirst().message());
    }

    @Test
    void readsQuestionsAndAnswersFromATable() throws Exception {
        Receipt receipt = bringIn("""
                \uFEFFQuestion;answer;source
                "What
                is it?";" It is ""it\"". ";x
                Why?;;y
                How?;So
                """.replace("\n", "\r\n"));
        assertEquals(List.of(chat("What\\r\\nis it?", " It is \\\"it\\\". "), chat("How?", "So")), written());
        assertEquals(List.of("source"), receipt.unused());
        assertEquals(List.of("missing-answer", "ragged"), kinds(receipt));
        assertEquals(List.of(4, 5), receipt.problems().stream().map(Receipt.Problem::line).toList());
        assertEquals(List.of(2, 3), receipt.problems().stream().map(Receipt.Problem::row).toList());
        assertEquals("question-answer", receipt.shape());
        assertTrue(receipt.evidence().contains("a table separated by semicolons"));
    }

    @Test
    void readsATableOfTabsAndOneWithBackslashes() throws Exception {
        bringIn("prompt\tresponse\na, b, c\td, e\nf\tg, h\n");
        bringIn("prompt,response\n\"he said \\\"hi\\\", once\",x\n");
        assertEquals(List.of(chat("a, b, c", "d, e"), chat("f", "g, h"), chat("he said \\\"hi\\\", once", "x")),
                written());
    }

    @Test
    void goesOnBehindAQuoteThatIsNeverClosed() throws Exception {
        Receipt receipt = bringIn("question,answer\na,b\n\"c,d\ne,f\ng,h\n");
        assertEquals(List.of(chat("a", "b"), chat("e", "f"), chat("g", "h")), written());
        assertEquals("A quote that opens at line 3 is never closed.", receipt.problems().getFirst().message());
        assertEquals(List.of(1, 0, 0), List.of(receipt.refused(), receipt.duplicates(), receipt.repaired()));
    }

    @Test
    void readsAWesternTableAndSaysSo() throws Exception {
        Path file = folder.resolve("west.csv");
        Files.write(file, "question,answer\nWer?,M\u00fcller \u2013 ja\n".getBytes(Charset.forName("windows-1252")));
        Receipt receipt = bringIn(ImportSettings.RECOGNISE, file);
        assertEquals(List.of(chat("Wer?", "M\u00fcller \u2013 ja")), written());
        assertEquals("windows-1252", receipt.encoding());
        assertEquals("Line 2 holds the byte 0xFC, which is not UTF-8; the file was read as windows-1252.",
                receipt.problems().getFirst().message());
    }

    @Test
    void takesTheColumnsThatThePersonNames() throws Exception {
        var settings = new ImportSettings(Optional.empty(),
                ImportSettings.parseMap("user=a,assistant=b,system=\"Be brief, please.\",tag=c"), Reading.USUAL);
        Receipt receipt = bringIn(settings, file("t.csv", "a,b,c,d\n1,2,faq,4\n"),
                file("t.jsonl", "{\"a\":\"3\",\"b\":\"4\",\"c\":\"x\"}\n"));
        assertEquals(2, receipt.kept());
        assertTrue(written().getFirst().startsWith("{\"messages\":[{\"role\":\"system\",\"content\":\"Be brief, "));
        assertEquals(List.of("faq"), examples.find(1).orElseThrow().tags());
        assertEquals(List.of("d"), receipt.unused());
    }

    @Test
    void readsTheOtherShapesOfJson() throws Exception {
        Receipt receipt = bringIn("""
                {"instruction":"Add","input":"1 2","output":"3","system":"Count","history":[["a","b"]]}
                {"instruction":"Say hi","input":"","output":"hi"}
                {"prompt":"p","completion":"c"}
                {"prompt":[{"role":"user","content":"x"}],"completion":[{"role":"assistant","content":"y"}]}
                {"question":"q","answer":""}
                {"question":"q","answer":null}
                """);
        assertEquals(List.of(
                "{\"messages\":[{\"role\":\"system\",\"content\":\"Count\"},{\"role\":\"user\",\"content\":\"a\"},"
                        + "{\"role\":\"assistant\",\"content\":\"b\"},{\"role\":\"user\",\"content\":\"Add\\n1 2\"},"
                        + "{\"role\":\"assistant\",\"content\":\"3\"}],\"fettle:raw\":{\"input\":3}}",
                chat("Say hi", "hi"), chat("p", "c"), chat("x", "y"),
                chat("q", "")), written());
        assertEquals(List.of("empty-content", "missing-answer"), kinds(receipt));
    }

    @Test
    void takesOnlyTheShapeThatIsAskedFor() throws Exception {
        var settings = new ImportSettings(Optional.of(Shape.CHAT), Map.of(), Reading.USUAL);
        Receipt receipt = bringIn(settings, file("q.jsonl", "{\"question\":\"q\",\"answer\":\"a\"}\n"));
        assertEquals(0, receipt.kept());
        assertEquals(List.of("shape"), kinds(receipt));
    }

    @Test
    void saysWhatItCannotReadAndReadsTheOtherFiles() throws Exception {
        Receipt receipt = bringIn(ImportSettings.RECOGNISE, file("empty.jsonl", " \n"), folder.resolve("absent.csv"),
                file("zip.xlsx", "PK\3\4\0\0"), file("prose.txt", "Once upon a time\nthere was\n"),
                file("good.jsonl", HELLO));
        assertEquals(1, receipt.kept());
        assertEquals(List.of("missing-file", "empty-file", "broken-workbook", "shape"), kinds(receipt));
        assertEquals("empty.jsonl is empty. Choose a file with rows.", receipt.problems().get(1).message());
        assertEquals(List.of("Imported 4 files"), examples.history().stream().map(step -> step.sentence()).toList());
    }
}
