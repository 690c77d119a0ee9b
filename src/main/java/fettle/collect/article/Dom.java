// After Readability.js 0.6.0 of Mozilla (https://github.com/mozilla/readability), itself after Arc90's readability.js.
// Copyright (c) 2010 Arc90 Inc; Apache License, Version 2.0. Rewritten for jsoup.
package fettle.collect.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Ways through the tree of a page.
final class Dom {

    static final Set<String> BLOCKS = Set.of("blockquote", "dl", "div", "img", "ol", "p", "pre", "table", "ul");
    private static final Set<String> PHRASES = Set.of("abbr", "audio", "b", "bdo", "br", "button", "cite", "code",
            "data", "datalist", "dfn", "em", "embed", "i", "img", "input", "kbd", "label", "mark", "math", "meter",
            "noscript", "object", "output", "progress", "q", "ruby", "samp", "script", "select", "small", "span",
            "strong", "sub", "sup", "textarea", "time", "var", "wbr");

    private Dom() {}

    static boolean is(@Nullable Node node, String name) {
        return node instanceof Element element && element.normalName().equals(name);
    }

    /// The elements of these names below `root`, in the order of the page.
    static List<Element> all(Element root, String... names) {
        var found = new ArrayList<Element>();
        collect(root, element -> {
            for (String name : names) {
                if (element.normalName().equals(name)) {
                    return true;
                }
            }
            return false;
        }, found);
        return found;
    }

    /// The elements below `root` that are wanted, in the order of the page.
    static List<Element> all(Element root, Predicate<Element> wanted) {
        var found = new ArrayList<Element>();
        collect(root, wanted, found);
        return found;
    }

    private static void collect(Element root, Predicate<Element> wanted, List<Element> found) {
        for (int i = 0; i < root.childNodeSize(); i++) {
            if (root.childNode(i) instanceof Element element) {
                if (wanted.test(element)) {
                    found.add(element);
                }
                collect(element, wanted, found);
            }
        }
    }

    /// Takes those of the elements out that are unwanted, the last first.
    static void remove(List<Element> elements, Predicate<Element> unwanted) {
        for (Element element : elements.reversed()) {
            if (element.parent() != null && unwanted.test(element)) {
                drop(element);
            }
        }
    }

    static void remove(List<Element> elements) {
        remove(elements, _ -> true);
    }

    /// Takes an element out. Nothing takes its place: its siblings need not be counted anew, which on a page of tens of
    /// thousands of them would take minutes.
    private static void drop(Element element) {
        element.replaceWith(new TextNode(""));
    }

    /// The element after this one, in the order of the page.
    static @Nullable Element next(Element element) {
        Element child = element.firstElementChild();
        return child != null ? child : after(element);
    }

    /// The element after this one and all that is below it.
    static @Nullable Element after(Element element) {
        for (Element at = element; at != null && !(at instanceof Document); at = at.parent()) {
            Element sibling = at.nextElementSibling();
            if (sibling != null) {
                return sibling;
            }
        }
        return null;
    }

    static @Nullable Element removeAndNext(Element element) {
        Element next = after(element);
        drop(element);
        return next;
    }

    /// The elements around this one, the nearest first, at most `most` of them; 0 for all.
    static List<Element> ancestors(Element element, int most) {
        var all = new ArrayList<Element>();
        for (Element at = element.parent(); at != null && !(at instanceof Document); at = at.parent()) {
            all.add(at);
            if (all.size() == most) {
                break;
            }
        }
        return all;
    }

    static boolean within(Element element, String name) {
        return within(element, name, 3, _ -> true);
    }

    /// Whether one of the elements around this one is so called and wanted; `depth` of 3 looks at four of them, -1 at all.
    static boolean within(Element element, String name, int depth, Predicate<Element> wanted) {
        int level = 0;
        for (Element at = element.parent(); at != null; at = at.parent()) {
            if (depth > 0 && level > depth) {
                return false;
            }
            if (is(at, name) && wanted.test(at)) {
                return true;
            }
            level++;
        }
        return false;
    }

    /// Past white space, to the node that follows: `node` itself when it is an element.
    static @Nullable Node pastSpace(@Nullable Node node) {
        Node at = node;
        while (at instanceof TextNode text && Prose.isBlank(text.getWholeText())) {
            at = at.nextSibling();
        }
        return at;
    }

    /// Whether this holds one element of that name and no other text or element beside it.
    static boolean holdsOnly(Element element, String name) {
        Element child = element.firstElementChild();
        if (child == null || !is(child, name) || child.nextElementSibling() != null) {
            return false;
        }
        for (int i = 0; i < element.childNodeSize(); i++) {
            if (element.childNode(i) instanceof TextNode text && endsWithContent(text.getWholeText())) {
                return false;
            }
        }
        return true;
    }

    private static boolean endsWithContent(String text) {
        return !text.isEmpty() && !Prose.isSpace(text.charAt(text.length() - 1));
    }

    /// Whether there is no text, and no element but line breaks and rules.
    static boolean isEmpty(Element element) {
        if (!Prose.isBlank(element)) {
            return false;
        }
        int children = element.childrenSize();
        return children == 0 || children == all(element, "br", "hr").size();
    }

    static boolean holdsBlock(Node node) {
        for (int i = 0; i < node.childNodeSize(); i++) {
            Node child = node.childNode(i);
            if (child instanceof Element element && (BLOCKS.contains(element.normalName()) || holdsBlock(element))) {
                return true;
            }
        }
        return false;
    }

    /// Whether it is text, or stands among text.
    static boolean isPhrase(Node node) {
        if (!(node instanceof Element element)) {
            return node instanceof TextNode;
        }
        String name = element.normalName();
        return PHRASES.contains(name) || ((name.equals("a") || name.equals("del") || name.equals("ins"))
                && holdsPhrasesOnly(element));
    }

    static boolean holdsPhrasesOnly(Element element) {
        for (int i = 0; i < element.childNodeSize(); i++) {
            if (!isPhrase(element.childNode(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isSpace(Node node) {
        return node instanceof TextNode text ? Prose.isBlank(text.getWholeText()) : is(node, "br");
    }

    static void trimEnd(Element paragraph) {
        for (Node last = paragraph.lastChild(); last != null && isSpace(last); last = paragraph.lastChild()) {
            last.remove();
        }
    }
}
