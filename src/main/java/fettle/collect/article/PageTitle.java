// After Readability.js 0.6.0 of Mozilla (https://github.com/mozilla/readability), itself after Arc90's readability.js.
// Copyright (c) 2010 Arc90 Inc; Apache License, Version 2.0. Rewritten for jsoup.
package fettle.collect.article;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The title of an article as the page's own title has it, without the name of the site.
final class PageTitle {

    private static final Pattern SEPARATED = Pattern.compile(" [|\\-\\\\/>»] ");
    private static final Pattern RANKED = Pattern.compile(" [\\\\/>»] ");
    private static final Pattern FIRST_PART = Pattern.compile("^[^|\\-\\\\/>»]*[|\\-\\\\/>»]");
    private static final Pattern SEPARATORS = Pattern.compile("[|\\-\\\\/>»]+");

    private PageTitle() {}

    static String of(Document page) {
        String whole = Prose.trim(page.title());
        String title = Prose.normal(shortened(page, whole));
        int words = Prose.wordCount(title);
        boolean ranked = SEPARATED.matcher(whole).find() && RANKED.matcher(whole).find();
        boolean tooShort = words <= 4
                && (!ranked || words != Prose.wordCount(SEPARATORS.matcher(whole).replaceAll("")) - 1);
        return tooShort ? whole : title;
    }

    private static String shortened(Document page, String whole) {
        Matcher separator = SEPARATED.matcher(whole);
        if (separator.find()) {
            int last = separator.start();
            while (separator.find()) {
                last = separator.start();
            }
            String first = whole.substring(0, last);
            return Prose.wordCount(first) < 3 ? FIRST_PART.matcher(whole).replaceFirst("") : first;
        }
        if (whole.contains(": ")) {
            return afterColon(page, whole);
        }
        if (whole.length() > 150 || whole.length() < 15) {
            var headings = Dom.all(page, "h1");
            return headings.size() == 1 ? Prose.normal(Prose.of(headings.getFirst())) : whole;
        }
        return whole;
    }

    private static String afterColon(Document page, String whole) {
        for (Element heading : Dom.all(page, "h1", "h2")) {
            if (Prose.trim(Prose.of(heading)).equals(whole)) {
                return whole;
            }
        }
        String last = whole.substring(whole.lastIndexOf(':') + 1);
        int colon = whole.indexOf(':');
        if (Prose.wordCount(last) < 3) {
            return whole.substring(colon + 1);
        }
        return Prose.wordCount(whole.substring(0, colon)) > 5 ? whole : last;
    }
}
