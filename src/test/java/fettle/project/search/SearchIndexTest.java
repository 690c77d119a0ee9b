package fettle.project.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.SearchText;
import fettle.example.SearchWords;
import fettle.project.search.SearchIndex.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SearchIndexTest {

    private static final String[] PIECES = {"refund", "Refunds", "policy", "café", "cafe\u0301", "naïve", "STRASSE",
            "straße", "the", "a", "模型", "型", "日本語", "ガス", "ｶﾞｽ", "한국어", "ไทย", "🎉", "👍🏽", "👨‍👩‍👧", "foo_bar",
            "don't",
            "3.14", "x".repeat(70), "-", "\"", "\\", "\0", "\uD800", "\uE000", "½", "ﬁne", "हिन्दी", "<b>", "ref", "≠",
            "\u0301"};
    private static final String[] JOINTS = {" ", " ", " ", "", "\n", ", ", "。", "\u00A0", "\u200B"};

    @TempDir
    private Path folder;

    /// Whatever people may type: the index finds what reading the texts finds.
    @Test
    void findsExactlyWhatReadingFinds() throws Exception {
        var random = new Random(11);
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < 400; row++) {
            rows.add(List.of(text(random, 12), text(random, 3)));
        }
        try (var index = new SearchIndex(folder.resolve("search.db"), true)) {
            enter(index, rows, 0, 150);
            enter(index, rows, 150, 400);
            for (int turn = 0; turn < 400; turn++) {
                String typed = typed(random);
                SearchText search = new SearchText(parsed(typed));
                if (!search.isEmpty()) {
                    assertEquals(read(rows, search), index.find(search), () -> typed + " as " + search);
                }
                if (turn % 10 == 9 && !search.isEmpty()) { // remembered answers are kept up to date
                    int row = random.nextInt(rows.size());
                    rows.set(row, List.of(text(random, 12)));
                    enter(index, rows, row, row + 1);
                    assertEquals(read(rows, search), index.find(search), () -> typed + " again");
                }
            }
        }
    }

    private static List<SearchText.Term> parsed(String typed) {
        try {
            return SearchText.parse(typed).terms();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static String text(Random random, int pieces) {
        var text = new StringBuilder();
        for (int piece = 0; piece < pieces; piece++) {
            text.append(PIECES[random.nextInt(PIECES.length)]).append(JOINTS[random.nextInt(JOINTS.length)]);
        }
        return text.toString();
    }

    private static String typed(Random random) {
        var typed = new StringBuilder();
        for (int term = random.nextInt(3); term >= 0; term--) {
            typed.append(random.nextInt(4) == 0 ? "-" : "");
            boolean quoted = random.nextInt(3) == 0;
            String words = text(random, quoted ? 2 : 1).strip();
            typed.append(
                    quoted ? "\"" + words + "\"" : words.substring(0, Math.max(1, words.length() - random.nextInt(3))));
            typed.append(random.nextInt(4) == 0 ? "*" : "").append(random.nextBoolean() ? " " : "");
        }
        return typed.toString();
    }

    private static BitSet read(List<List<String>> rows, SearchText search) {
        var found = new BitSet();
        for (int row = 0; row < rows.size(); row++) {
            found.set(row, search.fits(rows.get(row)));
        }
        return found;
    }

    private static void enter(SearchIndex index, List<List<String>> rows, int from, int end) throws IOException {
        var entries = new ArrayList<Entry>();
        for (int row = from; row < end; row++) {
            entries.add(new Entry(row, hash(rows.get(row)), SearchWords.of(rows.get(row))));
        }
        index.put(entries);
    }

    private static long hash(List<String> texts) {
        return texts.hashCode() * 31L + 7;
    }

    private static BitSet current(SearchIndex index, long... hashes) throws IOException {
        var rows = new BitSet();
        rows.set(0, hashes.length);
        index.refresh();
        return index.current(rows, hashes);
    }

    private static Entry entry(int place, long hash, String text) {
        return new Entry(place, hash, SearchWords.of(List.of(text)));
    }

    @Test
    void knowsAfterwardsWhichRowsItHas() throws Exception {
        Path file = folder.resolve("search.db");
        try (var index = new SearchIndex(file, true)) {
            index.put(List.of(entry(0, 11, "one"), entry(2, 33, "three")));
        }
        try (var index = new SearchIndex(file, true)) {
            assertEquals("{0, 2}", current(index, 11, 22, 33).toString());
            assertEquals("{2}", current(index, 12, 22, 33).toString());
            assertEquals("{2}", index.find(SearchText.parse("three")).toString());
        }
    }

    @Test
    void whoeverOnlyReadsSeesWhatIsAdded() throws Exception {
        Path file = folder.resolve("search.db");
        try (var reader = new SearchIndex(file, false); var index = new SearchIndex(file, true)) {
            assertTrue(current(reader, 11).isEmpty());
            index.put(List.of(entry(0, 11, "one")));
            assertEquals("{0}", current(reader, 11).toString());
            assertEquals("{0}", reader.find(SearchText.parse("one")).toString());
            index.put(List.of(entry(0, 12, "two")));
            assertTrue(reader.find(SearchText.parse("one")).isEmpty());
        }
    }

    @Test
    void anAbsentFileIsMadeAndADamagedOneMadeAnew() throws Exception {
        Path file = folder.resolve("search.db");
        Files.writeString(file, "This is no database at all.".repeat(500));
        try (var index = new SearchIndex(file, true)) {
            assertTrue(current(index, 11).isEmpty());
            index.put(List.of(entry(0, 11, "one")));
            assertEquals("{0}", index.find(SearchText.parse("one")).toString());
        }
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 8192; at < bytes.length; at++) {
            bytes[at] = 0x5A;
        }
        Files.write(file, bytes);
        try (var index = new SearchIndex(file, true)) {
            index.refresh();
            index.find(SearchText.parse("one"));
            assertTrue(current(index, 11).isEmpty());
            index.put(List.of(entry(0, 11, "one")));
            assertEquals("{0}", current(index, 11).toString());
        }
    }

    @Test
    void afterTheMachineWentDownItIsMadeAnew() throws Exception {
        Path file = folder.resolve("search.db");
        var lost = new SearchIndex(file, true);
        lost.put(List.of(entry(0, 11, "one")));
        Path copy = folder.resolve("copy.db"); // as the disk has it while it is being written
        Files.copy(file, copy);
        Files.copy(folder.resolve("search.db-wal"), folder.resolve("copy.db-wal"));
        try (var index = new SearchIndex(copy, true)) {
            assertFalse(current(index, 11).isEmpty(), "the program was killed, the machine was not");
        }
        Files.copy(file, folder.resolve("other.db"));
        Files.copy(folder.resolve("search.db-wal"), folder.resolve("other.db-wal"));
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("other.db"));
                var statement = connection.createStatement()) {
            statement.execute("UPDATE open SET boot = 'another day'");
        }
        try (var index = new SearchIndex(folder.resolve("other.db"), true)) {
            assertTrue(current(index, 11).isEmpty());
            index.put(List.of(entry(0, 11, "one")));
            assertEquals("{0}", current(index, 11).toString());
        }
        lost.close();
    }

    @Test
    void anInterruptEndsASearch() throws Exception {
        try (var index = new SearchIndex(folder.resolve("search.db"), true)) {
            var entries = new ArrayList<Entry>();
            for (int row = 0; row < 30_000; row++) {
                entries.add(entry(row, row + 1, "word" + row + " same"));
            }
            index.put(entries);
            Thread.currentThread().interrupt();
            org.junit.jupiter.api.Assertions.assertThrows(java.io.InterruptedIOException.class,
                    () -> index.find(SearchText.parse("same")));
            assertTrue(Thread.interrupted());
            assertEquals(30_000, index.find(SearchText.parse("same")).cardinality());
        }
    }
}
