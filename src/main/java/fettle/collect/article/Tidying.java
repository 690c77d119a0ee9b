// After Readability.js 0.6.0 of Mozilla (https://github.com/mozilla/readability), itself after Arc90's readability.js.
// Copyright (c) 2010 Arc90 Inc; Apache License, Version 2.0. Rewritten for jsoup.
package fettle.collect.article;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// Takes out of a found article what does not belong to it.
final class Tidying {

    private static final Pattern VIDEO = Pattern.compile("//(www\\.)?((dailymotion|youtube|youtube-nocookie|"
            + "player\\.vimeo|v\\.qq)\\.com|(archive|upload\\.wikimedia)\\.org|player\\.twitch\\.tv)",
            Pattern.CASE_INSENSITIVE);
    private static final int SHORT = 500;

    private final Scores scores;
    private final boolean conditionally;

    /// `conditionally` lets it take out lists, tables and divisions that look fishy.
    Tidying(Scores scores, boolean conditionally) {
        this.scores = scores;
        this.conditionally = conditionally;
    }

    void tidy(Element article) {
        var tables = new DataTables(article);
        LazyPictures.mend(article);
        clean(article, tables, "form", "fieldset");
        for (String name : new String[]{"object", "embed", "footer", "link", "aside"}) {
            remove(article, name);
        }
        article.children().forEach(Tidying::removeShares);
        for (String name : new String[]{"iframe", "input", "textarea", "select", "button"}) {
            remove(article, name);
        }
        Dom.remove(Dom.all(article, "h1", "h2"), heading -> scores.weight(heading) < 0);
        clean(article, tables, "table", "ul", "div");
        Dom.all(article, "h1").forEach(heading -> heading.tagName("h2"));
        Dom.remove(Dom.all(article, "p"),
                paragraph -> Prose.isBlank(paragraph)
                        && Dom.all(paragraph, "img", "embed", "object", "iframe").isEmpty());
        Dom.remove(Dom.all(article, "br"), lineBreak -> Dom.is(Dom.pastSpace(lineBreak.nextSibling()), "p"));
        Dom.all(article, "table").forEach(Tidying::unwrapCell);
    }

    private void clean(Element article, DataTables tables, String... names) {
        if (conditionally) {
            var fishy = new Fishy(scores, tables);
            for (String name : names) {
                Dom.remove(Dom.all(article, name), element -> fishy.test(element));
            }
        }
    }

    private static void remove(Element article, String name) {
        Dom.remove(Dom.all(article, name), element -> !isVideo(element));
    }

    /// Whether it embeds a video of a known site, which people want to see.
    static boolean isVideo(Element element) {
        String name = element.normalName();
        if (!name.equals("object") && !name.equals("embed") && !name.equals("iframe")) {
            return false;
        }
        for (Attribute attribute : element.attributes()) {
            if (VIDEO.matcher(attribute.getValue()).find()) {
                return true;
            }
        }
        return false;
    }

    private static void removeShares(Element top) {
        Element end = Dom.after(top);
        Element at = Dom.next(top);
        while (at != null && !at.equals(end)) {
            boolean share = Likelihood.isShare(Likelihood.names(at)) && Prose.of(at).length() < SHORT;
            at = share ? Dom.removeAndNext(at) : Dom.next(at);
        }
    }

    /// A table of a single cell is a paragraph in truth.
    private static void unwrapCell(Element table) {
        Element body = Dom.holdsOnly(table, "tbody") ? only(table) : table;
        if (!Dom.holdsOnly(body, "tr") || !Dom.holdsOnly(only(body), "td") || table.parent() == null) {
            return;
        }
        Element cell = only(only(body));
        cell.tagName(Dom.holdsPhrasesOnly(cell) ? "p" : "div");
        table.replaceWith(cell);
    }

    private static Element only(Element element) {
        Element child = element.firstElementChild();
        return child == null ? element : child;
    }

    /// Makes addresses whole and takes out divisions that hold only another. `article` must stand on its page.
    static void finish(Element article) {
        for (Element link : Dom.all(article, "a")) {
            if (link.attr("href").startsWith("javascript:")) {
                link.tagName("span").clearAttributes();
            } else if (!link.attr("href").startsWith("#")) {
                whole(link, "href");
            }
        }
        Dom.all(article, "img", "video", "audio", "source").forEach(media -> {
            whole(media, "src");
            whole(media, "poster");
        });
        simplify(article);
    }

    private static void whole(Element element, String attribute) {
        String address = element.hasAttr(attribute) ? element.absUrl(attribute) : "";
        if (!address.isEmpty()) {
            element.attr(attribute, address);
        }
    }

    private static void simplify(Element article) {
        Element end = Dom.after(article);
        Element at = Dom.next(article);
        while (at != null && !at.equals(end)) {
            boolean division = Dom.is(at, "div") || Dom.is(at, "section");
            if (division && Dom.isEmpty(at)) {
                at = Dom.removeAndNext(at);
            } else if (division && (Dom.holdsOnly(at, "div") || Dom.holdsOnly(at, "section"))) {
                Element child = only(at);
                at.replaceWith(child);
                at = child;
            } else {
                at = Dom.next(at);
            }
        }
    }

    /// All nodes of `from`, moved into a fresh division.
    static Element moved(Element from) {
        var division = new Element("div");
        for (Node child : List.copyOf(from.childNodes())) {
            division.appendChild(child);
        }
        return division;
    }
}
