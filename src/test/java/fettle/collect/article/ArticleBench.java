package fettle.collect.article;

import fettle.bench.BenchReport;
import fettle.collect.html.HtmlMarkdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How near the articles found come to those expected, over a folder of pages: each a folder with `source.html` and
/// `expected.html`, given by `-Dfettle.bench.articles=FOLDER`.
@Tag("bench")
final class ArticleBench {

    private static final int WARM_UP = 3;
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(TABLES).build();

    private record Page(String name, String source, String expected) {}

    @Test
    void findsTheArticle() throws IOException {
        List<Page> pages = pages();
        var scores = new double[pages.size()];
        for (int round = 0; round < WARM_UP; round++) {
            for (int i = 0; i < scores.length; i++) {
                scores[i] = score(pages.get(i));
            }
        }
        long start = System.nanoTime();
        pages.forEach(page -> Readability.read(parsed(page.source)));
        double millis = (System.nanoTime() - start) / 1e6 / pages.size();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] < 0.98) {
                System.out.printf(Locale.ROOT, "%.3f  %s%n", scores[i], pages.get(i).name);
            }
        }
        BenchReport.add("articles: mean F1 of words", Arrays.stream(scores).average().orElse(0), "", "");
        BenchReport.add("articles: a page", millis, "ms", "");
    }

    private static List<Page> pages() throws IOException {
        String folder = System.getProperty("fettle.bench.articles", "");
        Assumptions.assumeFalse(folder.isEmpty(), "no pages were given by -Dfettle.bench.articles");
        var all = new ArrayList<Page>();
        try (var listed = Files.list(Path.of(folder))) {
            for (Path page : listed.filter(one -> Files.exists(one.resolve("expected.html"))).sorted().toList()) {
                all.add(new Page(page.getFileName().toString(), Files.readString(page.resolve("source.html")),
                        Files.readString(page.resolve("expected.html"))));
            }
        }
        return all;
    }

    private static double score(Page page) {
        String found = Readability.read(parsed(page.source)).content().map(Element::text).orElse("");
        return WordScore.f1(found, Jsoup.parse(page.expected).text());
    }

    /// What is expected, written as Markdown and rendered again.
    @Test
    void keepsTheTextInMarkdown() throws IOException {
        List<Page> pages = pages();
        double sum = 0;
        for (Page page : pages) {
            Document expected = parsed(page.expected);
            String markdown = HtmlMarkdown.of(expected.body());
            expected.select("svg,iframe,object,button,video,audio").remove();
            sum += WordScore.f1(Jsoup.parse(RENDERER.render(PARSER.parse(markdown))).text(), expected.text());
        }
        BenchReport.add("articles: text kept in Markdown", sum / pages.size(), "", "F1 of words");
    }

    private static Document parsed(String html) {
        return Jsoup.parse(html, "http://fakehost/test/page.html");
    }
}
