package fettle.collect.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.document.PageReader.Reading;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArticlePagesTest {

    private static final String ADDRESS = "https://news.example/boats";

    private final ArticlePages pages = new ArticlePages();

    @Test
    void findsTheArticleAndNothingAround() {
        PageText page = read(Pages.article("Boats come home in the morning"));
        String paragraph = Pages.PARAGRAPH.replaceAll("</?p>", "");
        assertEquals(paragraph + "\n\n" + paragraph + "\n\n" + paragraph + """


                ## What follows

                | Boat | Catch |
                | --- | --- |
                | Gull | 12 |

                ```python
                print("catch")
                ```

                """ + paragraph, page.markdown());
        assertEquals(Optional.empty(), page.refusal());
    }

    @Test
    void readsWhatThePageSaysAboutItself() {
        Metadata metadata = read(Pages.article("Boats come home in the morning")).metadata();
        assertEquals(new Metadata("Boats come home in the morning", "By Ann Example", "", "The Daily Example",
                "2026-02-03T04:05:06Z", "https://licences.example/by"), metadata);
    }

    @Test
    void believesJsonLdBeforeMetaTags() {
        String told = """
                <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
                "headline":"The headline","author":[{"name":"Ann"},{"name":"Bo"}],"datePublished":"2026-01-01"}</script>""";
        Metadata metadata = read(Pages.page("Other", told + Pages.PARAGRAPH.repeat(4))).metadata();
        assertEquals("The headline", metadata.title());
        assertEquals("Ann, Bo", metadata.byline());
        assertEquals("2026-01-01", metadata.published());
    }

    @Test
    void takesTheWholeBodyOnDemand() {
        String markdown = pages.page(Pages.article("Boats"), ADDRESS, "body").markdown();
        assertTrue(markdown.contains("Most read"));
        assertFalse(markdown.contains("Hidden words"));
    }

    @Test
    void takesWhatASelectorNames() {
        assertEquals("### Most read\n\n[Another page](https://news.example/a)",
                pages.page(Pages.article("Boats"), ADDRESS, "css:aside, aside a").markdown());
    }

    @Test
    void writesASelectedTableAsATable() {
        assertEquals("| Boat | Catch |\n| --- | --- |\n| Gull | 12 |",
                pages.page(Pages.article("Boats"), ADDRESS, "css:table").markdown());
    }

    @Test
    void saysThatASelectorFindsNothing() {
        Reading reading = pages.read(bytes(Pages.article("Boats")), ADDRESS, "css:.absent");
        assertEquals("", reading.markdown());
        assertEquals("The selector “.absent” finds nothing on the page.", reading.note());
        assertTrue(reading.wholeText().contains("Most read"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"css:p[", "css:", "css::nope(", "xpath://p"})
    void saysWhyAChoiceCannotBeFollowed(String choice) {
        assertTrue(pages.refusal(choice).isPresent(), choice);
        assertEquals("", pages.read(bytes(Pages.article("Boats")), ADDRESS, choice).markdown());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <main><p>The first lines are free. Subscribe to continue reading.</p></main>         | behind a paywall
            <form><p>Sign in to go on</p><input type="password"></form>                          | the page asks to log in
            <div><p>We use cookies. Please accept all cookies to go on.</p></div>                | the page asks about cookies first
            <div id="root"></div><script src="a.js"></script>                                    | the page shows its text only with JavaScript
            <h1>404 Not found</h1><p>There is nothing under this address.</p>                    | the page says that nothing was found there
            <h1>Just a moment</h1><p>We check that you are no robot.</p>                         | the page asks whether a person is there
            <div></div>                                                                          | the page is empty
            """)
    void tellsWhatIsNoArticle(String content, String reason) {
        assertEquals(Optional.of(reason), read("<html><body>" + content + "</body></html>").refusal());
    }

    @Test
    void takesALongArticleAboutPaywallsForAnArticle() {
        String talk = "<p>Subscribe to continue reading, it says; accept all cookies, says the next, not found the third.</p>";
        assertEquals(Optional.empty(), read(Pages.page("Paywalls", "<article>" + talk + Pages.PARAGRAPH.repeat(9)
                + "</article>")).refusal());
    }

    @ParameterizedTest
    @CsvSource({"windows-1251,windows-1251,", "Shift_JIS,,Shift_JIS", "UTF-16LE,UTF-16LE,", "windows-1251,,",
            "UTF-8,windows-1251,", "UTF-16BE,,", "EUC-JP,EUC-JP,UTF-8"})
    void honoursTheCharset(String written, String meta, String header) {
        boolean russian = written.startsWith("windows") || written.startsWith("UTF-16");
        String sentence = russian
                ? "Утром в гавани было тихо, лодки качались у стены, и никто не говорил."
                : "朝の港は静かで、船は壁のそばで揺れていた。誰も話さなかった。";
        String html = "<html><head><title>x</title>" + (meta == null ? "" : "<meta charset=\"" + meta + "\">")
                + "</head><body><p>" + sentence.repeat(8) + "</p></body></html>";
        String text = ArticlePages.decode(html.getBytes(Charset.forName(written)), header == null ? "" : header);
        assertEquals(sentence.repeat(8), read(text).markdown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<b>", "<table>", "<ul><li>", "<blockquote>", "<a href='#'>a", "<p hidden>a</p>",
            "<span class=comment>a</span>", "&lol;", "<font>a<br><br>", "<!--", "<svg><math>", "<template>"})
    void neitherHangsNorOverflowsOnHostilePages(String piece) {
        String html = piece.repeat(20_000) + "the end";
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            read(html);
            pages.read(bytes(html), ADDRESS, "body");
        });
    }

    private PageText read(String html) {
        return pages.page(html, ADDRESS, "article");
    }

    private static byte[] bytes(String html) {
        return html.getBytes(StandardCharsets.UTF_8);
    }
}
