// After Readability.js 0.6.0 of Mozilla (https://github.com/mozilla/readability), itself after Arc90's readability.js.
// Copyright (c) 2010 Arc90 Inc; Apache License, Version 2.0. Rewritten for jsoup.
package fettle.collect.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/// The first walk over a page: takes out what is hidden, unlikely or empty, and turns what is in truth a paragraph into
/// one.
final class Stripping {

    private static final Set<String> SCORED = Set.of("section", "h2", "h3", "h4", "h5", "h6", "p", "td", "pre");
    private static final Set<String> EMPTY_OUT = Set.of("div", "section", "header", "h1", "h2", "h3", "h4", "h5", "h6");

    private final Likelihood likelihood;
    private final boolean stripUnlikely;
    private final String title;
    private final List<Element> scored = new ArrayList<>();
    private boolean titleSought = true;
    private String byline;

    /// `title` is that of the page, whose heading is taken out; `byline` empty while it is not known.
    Stripping(Likelihood likelihood, boolean stripUnlikely, String title, String byline) {
        this.likelihood = likelihood;
        this.stripUnlikely = stripUnlikely;
        this.title = title;
        this.byline = byline;
    }

    String byline() {
        return byline;
    }

    /// The elements whose text is worth a score.
    List<Element> strip(Document page) {
        Element at = page.firstElementChild();
        while (at != null) {
            if (isUnwanted(at)) {
                at = Dom.removeAndNext(at);
                continue;
            }
            if (SCORED.contains(at.normalName())) {
                scored.add(at);
            }
            at = Dom.next(Dom.is(at, "div") ? paragraphs(at) : at);
        }
        return scored;
    }

    private boolean isUnwanted(Element element) {
        String names = Likelihood.names(element);
        boolean modal = element.attr("aria-modal").equals("true") && element.attr("role").equals("dialog");
        if (!Likelihood.isVisible(element) || modal) {
            return true;
        }
        if (byline.isEmpty() && Likelihood.isByline(element, names)) {
            byline = name(element);
            return true;
        }
        if (titleSought && repeatsTitle(element)) {
            titleSought = false;
            return true;
        }
        return (stripUnlikely && isUnlikely(element, names))
                || (EMPTY_OUT.contains(element.normalName()) && Dom.isEmpty(element));
    }

    private static String name(Element byline) {
        List<Element> named = Dom.all(byline, element -> element.attr("itemprop").contains("name"));
        return Prose.trim(Prose.of(named.isEmpty() ? byline : named.getFirst()));
    }

    private boolean repeatsTitle(Element element) {
        return (Dom.is(element, "h1") || Dom.is(element, "h2"))
                && Prose.similarity(title, Prose.trim(Prose.of(element))) > 0.75;
    }

    private boolean isUnlikely(Element element, String names) {
        boolean unlikely = likelihood.unlikely(names) && !Dom.within(element, "table") && !Dom.within(element, "code")
                && !Dom.is(element, "body") && !Dom.is(element, "a");
        return unlikely || Likelihood.hasUnlikelyRole(element);
    }

    /// Puts loose text of a `div` into paragraphs. Returns what stands in its place.
    private Element paragraphs(Element div) {
        wrapPhrases(div);
        Element only = div.firstElementChild();
        if (only != null && Dom.holdsOnly(div, "p") && Prose.linkDensity(div) < 0.25) {
            div.replaceWith(only);
            scored.add(only);
            return only;
        }
        if (!Dom.holdsBlock(div)) {
            div.tagName("p");
            scored.add(div);
        }
        return div;
    }

    private static void wrapPhrases(Element div) {
        Element paragraph = null;
        for (Node child : List.copyOf(div.childNodes())) {
            paragraph = wrapped(child, paragraph);
        }
    }

    private static @Nullable Element wrapped(Node child, @Nullable Element paragraph) {
        if (!Dom.isPhrase(child)) {
            if (paragraph != null) {
                Dom.trimEnd(paragraph);
            }
            return null;
        }
        if (paragraph != null) {
            paragraph.appendChild(child);
            return paragraph;
        }
        if (Dom.isSpace(child)) {
            return null;
        }
        var fresh = new Element("p");
        child.replaceWith(fresh);
        fresh.appendChild(child);
        return fresh;
    }
}
