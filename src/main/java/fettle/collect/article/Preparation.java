// After Readability.js 0.6.0 of Mozilla (https://github.com/mozilla/readability), itself after Arc90's readability.js.
// Copyright (c) 2010 Arc90 Inc; Apache License, Version 2.0. Rewritten for jsoup.
package fettle.collect.article;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/// Makes a page ready to be read: pictures that wait for a script, scripts, styles, and line breaks in place of
/// paragraphs.
final class Preparation {

    private static final Pattern PICTURE = Pattern.compile("\\.(jpg|jpeg|png|webp)", Pattern.CASE_INSENSITIVE);

    private Preparation() {}

    /// Shows the pictures that stand in `noscript` in place of those that a script would load.
    static void unwrapPictures(Document page) {
        Dom.remove(Dom.all(page, "img"),
                picture -> picture.attributes().asList().stream().noneMatch(Preparation::leads));
        for (Element noscript : Dom.all(page, "noscript")) {
            Element before = noscript.previousElementSibling();
            Element only = noscript.firstElementChild();
            if (isOnePicture(noscript) && only != null && before != null && isOnePicture(before)) {
                Element fresh = picture(only);
                Element old = picture(before);
                if (fresh != null && old != null) {
                    inherit(old, fresh);
                    before.replaceWith(only);
                }
            }
        }
    }

    private static boolean leads(Attribute attribute) {
        return switch (attribute.getKey()) {
            case "src", "srcset", "data-src", "data-srcset" -> true;
            default -> PICTURE.matcher(attribute.getValue()).find();
        };
    }

    private static @Nullable Element picture(Element element) {
        return Dom.is(element, "img") ? element : Dom.all(element, "img").stream().findFirst().orElse(null);
    }

    private static boolean isOnePicture(Element element) {
        Element at = element;
        while (at != null) {
            if (Dom.is(at, "img")) {
                return true;
            }
            if (at.childrenSize() != 1 || !Prose.isBlank(at)) {
                return false;
            }
            at = at.firstElementChild();
        }
        return false;
    }

    private static void inherit(Element old, Element fresh) {
        for (Attribute attribute : old.attributes().asList()) {
            String name = attribute.getKey();
            String value = attribute.getValue();
            boolean tells = name.equals("src") || name.equals("srcset") || PICTURE.matcher(value).find();
            if (!value.isEmpty() && tells && !fresh.attr(name).equals(value)) {
                fresh.attr(fresh.hasAttr(name) ? "data-old-" + name : name, value);
            }
        }
    }

    static void removeScripts(Document page) {
        Dom.remove(Dom.all(page, "script", "noscript", "style"));
        Dom.all(page, "template").forEach(Element::empty); // no part of the page until a script says so
    }

    static void mend(Document page) {
        for (Element lineBreak : Dom.all(page.body(), "br")) {
            if (lineBreak.parent() != null) {
                replaceChain(lineBreak);
            }
        }
        Dom.all(page, "font").forEach(font -> font.tagName("span"));
    }

    /// Two or more line breaks in a row begin a paragraph.
    private static void replaceChain(Element lineBreak) {
        boolean chain = false;
        Node next = Dom.pastSpace(lineBreak.nextSibling());
        while (Dom.is(next, "br") && next != null) {
            chain = true;
            Node sibling = next.nextSibling();
            next.remove();
            next = Dom.pastSpace(sibling);
        }
        if (!chain) {
            return;
        }
        var paragraph = new Element("p");
        lineBreak.replaceWith(paragraph);
        fill(paragraph);
        Dom.trimEnd(paragraph);
        Element parent = paragraph.parent();
        if (parent != null && Dom.is(parent, "p")) {
            parent.tagName("div");
        }
    }

    private static void fill(Element paragraph) {
        Node next = paragraph.nextSibling();
        while (next != null) {
            boolean chain = Dom.is(next, "br") && Dom.is(Dom.pastSpace(next.nextSibling()), "br");
            if (chain || !Dom.isPhrase(next)) {
                return;
            }
            Node sibling = next.nextSibling();
            paragraph.appendChild(next);
            next = sibling;
        }
    }

    /// Whether an attribute leads to a picture file.
    static boolean isPicture(String value) {
        return PICTURE.matcher(value.toLowerCase(Locale.ROOT)).find();
    }
}
