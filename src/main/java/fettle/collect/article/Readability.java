// After Readability.js 0.6.0 of Mozilla (https://github.com/mozilla/readability), itself after Arc90's readability.js.
// Copyright (c) 2010 Arc90 Inc; Apache License, Version 2.0. Rewritten for jsoup.
package fettle.collect.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// Finds the article of a page, the way the reader view of Firefox does. Works on the page itself, and changes it.
final class Readability {

    /// An article of fewer letters is sought again, more leniently.
    private static final int ENOUGH = 500;

    private final Document page;
    private final Likelihood likelihood = new Likelihood();
    private final Scores scores = new Scores(likelihood);
    private Metadata metadata = Metadata.UNSAID;

    private Readability(Document page) {
        this.page = page;
    }

    /// How much is taken out; each step is more lenient than the one before.
    private enum Step {
        STRICT, KEEP_UNLIKELY, FORGET_CLASSES, CLEAN_LITTLE
    }

    private record Attempt(Element article, int length) {}

    /// What was found.
    ///
    /// @param content a division with the article in it; empty when there is none
    record Found(Metadata metadata, Optional<Element> content) {}

    static Found read(Document page) {
        return new Readability(page).read();
    }

    private Found read() {
        Preparation.unwrapPictures(page);
        metadata = MetaTags.read(page);
        Preparation.removeScripts(page);
        Preparation.mend(page);
        Optional<Element> article = grab(page.body());
        article.ifPresent(content -> {
            page.body().appendChild(content);
            Tidying.finish(content);
        });
        return new Found(metadata, article);
    }

    private Optional<Element> grab(Element body) {
        Element untouched = body.clone();
        var attempts = new ArrayList<Attempt>();
        for (Step step : Step.values()) {
            if (step == Step.FORGET_CLASSES) {
                scores.forgetClasses();
            }
            Element article = attempt(step, body);
            int length = Prose.length(article);
            if (length >= ENOUGH) {
                return Optional.of(article);
            }
            attempts.add(new Attempt(article, length));
            restore(body, untouched, step == Step.CLEAN_LITTLE);
        }
        Attempt best = attempts.stream().max(Comparator.comparingInt(Attempt::length)).orElseThrow();
        return best.length == 0 ? Optional.empty() : Optional.of(best.article);
    }

    private void restore(Element body, Element untouched, boolean last) {
        body.empty();
        for (Node child : List.copyOf((last ? untouched : untouched.clone()).childNodes())) {
            body.appendChild(child);
        }
        scores.restart(body);
    }

    private Element attempt(Step step, Element body) {
        var stripping = new Stripping(likelihood, step == Step.STRICT, metadata.title(), metadata.byline());
        List<Element> texts = stripping.strip(page);
        metadata = metadata.withByline(stripping.byline());
        var candidate = new Candidate(scores, body);
        Element article = candidate.joined(candidate.find(scores.best(texts)));
        new Tidying(scores, step != Step.CLEAN_LITTLE).tidy(article);
        return article;
    }
}
