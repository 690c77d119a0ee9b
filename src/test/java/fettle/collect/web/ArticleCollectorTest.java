package fettle.collect.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.collect.article.Pages;
import fettle.document.Captures;
import fettle.document.Collector.Collected;
import fettle.document.Collector.Visit;
import fettle.document.Document;
import fettle.job.ExpectedException;
import fettle.job.LightThreads;
import fettle.job.Progress;
import fettle.source.Skipped;
import fettle.source.SourceSettings;
import fettle.web.NetworkLog;
import fettle.web.Web;
import fettle.web.WebTimes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArticleCollectorTest {

    private static final Manners QUICK = new Manners(Duration.ofMillis(1), Duration.ofSeconds(1),
            Duration.ofSeconds(2), Duration.ofMillis(20), InstantSource.system());

    private final Web web = new Web(WebTimes.DEFAULT, LightThreads.executor("net"), new NetworkLog());
    private final ArticleCollector collector = new ArticleCollector(() -> web, QUICK);
    private final MemoryCaptures captures = new MemoryCaptures();
    private final Site site;

    /// Bytes by their hash.
    private static final class MemoryCaptures implements Captures {

        private final Map<String, byte[]> kept = new HashMap<>();

        @Override
        public synchronized String keep(byte[] bytes) {
            try {
                String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
                kept.put(hash, bytes);
                return hash;
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public synchronized Optional<byte[]> find(String sha256) {
            return Optional.ofNullable(kept.get(sha256));
        }
    }

    ArticleCollectorTest() throws IOException {
        site = new Site();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void tellsItsPlaces() throws Exception {
        assertTrue(collector.accepts("https://a.example/b") && collector.accepts("HTTP://a.example"));
        assertTrue(collector.accepts("articles"));
        assertFalse(
                collector.accepts("docs") || collector.accepts("github:a/b") || collector.accepts("ftp://a.example"));
        assertEquals("articles", collector.sourceOf("https://a.example/b"));
        assertEquals("https://a.example/sitemap.xml", collector.sourceOf("https://A.example:443/sitemap.xml#x"));
        assertThrows(ExpectedException.class, () -> collector.sourceOf("https://"));
    }

    @ParameterizedTest
    @CsvSource({"https://a.example,a.example", "https://a.example/b/c/?utm_source=x&q=1#part,a.example/b/c/?q=1",
            "http://a.example:8080/%C3%A4%20b,a.example:8080/ä b", "https://a.example/a/../b/,a.example/b",
            "https://a.example/%00,a.example/%00"})
    void knowsAPageByHostAndPath(String address, String path) throws Exception {
        assertEquals(path, PageAddress.of(address).path());
    }

    @Test
    void bringsAnArticleInWithWhereItComesFrom() throws Exception {
        site.page("/boats", Pages.article("Boats come home in the morning"));
        Collected collected = collect(site.address("/boats"));
        Document document = collected.documents().getFirst();
        assertEquals("Boats come home in the morning", document.title());
        assertEquals(site.host() + "/boats", document.path());
        assertTrue(document.text().startsWith("The harbour lay quiet"), document.text());
        assertEquals(site.address("/boats"), document.capture().address());
        assertEquals("https://licences.example/by", document.capture().licence());
        assertTrue(captures.find(document.capture().raw()).isPresent());
        assertEquals(0, collected.cached());
        assertEquals("https://licences.example/by", collected.facts().licence());
    }

    @Test
    void asksOnlyWhetherAPageHasChanged() throws Exception {
        site.put("/boats", exchange -> {
            boolean known = "\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            byte[] page = Pages.article("Boats").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(known ? 304 : 200, known ? -1 : page.length);
            if (!known) {
                exchange.getResponseBody().write(page);
            }
        });
        Collected first = collect(site.address("/boats"));
        Collected second = again(first, SourceSettings.USUAL, "articles");
        assertEquals(List.of("", "\"1\""), site.requests().stream().map(Site.Asked::ifNoneMatch).toList());
        assertEquals(first.documents(), second.documents());
        assertEquals(1, second.cached());
        assertEquals(0, collector.changes(visit(second, SourceSettings.USUAL), Progress.UNWATCHED));
        site.page("/boats", Pages.article("Ships"));
        assertEquals(1, collector.changes(visit(second, SourceSettings.USUAL), Progress.UNWATCHED));
    }

    @Test
    void readsAPageUnderAnotherChoiceWithoutTheNetwork() throws Exception {
        site.page("/boats", Pages.article("Boats"));
        Collected first = collect(site.address("/boats"));
        site.close();
        var choice = SourceSettings.USUAL.withChoices(Map.of(site.address("/boats"), "css:aside h3"));
        Collected second = again(first, choice, site.address("/boats"));
        assertEquals("### Most read", second.documents().getFirst().text());
        assertEquals(1, second.cached());
        var missing = SourceSettings.USUAL.withChoices(Map.of(site.address("/boats"), "css:.absent"));
        assertEquals(site.address("/boats") + " was not taken: the selector “.absent” finds nothing on the page; its "
                + "text from before stays.", refused(second, missing, site.address("/boats")));
        var wrong = SourceSettings.USUAL.withChoices(Map.of(site.address("/boats"), "css:p["));
        assertEquals("“p[” is not a CSS selector.", refused(second, wrong, site.address("/boats")));
    }

    @Test
    void addsToThePagesThatAreThere() throws Exception {
        site.page("/a", Pages.article("Boats of the first kind"));
        site.page("/b", Pages.article("Boats of another kind"));
        Collected first = collect(site.address("/a"));
        Collected second = again(first, SourceSettings.USUAL, site.address("/b"));
        assertEquals(List.of("/a", "/b"), site.asked());
        assertEquals(List.of(site.host() + "/a", site.host() + "/b"),
                second.documents().stream().map(Document::path).toList());
        assertEquals(1, second.cached());
    }

    @Test
    void saysWhatIsNoArticleAndStoresNone() throws Exception {
        site.page("/good", Pages.article("Boats"));
        site.page("/empty", "<html><body></body></html>");
        site.page("/wall", Pages.page("News", "<p>Subscribe to continue reading.</p>"));
        site.status("/forbidden", 403);
        Collected collected = collect(site.address("/empty"), site.address("/good"), site.address("/wall"),
                site.address("/absent"), site.address("/forbidden"));
        assertEquals(List.of(site.host() + "/good"), collected.documents().stream().map(Document::path).toList());
        assertEquals(List.of(new Skipped(site.address("/empty"), "the page is empty"),
                new Skipped(site.address("/wall"), "behind a paywall"),
                new Skipped(site.address("/absent"), "there is no page at this address (404)"),
                new Skipped(site.address("/forbidden"), "the server forbids it (403)")), collected.skipped());
        assertEquals("4 pages were not taken", collected.facts().problem());
    }

    @Test
    void isRefusedWithASentenceWhenNothingCame() {
        site.page("/empty", "<html><body></body></html>");
        assertEquals(site.address("/empty") + " was not taken: the page is empty.",
                assertThrows(ExpectedException.class, () -> collect(site.address("/empty"))).getMessage());
    }

    @Test
    void keepsATextWhosePageIsGone() throws Exception {
        site.page("/a", Pages.article("Boats of the first kind"));
        site.page("/b", Pages.article("Boats of another kind"));
        Collected first = collect(site.address("/a"), site.address("/b"));
        site.status("/a", 410);
        Collected second = again(first, SourceSettings.USUAL, "articles");
        assertEquals(first.documents(), second.documents());
        assertEquals(List.of(new Skipped(site.address("/a"), "the page is gone (410); its text from before stays")),
                second.skipped());
    }

    @Test
    void obeysRobotsTxt() throws Exception {
        site.put("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private\nCrawl-delay: 0.3".getBytes(
                StandardCharsets.UTF_8));
        site.page("/a", Pages.article("Boats"));
        site.page("/b", Pages.article("Ships"));
        site.page("/private", Pages.article("Secrets"));
        Collected collected = collect(site.address("/private"), site.address("/a"), site.address("/b"));
        assertEquals(List.of("/a", "/b"), site.asked());
        assertEquals(List.of(new Skipped(site.address("/private"), "robots.txt of " + site.host()
                + " does not allow it")), collected.skipped());
        long pause = site.requests().get(1).nanos() - site.requests().get(0).nanos();
        assertTrue(pause > 280_000_000, "rested " + pause / 1e6 + " ms");
    }

    @Test
    void readsNothingWhileRobotsTxtCannotBeRead() {
        site.status("/robots.txt", 500);
        site.page("/a", Pages.article("Boats"));
        assertTrue(assertThrows(ExpectedException.class, () -> collect(site.address("/a"))).getMessage()
                .endsWith("its robots.txt could not be read (500)."));
        assertEquals(List.of(), site.asked());
    }

    @Test
    void comesAgainWhenABusyServerSaysSo() throws Exception {
        var times = new int[1];
        site.put("/a", exchange -> {
            if (times[0]++ == 0) {
                exchange.getResponseHeaders().set("Retry-After", "1");
                exchange.sendResponseHeaders(429, -1);
            } else {
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                byte[] page = Pages.article("Boats").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            }
        });
        assertEquals(1, collect(site.address("/a")).documents().size());
        assertTrue(site.requests().get(1).nanos() - site.requests().get(0).nanos() > 950_000_000);
        site.status("/b", 503, "Retry-After", "3600");
        assertTrue(assertThrows(ExpectedException.class, () -> collect(site.address("/b"))).getMessage()
                .contains("the server is busy (503) and asks to come again in 3600 s"));
        site.status("/c", 503);
        assertTrue(assertThrows(ExpectedException.class, () -> collect(site.address("/c"))).getMessage()
                .contains("the server is busy (503)"));
        assertEquals(3, site.asked().stream().filter("/c"::equals).count());
    }

    @Test
    void followsRedirectsAndKnowsAPageOnce() throws Exception {
        site.status("/old", 301, "Location", "/new");
        site.page("/new", Pages.article("Boats"));
        Collected collected = collect(site.address("/old"), site.address("/new"));
        assertEquals(List.of(site.host() + "/new"), collected.documents().stream().map(Document::path).toList());
        assertEquals(List.of(new Skipped(site.address("/new"), "the same page as " + site.address("/old"))),
                collected.skipped());
        assertEquals(site.address("/old") + " sends on to " + site.address("/new") + ".", collected.facts().note());
    }

    @Test
    void honoursTheCharsetOfTheServer() throws Exception {
        String sentence = "Утром в гавани было тихо, лодки качались у стены, и никто не говорил. ";
        String html = "<html><body><article><p>" + sentence.repeat(9) + "</p></article></body></html>";
        site.put("/a", "text/html; charset=windows-1251", html.getBytes(Charset.forName("windows-1251")));
        assertEquals(sentence.repeat(9).strip(), collect(site.address("/a")).documents().getFirst().text());
    }

    @Test
    void takesFilesAndRefusesWhatIsNoText() throws Exception {
        site.put("/a", "text/markdown", "# Title\n\nText".getBytes(StandardCharsets.UTF_8));
        site.put("/b.txt", "text/plain", "Plain text".getBytes(StandardCharsets.UTF_8));
        site.put("/c", "image/png", new byte[]{1, 2, 3});
        site.put("/d", "application/xml", "<rss><channel/></rss>".getBytes(StandardCharsets.UTF_8));
        site.put("/e", "text/html", new byte[21_000_000]);
        Collected collected = collect(site.address("/a"), site.address("/b.txt"), site.address("/c"),
                site.address("/d"), site.address("/e"));
        assertEquals(List.of("# Title\n\nText", "Plain text"),
                collected.documents().stream().map(Document::text).toList());
        assertEquals(List.of("image/png, not a page", "a feed, not a page", "larger than 20 MB"),
                collected.skipped().stream().map(Skipped::reason).toList());
    }

    @Test
    void readsASiteMapOfSiteMaps() throws Exception {
        site.put("/sitemap.xml", "application/xml", ("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
                + "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>"
                + site.address("/sitemap-1.xml.gz") + "</loc></sitemap></sitemapindex>")
                .getBytes(StandardCharsets.UTF_8));
        site.put("/sitemap-1.xml.gz", "application/gzip", packed("<urlset>" + url("/a", "2020-01-01") + url("/b", "")
                + "<url><loc>https://other.example/x</loc></url></urlset>"));
        site.page("/a", Pages.article("Boats of the first kind"));
        site.page("/b", Pages.article("Boats of another kind"));
        String map = site.address("/sitemap.xml");
        Collected first = collector.collect(new Visit(map, List.of(map), SourceSettings.USUAL, List.of(), "", captures),
                Progress.UNWATCHED);
        assertEquals(2, first.documents().size());
        assertEquals(List.of(new Skipped("https://other.example/x", "a page of another site")), first.skipped());
        site.page("/a", "<p>changed, but the site map says that it is not");
        Collected second = collector.collect(new Visit(map, List.of(map), SourceSettings.USUAL, first.documents(),
                first.memory(), captures), Progress.UNWATCHED);
        assertEquals(1, site.asked().stream().filter("/a"::equals).count());
        assertEquals(first.documents().getFirst(), second.documents().getFirst());
        var only = SourceSettings.USUAL.withGlobs(List.of(), List.of("b"));
        assertEquals(1, collector.collect(new Visit(map, List.of(map), only, first.documents(), first.memory(),
                captures), Progress.UNWATCHED).documents().size());
    }

    @Test
    void saysThatASiteMapIsNone() {
        site.page("/sitemap.xml", Pages.article("Boats"));
        String map = site.address("/sitemap.xml");
        var refused = assertThrows(ExpectedException.class, () -> collector.collect(new Visit(map, List.of(map),
                SourceSettings.USUAL, List.of(), "", captures), Progress.UNWATCHED));
        assertEquals("The site map " + map + " could not be read: it is no site map.", refused.getMessage());
    }

    @Test
    void refusesAtOnceWhenOffline() {
        web.setOffline(true);
        long start = System.nanoTime();
        var refused = assertThrows(ExpectedException.class, () -> collect("https://a.example/b"));
        assertEquals("https://a.example/b was not taken: Fettle is offline, so a.example was not asked.",
                refused.getMessage());
        assertEquals("Switch offline off in the settings to allow it.", refused.next());
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 5);
    }

    @Test
    void saysThatNobodyAnswers() {
        site.close();
        assertEquals(site.address("/a") + " was not taken: Nothing answers at " + site.host() + ".",
                assertThrows(ExpectedException.class, () -> collect(site.address("/a"))).getMessage());
    }

    private String url(String path, String changed) {
        return "<url><loc>" + site.address(path) + "</loc>" + (changed.isEmpty()
                ? ""
                : "<lastmod>" + changed
                        + "</lastmod>")
                + "</url>";
    }

    private static byte[] packed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private Collected collect(String... addresses) throws IOException, InterruptedException {
        return collector.collect(new Visit("articles", List.of(addresses), SourceSettings.USUAL, List.of(), "",
                captures), Progress.UNWATCHED);
    }

    private Visit visit(Collected before, SourceSettings settings, String... wanted) {
        return new Visit("articles", List.of(wanted), settings, before.documents(), before.memory(), captures);
    }

    private Collected again(Collected before, SourceSettings settings, String... wanted)
            throws IOException, InterruptedException {
        return collector.collect(visit(before, settings, wanted), Progress.UNWATCHED);
    }

    private String refused(Collected before, SourceSettings settings, String wanted) {
        return assertThrows(ExpectedException.class, () -> again(before, settings, wanted)).getMessage();
    }
}
