package fettle.collect.article;

import fettle.document.PageReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;

/// Reads pages of the web with jsoup.
public final class ArticlePages implements PageReader {

    @Override
    public Reading read(byte[] html, String address, String choice) {
        Document page = parsed(html, address);
        page.select("script,style,noscript,template").remove();
        String whole = page.body().wholeText().strip();
        Optional<String> refusal = refusal(choice);
        if (refusal.isPresent()) {
            return new Reading(page.title(), "", whole, "", refusal.get());
        }
        String text = choice.startsWith(SELECTOR) ? selected(page, choice) : page.body().text();
        String note = text.isEmpty() ? "Nothing was found on the page." : "";
        return new Reading(page.title(), text, whole, "", note);
    }

    private static String selected(Document page, String choice) {
        return page.select(choice.substring(SELECTOR.length())).stream().map(Element::text)
                .reduce((left, right) -> left + "\n\n" + right).orElse("");
    }

    @Override
    public Optional<String> refusal(String choice) {
        if (choice.isBlank() || choice.equals(ARTICLE) || choice.equals(BODY)) {
            return Optional.empty();
        }
        if (!choice.startsWith(SELECTOR)) {
            return Optional.of("A page is read as “article”, “body” or “css:SELECTOR”, not as “" + choice + "”.");
        }
        try {
            QueryParser.parse(choice.substring(SELECTOR.length()));
            return Optional.empty();
        } catch (Selector.SelectorParseException | IllegalArgumentException broken) {
            return Optional
                    .of("“" + choice.substring(SELECTOR.length()) + "” is not a CSS selector that Fettle knows.");
        }
    }

    private static Document parsed(byte[] html, String address) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(html), null, address);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
