// After Readability.js 0.6.0 of Mozilla (https://github.com/mozilla/readability), itself after Arc90's readability.js.
// Copyright (c) 2010 Arc90 Inc; Apache License, Version 2.0. Rewritten for jsoup.
package fettle.collect.article;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/// Gives pictures the address that a script would have given them.
final class LazyPictures {

    private static final Pattern INLINE = Pattern.compile("^data:\\s*([^\\s;,]+)\\s*;\\s*base64\\s*,",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SET = Pattern.compile("\\.(jpg|jpeg|png|webp)\\s+\\d");
    private static final Pattern FILE = Pattern.compile("^\\s*\\S+\\.(jpg|jpeg|png|webp)\\S*\\s*$");
    private static final int PLACEHOLDER = 133; // letters of base64: a picture of fewer than 100 bytes

    private LazyPictures() {}

    static void mend(Element root) {
        Dom.all(root, "img", "picture", "figure").forEach(LazyPictures::mendOne);
    }

    private static void mendOne(Element element) {
        boolean picture = Dom.is(element, "img");
        Matcher inline = INLINE.matcher(element.attr("src"));
        if (picture && inline.find()) {
            if (inline.group(1).equals("image/svg+xml")) {
                return;
            }
            boolean elsewhere = element.attributes().asList().stream()
                    .anyMatch(one -> !one.getKey().equals("src") && Preparation.isPicture(one.getValue()));
            if (elsewhere && element.attr("src").length() - inline.end() < PLACEHOLDER) {
                element.removeAttr("src");
            }
        }
        boolean shown = picture && (!element.attr("src").isEmpty() || !element.attr("srcset").isEmpty());
        if (!shown || element.className().toLowerCase(Locale.ROOT).contains("lazy")) {
            List.copyOf(element.attributes().asList()).forEach(attribute -> copy(attribute, element));
        }
    }

    private static void copy(Attribute attribute, Element element) {
        String name = attribute.getKey();
        String value = attribute.getValue();
        if (name.equals("src") || name.equals("srcset") || name.equals("alt") || value.length() > 10_000) {
            return;
        }
        String to = SET.matcher(value).find() ? "srcset" : FILE.matcher(value).find() ? "src" : "";
        if (to.isEmpty()) {
            return;
        }
        if (!Dom.is(element, "figure")) {
            element.attr(to, value);
        } else if (Dom.all(element, "img", "picture").isEmpty()) {
            element.appendElement("img").attr(to, value);
        }
    }
}
