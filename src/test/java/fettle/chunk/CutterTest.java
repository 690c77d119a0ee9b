package fettle.chunk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.document.Document;
import fettle.document.Document.Kind;
import fettle.token.Encoding;
import fettle.token.TokenCounter;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CutterTest {

    /// One token a word or mark, so that limits can be checked in the head.
    private static final TokenCounter WORDS = text -> (int) java.util.regex.Pattern.compile("\\w+|[^\\w\\s]")
            .matcher(text).results().count();

    private static List<Chunk> cut(String text, Kind kind, int limit, TokenCounter counter) {
        return new Cutter(new CutSettings(limit, CutSettings.By.STRUCTURE, "o200k_base"), counter)
                .cut(document(text, kind));
    }

    private static Document document(String text, Kind kind) {
        return new Document("d1", "s1", "guide.md", "Guide", kind, "", text, "");
    }

    private static String words(int count) {
        return IntStream.range(0, count).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    }

    @Test
    void aShortDocumentStaysWhole() {
        String text = "---\nkey: value\n---\n\n# Title\n\nText.\n";
        assertEquals(List.of(new Chunk("", "d1", 0, 0, text.length() - 1, List.of("Title"), text.strip(), 13)),
                cut(text, Kind.MARKDOWN, 16, WORDS));
    }

    @Test
    void breaksBeforeAHeadingRatherThanBehindIt() {
        String text = "# A\n\n" + words(12) + "\n\n## B `code`\n\n" + words(10) + "\n\n" + words(8) + "\n";
        List<Chunk> chunks = cut(text, Kind.MARKDOWN, 24, WORDS);
        assertEquals(List.of(List.of("A"), List.of("A", "B code")), chunks.stream().map(Chunk::headingPath).toList());
        assertTrue(chunks.get(1).text().startsWith("## B `code`"), chunks.get(1)::text);
        assertEquals(text.substring(chunks.get(0).start(), chunks.get(0).end()), chunks.get(0).text());
    }

    @Test
    void aFenceThatIsTooLongIsClosedAndOpenedAgain() {
        String code = IntStream.range(0, 12).mapToObj(i -> "    call" + i + "(x);\n").collect(Collectors.joining());
        String text = "Before.\n\n```java title\n" + code + "```\n\nAfter.\n";
        List<Chunk> chunks = cut(text, Kind.MARKDOWN, 30, WORDS);
        assertTrue(chunks.size() > 2);
        for (Chunk chunk : chunks) {
            assertTrue(Fences.balanced(chunk.text()), chunk::text);
            assertTrue(chunk.tokens() <= 30);
        }
        assertTrue(chunks.get(1).text().startsWith("```java title\n    call"), chunks.get(1)::text);
        assertTrue(chunks.get(1).text().endsWith("\n```"), chunks.get(1)::text);
        assertCovered(text, chunks);
    }

    @Test
    void aFenceWithinAListIsNotBroken() {
        String item = "- item\n\n  ```sh\n  run one two three\n  ```\n\n";
        List<Chunk> chunks = cut(item.repeat(6), Kind.MARKDOWN, 16, WORDS);
        assertTrue(chunks.size() >= 6);
        chunks.forEach(chunk -> assertTrue(Fences.balanced(chunk.text()), chunk::text));
        assertCovered(item.repeat(6), chunks);
    }

    @Test
    void aFenceThatTheDocumentLeavesOpenIsClosed() {
        List<Chunk> chunks = cut("Text\n\n```\ncode\n", Kind.MARKDOWN, 100, WORDS);
        assertEquals("Text\n\n```\ncode\n```", chunks.getFirst().text());
        assertEquals(1, chunks.size());
    }

    @Test
    void aTableThatIsTooLongRepeatsItsHeader() {
        String rows = IntStream.range(0, 20).mapToObj(i -> "| r" + i + " | v |\n").collect(Collectors.joining());
        String head = "| name | value |\n|---|---|\n";
        List<Chunk> chunks = cut(head + rows, Kind.MARKDOWN, 60, WORDS);
        assertTrue(chunks.size() > 1);
        chunks.forEach(chunk -> assertTrue(chunk.text().startsWith(head), chunk::text));
        assertCovered(head + rows, chunks);
    }

    @Test
    void frontMatterIsNoHeading() {
        String text = "---\ntitle: a\n---\n\n" + words(30) + "\n";
        assertEquals(List.of(), cut(text, Kind.MARKDOWN, 20, WORDS).getLast().headingPath());
    }

    @Test
    void codeIsCutBeforeDefinitions() {
        String method = "def f():\n    a = 1\n\n    b = 2\n    return a + b\n\n";
        List<Chunk> chunks = cut(method.repeat(5), Kind.CODE, 40, WORDS);
        assertEquals(3, chunks.size());
        chunks.forEach(chunk -> assertTrue(chunk.text().startsWith("def f():"), chunk::text));
        assertCovered(method.repeat(5), chunks);
    }

    @Test
    void textIsCutAtParagraphsThenSentences() {
        String text = words(10) + ".\n\n" + words(8) + ". " + words(9) + ". " + words(7) + ".";
        List<String> texts = cut(text, Kind.TEXT, 20, WORDS).stream().map(Chunk::text).toList();
        assertEquals(List.of(words(10) + ".", words(8) + ". " + words(9) + ".", words(7) + "."), texts);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aGiganticWordIsCutToo(Kind kind) {
        String text = "🙂x".repeat(20_000);
        for (var by : CutSettings.By.values()) {
            List<Chunk> chunks = new Cutter(new CutSettings(100, by, "cl100k_base"), Encoding.CL100K_BASE)
                    .cut(document(text, kind));
            assertEquals(text, chunks.stream().map(Chunk::text).collect(Collectors.joining()));
            for (Chunk chunk : chunks) {
                assertTrue(chunk.tokens() <= 100);
                assertTrue(!Character.isLowSurrogate(chunk.text().charAt(0)));
            }
        }
    }

    @Test
    void nothingComesOfNothing() {
        for (Kind kind : Kind.values()) {
            assertEquals(List.of(), cut("", kind, 100, WORDS));
            assertEquals(List.of(), cut(" \n\t\n", kind, 100, WORDS));
        }
    }

    @Test
    void windowsFillTheLimit() {
        List<Chunk> chunks = new Cutter(new CutSettings(50, CutSettings.By.TOKENS, "o200k_base"), Encoding.O200K_BASE)
                .cut(document(words(2000), Kind.MARKDOWN));
        assertCovered(words(2000), chunks);
        chunks.subList(0, chunks.size() - 1).forEach(chunk -> assertTrue(chunk.tokens() >= 49, chunk::toString));
    }

    @Test
    void anyDocumentIsCoveredWithinTheLimitAndWithoutBrokenFences() {
        var random = new Random(11);
        for (int round = 0; round < 250; round++) {
            String text = new NastyText(random).document();
            int limit = 16 + random.nextInt(120);
            Kind kind = List.of(Kind.values()).get(random.nextInt(Kind.values().length));
            for (var by : CutSettings.By.values()) {
                var settings = new CutSettings(limit, by, "cl100k_base");
                List<Chunk> chunks = new Cutter(settings, Encoding.CL100K_BASE).cut(document(text, kind));
                assertCovered(text, chunks);
                for (Chunk chunk : chunks) {
                    assertTrue(Encoding.CL100K_BASE.count(chunk.text()) <= limit, chunk::text);
                    assertEquals(Encoding.CL100K_BASE.count(chunk.text()), chunk.tokens());
                    boolean markdown = kind == Kind.MARKDOWN && by == CutSettings.By.STRUCTURE;
                    assertTrue(!markdown || Fences.balanced(chunk.text()),
                            () -> limit + "\n" + chunk.text() + "\n--\n" + text);
                }
            }
        }
    }

    /// The slices lie in order, apart, and leave out nothing but white space.
    private static void assertCovered(String text, List<Chunk> chunks) {
        int at = 0;
        for (Chunk chunk : chunks) {
            assertTrue(chunk.start() >= at && chunk.end() > chunk.start(), chunk::toString);
            assertEquals("", text.substring(at, chunk.start()).strip());
            at = chunk.end();
        }
        assertEquals("", text.substring(at).strip());
        assertEquals(IntStream.range(0, chunks.size()).boxed().toList(), chunks.stream().map(Chunk::index).toList());
    }
}
