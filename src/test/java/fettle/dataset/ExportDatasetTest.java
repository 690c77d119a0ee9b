package fettle.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.BodyJson;
import fettle.example.Change;
import fettle.example.ExampleQuery;
import fettle.example.ExampleRow.Side;
import fettle.example.ExampleStatus;
import fettle.example.ExampleStore;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.project.FolderFiles;
import fettle.project.TemporaryProject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportDatasetTest {

    private static final String FIRST = "{\"b\":1.50,\"messages\":[{\"content\":\"\u00fc\\n\",\"role\":\"user\"},"
            + "{\"role\":\"assistant\",\"content\":\"A\"}]}";
    private static final String SECOND = "{\"messages\":[{\"role\":\"system\",\"content\":\"S\"},{\"role\":\"user\","
            + "\"content\":\"Q\"},{\"role\":\"assistant\",\"content\":\"B\"}]}";
    private static final String THIRD = "{\"messages\":[{\"role\":\"assistant\",\"content\":\"C\"}]}";

    @TempDir
    Path folder;

    private Export export(ExampleStore examples, Format format) throws Exception {
        return new ExportDataset(examples, ExampleQuery.KEPT, format, new FolderFiles(folder.resolve("out")),
                new DatasetCard("facts", "", 0)).run(Progress.UNWATCHED);
    }

    private String read(String name) throws Exception {
        return Files.readString(folder.resolve("out").resolve(name));
    }

    @Test
    void writesRowsKeyForKeyInImportOrder() throws Exception {
        var examples = TemporaryProject.examples(FIRST, SECOND, THIRD);
        examples.apply(List.of(new Change.SetStatus(2, ExampleStatus.REJECTED)), "reject");
        Export export = export(examples, Format.OPENAI_CHAT);
        String expected = FIRST + "\n" + THIRD + "\n";
        assertEquals(expected, read("train.jsonl"));
        byte[] bytes = expected.getBytes(StandardCharsets.UTF_8);
        String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertEquals(List.of(new Export.WrittenFile("train.jsonl", 2, bytes.length, sha256)), export.files());
        assertFalse(Files.exists(folder.resolve("out/validation.jsonl")));
    }

    @Test
    void writesBothSidesOfASplitAndTakesTheSecondAwayWithIt() throws Exception {
        var examples = TemporaryProject.examples(FIRST, SECOND, THIRD);
        examples.apply(List.of(new Change.SetSplit(2, Side.VALIDATION), new Change.SetSplit(1, Side.TRAIN)), "split");
        export(examples, Format.OPENAI_CHAT);
        assertEquals(FIRST + "\n" + THIRD + "\n", read("train.jsonl"));
        assertEquals(SECOND + "\n", read("validation.jsonl"));
        assertTrue(read("README.md").contains("- {split: validation, path: validation.jsonl}"));
        examples.undo();
        export(examples, Format.OPENAI_CHAT);
        assertFalse(Files.exists(folder.resolve("out/validation.jsonl")));
    }

    @Test
    void laysAManifestWithCountsAndDigestsBeside() throws Exception {
        Export export = export(TemporaryProject.examples(FIRST), Format.OPENAI_CHAT);
        var manifest = BodyJson.read(read("manifest.json"));
        assertEquals("openai-chat", manifest.path("format").stringValue());
        assertEquals("1970-01-01T00:00:00Z", manifest.path("created").stringValue());
        assertEquals(export.files().getFirst().sha256(), manifest.path("files").path(0).path("sha256").stringValue());
        assertTrue(read("README.md").startsWith("---\npretty_name: \"facts\"\nsize_categories: [\"n<1K\"]\n"));
    }

    @Test
    void leavesOutAndNamesWhatAFormatCannotHold() throws Exception {
        Export export = export(TemporaryProject.examples(FIRST, SECOND, THIRD), Format.PROMPT_RESPONSE);
        assertEquals("""
                {"prompt":"\u00fc\\n","response":"A"}
                {"system":"S","prompt":"Q","response":"B"}
                """, read("train.jsonl"));
        assertEquals(List.of(new Export.LeftOut(3, "Row 3 is not one question and one answer.")), export.leftOut());
    }

    @Test
    void tellsTheDigestWithoutWritingAnything() throws Exception {
        var examples = TemporaryProject.examples(FIRST, SECOND);
        Export dry = new ExportDataset(examples, ExampleQuery.KEPT, Format.OPENAI_CHAT, DatasetFiles.NOWHERE,
                new DatasetCard("facts", "", 0)).run(Progress.UNWATCHED);
        assertEquals(export(examples, Format.OPENAI_CHAT), dry);
    }

    private static final String PAIR = "{\"messages\":[{\"role\":\"user\",\"content\":\"Q\"},{\"role\":\"assistant\","
            + "\"content\":\"good, \\\"so\\\"\"}],\"non_preferred_output\":[{\"role\":\"assistant\",\"content\":\"bad\"}]}";
    private static final String LABELLED = "{\"messages\":[{\"role\":\"user\",\"content\":\"Q\"},{\"role\":\"assistant\","
            + "\"content\":\"A\"}],\"label\":false}";

    @Test
    void writesAPairAsItsPreferredAnswerWhereThereIsNoPlaceForBoth() throws Exception {
        Export export = export(TemporaryProject.examples(PAIR, LABELLED), Format.OPENAI_CHAT);
        assertEquals("{\"messages\":[{\"role\":\"user\",\"content\":\"Q\"},{\"role\":\"assistant\","
                + "\"content\":\"good, \\\"so\\\"\"}]}", read("train.jsonl").lines().findFirst().orElseThrow());
        assertFalse(read("train.jsonl").contains("label"));
        assertEquals(List.of(new Export.Without("rejected answers", 1, 1), new Export.Without("labels", 1, 2)),
                export.without());
        assertTrue(read("README.md").contains("Written without their labels: 1 row."));
    }

    @Test
    void writesPairsAndLabelsForThoseWhoLearnFromThem() throws Exception {
        var examples = TemporaryProject.examples(PAIR, LABELLED);
        export(examples, Format.OPENAI_DPO);
        assertEquals("""
                {"input":{"messages":[{"role":"user","content":"Q"}]},"preferred_output":[{"role":"assistant",\
                "content":"good, \\"so\\""}],"non_preferred_output":[{"role":"assistant","content":"bad"}]}
                """, read("train.jsonl"));
        Export kto = export(examples, Format.KTO);
        assertEquals(LABELLED + "\n", read("train.jsonl"));
        assertEquals("Row 1 has no label that says whether its answer is wanted.",
                kto.leftOut().getFirst().reason());
        Export trl = export(examples, Format.TRL);
        assertEquals("""
                {"prompt":[{"role":"user","content":"Q"}],"chosen":[{"role":"assistant","content":"good, \\"so\\""}],\
                "rejected":[{"role":"assistant","content":"bad"}]}
                """, read("train.jsonl"));
        assertEquals(2, trl.leftOut().getFirst().id());
    }

    @Test
    void writesATableWithQuotesWhereTheyAreNeeded() throws Exception {
        Export export = export(TemporaryProject.examples(PAIR, SECOND, THIRD), Format.CSV);
        assertEquals("system,prompt,completion\n,Q,\"good, \"\"so\"\"\"\nS,Q,B\n", read("train.csv"));
        assertEquals(2, export.files().getFirst().rows());
        assertTrue(read("README.md").contains("- {split: train, path: train.csv}"));
    }

    @Test
    void saysThatItWritesNoParquet() {
        var failure = assertThrows(ExpectedException.class, () -> Format.of("parquet"));
        assertEquals("Fettle writes no Parquet.", failure.getMessage());
    }

    @Test
    void refusesToWriteNothing() {
        assertEquals("empty", assertThrows(ExpectedException.class,
                () -> export(TemporaryProject.examples(), Format.OPENAI_CHAT)).kind());
    }
}
