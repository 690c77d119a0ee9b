package fettle.collect.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.collect.MutatedFiles;
import fettle.collect.workbook.MadeWorkbook;
import fettle.example.ExampleStore;
import fettle.example.ImportSettings;
import fettle.example.ReadFiles;
import fettle.example.Receipt;
import fettle.example.RepairKinds;
import fettle.job.Progress;
import fettle.project.TemporaryProject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/// Whatever a file of rows has become, reading it ends in a receipt in which every row is kept or refused.
abstract class MutatedRows {

    private static final String CHATS = """
            {"messages":[{"role":"user","content":"What is naïve?"},{"role":"assistant","content":"A \\"word\\"."}]}
            {"messages":[{"role":"system","content":"Be brief"},{"role":"user","content":"数据"},{"role":"assistant","content":"是\\n的"}],"tools":[]}
            {"messages":[{"role":"user","content":[{"type":"text","text":"x"}]},{"role":"assistant","content":null,"tool_calls":[{"id":"1","type":"function","function":{"name":"f","arguments":"{}"}}]}]}
            {"prompt":"p","completion":"c","score":0.25}
            """;
    private static final String LIST = """
            [
              {"instruction": "Add", "input": "1 2", "output": "3", "history": [["a", "b"]]},
              {"instruction": "Say it's \\"so\\"", "input": "", "output": "so"},
              {"conversations": [{"from": "human", "value": "hi"}, {"from": "gpt", "value": "é"}]}
            ]
            """;
    private static final String NESTED = """
            {"version": "1", "data": [{"title": "T", "paragraphs": [{"context": "C", "qas": [
            {"id": 1, "question": "Q", "answers": [{"text": "A", "answer_start": 0}]}]}]}], "other": [{"x": 1}]}
            """;
    private static final String TABLE = "question,answer,note\r\n\"What, then?\",\"He said \"\"so\"\"\",1\r\n"
            + "\"two\r\nlines\",naïve,\"{\"\"a\"\":1}\"\r\nЧто?,так,\r\n";
    private static final long MOST_MILLIS = 20_000;

    private static final ExampleStore STORE = TemporaryProject.examples();
    private static final RowFiles READER = new RowFiles(1 << 20);

    @Property(seed = "7", shrinking = ShrinkingMode.OFF)
    void jsonLines(@ForAll long number) throws Exception {
        endsInAReceipt(MutatedFiles.mutated(CHATS.getBytes(StandardCharsets.UTF_8), number), "rows.jsonl", number);
    }

    @Property(seed = "7", shrinking = ShrinkingMode.OFF)
    void aJsonList(@ForAll long number) throws Exception {
        byte[] list = (number % 2 == 0 ? LIST : LIST.replace("\n", "")).getBytes(StandardCharsets.UTF_8);
        endsInAReceipt(MutatedFiles.mutated(list, number), "rows.json", number);
    }

    @Property(seed = "7", shrinking = ShrinkingMode.OFF)
    void aJsonObject(@ForAll long number) throws Exception {
        endsInAReceipt(MutatedFiles.mutated(NESTED.getBytes(StandardCharsets.UTF_8), number), "rows.json", number);
    }

    @Property(seed = "7", shrinking = ShrinkingMode.OFF)
    void aTableOfCommas(@ForAll long number) throws Exception {
        endsInAReceipt(MutatedFiles.mutated(TABLE.getBytes(StandardCharsets.UTF_8), number), "rows.csv", number);
    }

    @Property(seed = "7", shrinking = ShrinkingMode.OFF)
    void aTableOfTabsInAnotherCharset(@ForAll long number) throws Exception {
        byte[] tabs = TABLE.replace(',', '\t').getBytes(Charset.forName("windows-1251"));
        endsInAReceipt(MutatedFiles.mutated(tabs, number), "rows.tsv", number);
    }

    @Property(seed = "7", shrinking = ShrinkingMode.OFF)
    void theArchiveOfAWorkbook(@ForAll long number) throws Exception {
        endsInAReceipt(MutatedFiles.mutated(workbook(rows()).bytes(), number), "rows.xlsx", number);
    }

    @Property(seed = "7", shrinking = ShrinkingMode.OFF)
    void theXmlOfASheet(@ForAll long number) throws Exception {
        byte[] xml = MutatedFiles.mutated(rows().getBytes(StandardCharsets.UTF_8), number);
        endsInAReceipt(workbook(new String(xml, StandardCharsets.UTF_8)).bytes(), "rows.xlsx", number);
    }

    private static String rows() {
        return MadeWorkbook.row(1, "question", "answer") + MadeWorkbook.row(2, "sum", "=0:0.30000000000000004")
                + MadeWorkbook.row(3, "day_x000D_", "=2:44155") + MadeWorkbook.row(4, "share", "=1:0.25")
                + MadeWorkbook.row(5, "bad", "!#DIV/0!")
                + "<row r=\"6\"><c r=\"A6\" t=\"str\"><f>1+1</f><v>2</v></c><c r=\"B6\" t=\"b\"><v>1</v></c></row>";
    }

    private static MadeWorkbook workbook(String rows) {
        return new MadeWorkbook().sheet("One", "", rows, "<mergeCells><mergeCell ref=\"A3:A4\"/></mergeCells>");
    }

    private static void endsInAReceipt(byte[] bytes, String name, long number) throws Exception {
        Path folder = Files.createTempDirectory("mutated");
        Path file = Files.write(folder.resolve(name), bytes);
        try {
            long begun = System.nanoTime();
            RepairKinds repairs = number % 3 == 0 ? RepairKinds.NONE : RepairKinds.ALL;
            Receipt receipt = new ReadFiles(STORE, READER, List.of(file), ImportSettings.RECOGNISE.mending(repairs))
                    .run(Progress.UNWATCHED).receipt();
            assertEquals(receipt.read(), receipt.kept() + receipt.refused());
            assertTrue(receipt.read() > 0 || !receipt.problems().isEmpty(), "silence");
            long millis = (System.nanoTime() - begun) / 1_000_000;
            assertTrue(millis < MOST_MILLIS, () -> "took " + millis + " ms for " + bytes.length + " bytes");
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }
}
