package fettle.collect.article;

import fettle.collect.html.HtmlMarkdown;
import fettle.document.PageReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;

/// Reads pages of the web: their article, their whole body, or what a CSS selector names.
public final class ArticlePages implements PageReader {

    /// A page of more elements is no article: it is taken whole, so that nothing hangs.
    private static final int MOST_ELEMENTS = 50_000;

    @Override
    public Reading read(byte[] html, String address, String choice) {
        String text = PageCharset.decode(html, "");
        PageText page = page(text, address, choice);
        String note = page.refusal().map(reason -> Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".")
                .orElse("");
        return new Reading(page.metadata().title(), page.markdown(), BlockText.of(parsed(text, address)),
                page.metadata().byline(), note);
    }

    /// The text of a page. `charset` is what the server says of it; empty if it says nothing.
    public static String decode(byte[] html, String charset) {
        return PageCharset.decode(html, charset);
    }

    /// Reads a page that was decoded, under `choice`. A choice that cannot be followed is a refusal.
    public PageText page(String html, String address, String choice) {
        Document page = parsed(html, address);
        Optional<String> wrong = refusal(choice);
        if (wrong.isPresent()) {
            String sentence = wrong.get();
            return new PageText(MetaTags.read(page), "", canonical(page),
                    Optional.of(sentence.substring(0, sentence.length() - 1)));
        }
        return choice.startsWith(SELECTOR)
                ? selected(page, choice.substring(SELECTOR.length()))
                : choice.equals(BODY) || page.stream().limit(MOST_ELEMENTS + 1L).count() > MOST_ELEMENTS
                        ? body(page)
                        : article(page);
    }

    private static PageText article(Document page) {
        var obstacle = Obstacle.of(page);
        String canonical = canonical(page);
        Readability.Found found = Readability.read(page);
        String markdown = found.content().map(HtmlMarkdown::of).orElse("");
        String text = found.content().map(Element::text).orElse("");
        return new PageText(found.metadata(), markdown, canonical, obstacle.before(text));
    }

    private static PageText body(Document page) {
        Metadata metadata = MetaTags.read(page);
        String canonical = canonical(page);
        Preparation.removeScripts(page);
        Dom.remove(Dom.all(page.body(), element -> !Likelihood.isVisible(element)));
        String markdown = HtmlMarkdown.of(page.body());
        return new PageText(metadata, markdown, canonical,
                markdown.isBlank() ? Optional.of("the page is empty") : Optional.empty());
    }

    private static PageText selected(Document page, String selector) {
        Metadata metadata = MetaTags.read(page);
        List<Element> outer = outermost(page.select(selector));
        String markdown = outer.stream().map(HtmlMarkdown::whole).filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
        String reason = outer.isEmpty()
                ? "the selector “" + selector + "” finds nothing on the page"
                : "what the selector “" + selector + "” finds has no text";
        return new PageText(metadata, markdown, canonical(page),
                markdown.isBlank() ? Optional.of(reason) : Optional.empty());
    }

    private static List<Element> outermost(List<Element> elements) {
        var outer = new ArrayList<Element>();
        for (Element element : elements) {
            if (element.parents().stream().noneMatch(elements::contains)) {
                outer.add(element);
            }
        }
        return outer;
    }

    @Override
    public Optional<String> refusal(String choice) {
        if (choice.isBlank() || choice.equals(ARTICLE) || choice.equals(BODY)) {
            return Optional.empty();
        }
        if (!choice.startsWith(SELECTOR)) {
            return Optional.of("A page is read as “article”, “body” or “css:SELECTOR”, not as “" + choice + "”.");
        }
        String selector = choice.substring(SELECTOR.length());
        try {
            QueryParser.parse(selector);
            return Optional.empty();
        } catch (Selector.SelectorParseException | IllegalArgumentException | StackOverflowError _) {
            return Optional.of("“" + selector + "” is not a CSS selector.");
        }
    }

    private static String canonical(Document page) {
        Element link = page.selectFirst("link[rel=canonical][href]");
        return link == null ? "" : link.absUrl("href");
    }

    private static Document parsed(String html, String address) {
        return Jsoup.parse(html, address);
    }
}
