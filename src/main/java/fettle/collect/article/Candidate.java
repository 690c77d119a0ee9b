// After Readability.js 0.6.0 of Mozilla (https://github.com/mozilla/readability), itself after Arc90's readability.js.
// Copyright (c) 2010 Arc90 Inc; Apache License, Version 2.0. Rewritten for jsoup.
package fettle.collect.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// Finds the element that holds the article, and what belongs to it beside it.
final class Candidate {

    private static final Set<String> KEPT_AS_THEY_ARE = Set.of("div", "article", "section", "p", "ol", "ul");
    private static final int NEEDED = 3;

    private final Scores scores;
    private final Element body;

    Candidate(Scores scores, Element body) {
        this.scores = scores;
        this.body = body;
    }

    /// `best` are the elements with the highest scores, the best first.
    Element find(List<Element> best) {
        if (best.isEmpty() || Dom.is(best.getFirst(), "body")) {
            var all = new Element("div");
            for (Node child : List.copyOf(body.childNodes())) {
                all.appendChild(child);
            }
            body.appendChild(all);
            scores.sure(all);
            return all;
        }
        Element found = onlyChild(higher(common(best)));
        scores.sure(found);
        return found;
    }

    /// An element around three or more that are nearly as good as the best.
    private Element common(List<Element> best) {
        Element top = best.getFirst();
        var alternatives = new ArrayList<List<Element>>();
        for (Element other : best.subList(1, best.size())) {
            if (scores.sure(other) / scores.sure(top) >= 0.75) {
                alternatives.add(Dom.ancestors(other, 0));
            }
        }
        if (alternatives.size() < NEEDED) {
            return top;
        }
        for (Element around : inner(top)) {
            if (alternatives.stream().filter(list -> list.contains(around)).count() >= NEEDED) {
                return around;
            }
        }
        return top;
    }

    /// The elements around this one up to the body, without it, the nearest first.
    private static List<Element> inner(Element element) {
        return Dom.ancestors(element, 0).stream().takeWhile(around -> !Dom.is(around, "body")).toList();
    }

    /// Goes up while the score rises: more of the article may lie around.
    private Element higher(Element top) {
        double last = scores.sure(top);
        double least = last / 3;
        for (Element around : inner(top)) {
            Double score = scores.of(around);
            if (score == null) {
                continue;
            }
            if (score < least) {
                return top;
            }
            if (score > last) {
                return around;
            }
            last = score;
        }
        return top;
    }

    private static Element onlyChild(Element top) {
        Element found = top;
        for (Element around : inner(top)) {
            if (around.childrenSize() != 1) {
                return found;
            }
            found = around;
        }
        return found;
    }

    /// The article in a fresh element: `top` and those beside it that belong to it.
    Element joined(Element top) {
        var article = new Element("div");
        Element parent = top.parent();
        if (parent == null) {
            article.appendChild(top);
            return article;
        }
        double least = Math.max(10, scores.sure(top) * 0.2);
        for (Element sibling : List.copyOf(parent.children())) {
            if (sibling.equals(top) || belongs(sibling, top, least)) {
                if (!KEPT_AS_THEY_ARE.contains(sibling.normalName())) {
                    sibling.tagName("div");
                }
                article.appendChild(sibling);
            }
        }
        return article;
    }

    private boolean belongs(Element sibling, Element top, double least) {
        boolean alike = !top.className().isEmpty() && sibling.className().equals(top.className());
        Double score = scores.of(sibling);
        if (score != null && score + (alike ? scores.sure(top) * 0.2 : 0) >= least) {
            return true;
        }
        if (!Dom.is(sibling, "p")) {
            return false;
        }
        double links = Prose.linkDensity(sibling);
        String text = Prose.normal(Prose.of(sibling));
        int length = text.length();
        return (length > 80 && links < 0.25)
                || (length < 80 && length > 0 && links == 0 && (text.contains(". ") || text.endsWith(".")));
    }
}
