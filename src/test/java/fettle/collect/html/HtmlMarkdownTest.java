package fettle.collect.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HtmlMarkdownTest {

    @Test
    void writesHeadingsParagraphsAndRules() {
        assertEquals("# One *two*\n\nThree\n\n***\n\n### C \\#\n\nend",
                markdown("<h1>One <em>two</em></h1><p>Three</p><hr><h3>C #</h3>end<hr>"));
    }

    @Test
    void keepsTheSpaceThatStandsWithinEmphasis() {
        assertEquals("foo **bar** baz", markdown("<p>foo<strong> bar </strong>baz</p>"));
    }

    @Test
    void leavesEmphasisOutWhereItWouldNotBeRead() {
        assertEquals("foo\"bar\"baz and **a** and x*y*z",
                markdown("<p>foo<b>\"bar\"</b>baz and <b>a</b> and x<i>y</i>z</p>"));
    }

    @Test
    void joinsEmphasisThatEndsOnlyToBeginAgain() {
        assertEquals("**one two**", markdown("<p><b>one</b><b> two</b></p>"));
    }

    @Test
    void separatesTheTextOfAnItemFromItsParagraph() {
        assertEquals("- b\n\n  c\n\n- d", markdown("<ul><li>b<p>c</p></li><li>d</li></ul>"));
    }

    @Test
    void nestsLists() {
        assertEquals("- a\n  - b\n  - c\n- d", markdown("<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>"));
    }

    @Test
    void countsFromTheNumberThatThePageSays() {
        assertEquals("3. a\n4. b", markdown("<ol start=3><li>a</li><li>b</li></ol>"));
    }

    @Test
    void keepsTwoListsApart() {
        assertEquals("- a\n\n* b", markdown("<ul><li>a</li></ul><ul><li>b</li></ul>"));
    }

    @Test
    void keepsTextThatStandsInAListOutsideOfItsItems() {
        assertEquals("- a\n\n  loose", markdown("<ul><li>a</li>loose</ul>"));
    }

    @Test
    void fencesCodeWithItsLanguage() {
        assertEquals("```java\nint a;\n  b();\n```",
                markdown("<pre><code class=\"language-java\">int a;\n  b();\n</code></pre>"));
        assertEquals("```rust\nfn a() {}\n```",
                markdown("<div class=\"highlight-source-rust\"><pre>fn a() {}</pre></div>"));
        assertEquals("````\n```\n````", markdown("<pre>```</pre>"));
    }

    @Test
    void writesTablesOfData() {
        assertEquals("| a | b |\n| --- | --- |\n| 1 | x\\|y |\n| 2 |  |",
                markdown("<table><tr><th>a<th>b<tr><td>1<td>x|y<tr><td colspan=2>2</table>"));
    }

    @Test
    void readsLayoutTablesCellByCell() {
        assertEquals("one\n\n## two", markdown("<table><tr><td>one<td><h2>two</h2></table>"));
    }

    @Test
    void keepsLinksAndPictures() {
        assertEquals("see [the *page*](https://a.example/x) and ![a cat](https://a.example/c.png) <https://b.example>",
                markdown("<p>see <a href='/x'>the <i>page</i></a> and <img src=c.png alt='a cat'> "
                        + "<a href='https://b.example'>https://b.example</a>"));
    }

    @Test
    void leavesAnchorsOfHeadingsAndScriptsOut() {
        assertEquals("## Title", markdown("<h2>Title <a href='#title'>¶</a></h2><script>x()</script>"));
    }

    @Test
    void linksEachBlockOfALinkThatHoldsBlocks() {
        assertEquals("## [Title](https://a.example/x)\n\n[Text](https://a.example/x)",
                markdown("<a href=/x><h2>Title</h2><p>Text</p></a>"));
    }

    @Test
    void quotesAllThatIsQuoted() {
        assertEquals("> a\n>\n> - b", markdown("<blockquote><p>a</p><ul><li>b</li></ul></blockquote>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1. no list", "1) none", "- none", "+ none", "# none", "> none", "---", "===", "***",
            "* none",
            "_u_ and *s* and **t**", "snake_case_word", "a * b * c", "`code`", "[a](b) [c] d]", "&amp; &lt; &copy;",
            "<b>", "a < b", "back\\slash \\* end\\", "~~~", "![x](y)", "| a | b |", "C:\\dir\\", "Ünïcode — “q” … ²",
            "*_*_`[`]", "2024. A year", "a\nb"})
    void bringsTextBackAsItWas(String text) {
        String html = "<p>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</p>";
        assertEquals(text.replace('\n', ' '), Jsoup.parse(rendered(markdown(html))).text());
    }

    @Test
    void survivesDeepPages() {
        assertEquals("x", markdown("<div>".repeat(100_000) + "x"));
    }

    private static String markdown(String html) {
        return HtmlMarkdown.of(Jsoup.parse(html, "https://a.example/page").body());
    }

    private static String rendered(String markdown) {
        var tables = List.of(TablesExtension.create());
        return HtmlRenderer.builder().extensions(tables).build()
                .render(Parser.builder().extensions(tables).build().parse(markdown));
    }
}
