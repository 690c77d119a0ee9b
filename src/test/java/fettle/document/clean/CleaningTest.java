package fettle.document.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.document.clean.Cleaning.Layout;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CleaningTest {

    private static CleaningRule.Change apply(String rule, String text) {
        return apply(rule, text, Layout.MARKDOWN);
    }

    private static CleaningRule.Change apply(String rule, String text, Layout layout) {
        return Cleaning.RULES.stream().filter(one -> one.id().equals(rule)).findFirst().orElseThrow().apply(text,
                layout);
    }

    private static void changes(String rule, String before, String after, int count) {
        assertEquals(new CleaningRule.Change(after, count), apply(rule, before));
        assertEquals(after, apply(rule, after).text(), "again");
    }

    private static void leaves(String rule, String text) {
        assertEquals(new CleaningRule.Change(text, 0), apply(rule, text));
    }

    @Test
    void repairsEncodingButNotInCode() {
        changes("encoding", "cafÃ© and naïve\nitâ€™s", "café and naïve\nit’s", 2);
        assertEquals(new CleaningRule.Change("\"Ã©\"", 0), apply("encoding", "\"Ã©\"", Layout.CODE));
    }

    @Test
    void decodesEntitiesOutsideOfCode() {
        changes("entities", "R&amp;D &eacute; &#8217; &#x201C; &amp;lt;b&amp;gt;", "R&D é ’ “ <b>", 6);
        leaves("entities", "`&lt;` R&D a&not b &amp;amp;lt; &nosuch; &#65; &#0; &#xD800; &#99999999999;");
        leaves("entities", "```\n&lt;\n```\n\n    &lt;\n");
        changes("entities", "&gt; no quotation, but 5 &gt; 3", "&gt; no quotation, but 5 > 3", 1);
        changes("entities", "| a | b |\n|---|---|\n| x&#124;y | &eacute; |", "| a | b |\n|---|---|\n| x&#124;y | é |",
                1);
        changes("entities", "&#147;so&#148;", "“so”", 2);
    }

    @Test
    void removesControlCharacters() {
        changes("control", "a\0b\u0007c\td\u001B[31mred\u001B[0m\u007F\u009D", "abc\tdred", 6);
        changes("control", "half \uD83D pair \uDE00, whole 😀", "half \uFFFD pair \uFFFD, whole 😀", 2);
        changes("control", "one\u2028two\fthree", "one\ntwo\nthree", 2);
    }

    @Test
    void keepsJoinersAndWordEndsOfOtherScripts() {
        changes("zero-width", "\uFEFFzero\u200Bwidth soft\u00ADhyphen\u2060", "zerowidth softhyphen", 4);
        leaves("zero-width", "👩\u200D👩\u200D👧 می\u200Cخواهم ភាសា\u200Bខ្មែរ");
    }

    @Test
    void pointsOutWhatItDoesNotChange() {
        assertEquals(new CleaningRule.Change("a\u202Eb\u2066", 2), apply("bidi", "a\u202Eb\u2066", Layout.CODE));
        assertEquals(new CleaningRule.Change("a\uFFFDb", 1), apply("lost", "a\uFFFDb"));
    }

    @Test
    void joinsLettersAndAccentsButNoLigatures() {
        changes("nfc", "cafe\u0301\nx² ﬁ ２", "café\nx² ﬁ ２", 1);
    }

    @Test
    void makesQuotesStraightWhenAsked() {
        changes("quotes", "“so” it’s `“raw”`", "\"so\" it's `“raw”`", 3);
        assertEquals(Map.of(), Cleaning.with(Map.of()).clean("“so”", Layout.MARKDOWN).counts());
        assertEquals("\"so\"", Cleaning.with(Map.of("quotes", true)).clean("“so”", Layout.MARKDOWN).text());
    }

    @Test
    void replacesSpacesWithoutMakingCode() {
        changes("nbsp", "100\u00A0km\u202F!\n\u00A0\u00A0\u00A0\u00A0in", "100 km !\nin", 6);
        leaves("nbsp", "```\na\u00A0b\n```\n全角\u3000空白");
    }

    @Test
    void tidiesWhiteSpaceOutsideOfCodeAndTables() {
        changes("whitespace", "a \nb  \nc   \n\n\n\n\nd\t\n", "a\nb  \nc\n\n\nd\n", 5);
        leaves("whitespace", "```\nx  \n\n\n\n\ny\n```\n\n    code  \n\n\n\n\n    more\n");
        leaves("whitespace", "| a | b |   \n|---|---| \n| 1 | 2 |  \n");
        changes("line-ends", "a\r\nb\rc\n", "a\nb\nc\n", 2);
    }

    @Test
    void removesFrontMatterOnlyWhereItIsOne() {
        changes("front-matter", "---\ntitle: x\nlist:\n  - a\n---\n\n\n# T\n", "# T\n", 1);
        changes("front-matter", "+++\ntitle = 'x'\n+++\n# T", "# T", 1);
        leaves("front-matter", "---\nA paragraph between two rules\n---\n");
        leaves("front-matter", "text\n---\na: b\n---\n");
        assertEquals(0, apply("front-matter", "---\na: b\n---\n", Layout.CODE).count());
    }

    @Test
    void removesCommentsWhenAsked() {
        changes("html-comments", "a\n<!-- one\ntwo -->\nb <!-- c --> d\n", "a\nb  d\n", 2);
        leaves("html-comments", "```\n<!-- kept -->\n```\n`<!-- kept -->`");
    }

    @Test
    void dropsBadgesMenusAndContents() {
        changes("boilerplate", """
                # Tool
                [![Build](https://img.shields.io/x.svg)](https://ci.example) ![Docs](https://readthedocs.org/badge/)

                [Home](/) | [Docs](/docs) | [About](/about)

                ## Table of contents
                - [One](#one)
                  - [Two](#two)
                - [Three](#three)

                ## One
                Text with a [link](/x).
                Edit this page
                """, """
                # Tool



                ## One
                Text with a [link](/x).
                """, 7);
        leaves("boilerplate", """
                ![A picture](picture.png)

                - [A book](https://example.org/a)
                - [A paper](https://example.org/b)
                - [A page](https://example.org/c)

                See [One](#one) and [Two](#two).
                """);
    }

    @Test
    void settlesEveryGapThatItLeaves() {
        String text = "---\na: b\n---\n\n\n\n\n# T\n\n\nEdit this page\n\n\nText \n";
        Cleaned cleaned = Cleaning.with(Map.of()).clean(text, Layout.MARKDOWN);
        assertEquals("# T\n\n\nText\n", cleaned.text());
        var counts = new LinkedHashMap<String, Integer>();
        counts.put("front-matter", 1);
        counts.put("boilerplate", 1);
        counts.put("whitespace", 3);
        assertEquals(List.copyOf(counts.entrySet()), List.copyOf(cleaned.counts().entrySet()));
    }

    @Test
    void showsThePlacesOfEachRule() {
        List<RulePreview> preview = Cleaning.preview("---\na: b\n---\nA cafÃ© “so”\u200B here", Layout.MARKDOWN);
        assertEquals(Cleaning.RULES.stream().map(CleaningRule::id).toList(),
                preview.stream().map(RulePreview::rule).toList());
        RulePreview encoding = preview.getFirst();
        assertEquals(List.of(new RulePreview.Place(18, "A cafÃ© “so”\u200B here", "A café “so”\u200B here")),
                encoding.places());
        RulePreview zeroWidth = preview.get(3);
        assertEquals(List.of(new RulePreview.Place(25, "A café “so”\u200B here", "A café “so” here")),
                zeroWidth.places());
        RulePreview quotes = preview.get(7);
        assertTrue(!quotes.on() && quotes.count() == 2, quotes.toString());
    }

    /// Long lines and many lines alike: no rule may take time that grows with the square of the text.
    @Test
    void isNotHeldUpByHostileText() {
        for (String piece : List.of("&amp; ", "\u00A0x\n", "&eacute;\n", "<!-- ", "<!-- -->", "`", "` ``", "|-|\n",
                "| a |\n",
                "> ", "- [a](#a)\n", "\u00C3\u00A9", "e\u0301", " \n", "    x\n", "```\n", "![a](b) ", "[a](b) | ",
                "---\na: b\n", "\uD83D", "\u200B")) {
            String text = piece.repeat(200_000 / piece.length());
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Cleaning.preview(text, Layout.MARKDOWN), piece);
        }
    }

    @Test
    void readsItsCountsBack() {
        assertEquals(Map.of("nfc", 3), Cleaning.read(Cleaning.write(Map.of("nfc", 3))));
    }
}
