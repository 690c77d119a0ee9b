// After Readability.js 0.6.0 of Mozilla (https://github.com/mozilla/readability), itself after Arc90's readability.js.
// Copyright (c) 2010 Arc90 Inc; Apache License, Version 2.0. Rewritten for jsoup.
package fettle.collect.article;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// How much content each element seems to hold: its paragraphs give points to it and to what is around it.
final class Scores {

    private static final int TOP = 5;

    private final Likelihood likelihood;
    private final IdentityHashMap<Element, Double> scores = new IdentityHashMap<>();
    private boolean weighClasses = true;

    Scores(Likelihood likelihood) {
        this.likelihood = likelihood;
    }

    /// From now on class names tell nothing.
    void forgetClasses() {
        weighClasses = false;
    }

    /// Begins anew on a page that was put back: of its elements only `body` is still the same.
    void restart(Element body) {
        scores.keySet().removeIf(element -> !element.equals(body));
    }

    /// What the class and id of the element are worth.
    int weight(Element element) {
        return weighClasses ? likelihood.weight(element) : 0;
    }

    @Nullable
    Double of(Element element) {
        return scores.get(element);
    }

    double sure(Element element) {
        Double known = scores.get(element);
        if (known == null) {
            known = first(element);
            scores.put(element, known);
        }
        return known;
    }

    private double first(Element element) {
        int base = switch (element.normalName()) {
            case "div" -> 5;
            case "pre", "td", "blockquote" -> 3;
            case "address", "ol", "ul", "dl", "dd", "dt", "li", "form" -> -3;
            case "h1", "h2", "h3", "h4", "h5", "h6", "th" -> -5;
            default -> 0;
        };
        return base + weight(element);
    }

    /// Gives the points of these texts out. Returns the best, the best first.
    List<Element> best(List<Element> texts) {
        var candidates = new ArrayList<Element>();
        texts.forEach(text -> score(text, candidates));
        var top = new ArrayList<Element>();
        for (Element candidate : candidates) {
            double score = sure(candidate) * (1 - Prose.linkDensity(candidate));
            scores.put(candidate, score);
            int place = 0;
            while (place < top.size() && score <= sure(top.get(place))) {
                place++;
            }
            if (place < TOP) {
                top.add(place, candidate);
            }
            if (top.size() > TOP) {
                top.removeLast();
            }
        }
        return top;
    }

    private void score(Element text, List<Element> candidates) {
        Element parent = text.parent();
        if (parent == null || parent instanceof Document) {
            return;
        }
        Prose.Measure measure = Prose.measure(text);
        if (measure.length() < 25) {
            return;
        }
        double points = 2 + measure.commas() + Math.min(measure.length() / 100, 3);
        int level = 0;
        for (Element around : Dom.ancestors(text, 5)) {
            Element above = around.parent();
            if (above != null && !(above instanceof Document)) {
                if (scores.get(around) == null) {
                    candidates.add(around);
                }
                int divider = level == 0 ? 1 : level == 1 ? 2 : level * 3;
                scores.put(around, sure(around) + points / divider);
            }
            level++;
        }
    }
}
