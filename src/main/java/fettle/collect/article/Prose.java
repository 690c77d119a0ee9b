// After Readability.js 0.6.0 of Mozilla (https://github.com/mozilla/readability), itself after Arc90's readability.js.
// Copyright (c) 2010 Arc90 Inc; Apache License, Version 2.0. Rewritten for jsoup.
package fettle.collect.article;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The text inside elements, measured as browsers do: with their notion of white space and in UTF-16 units.
final class Prose {

    /// Commas of Latin, Sindhi, Chinese and other scripts.
    private static final String COMMAS = ",\u060C\uFE50\uFE10\uFE11\u2E41\u2E34\u2E32\uFF0C";
    private static final Pattern NO_WORD = Pattern.compile("\\W+");

    private Prose() {}

    static boolean isSpace(char letter) {
        return letter == ' ' || (letter >= '\t' && letter <= '\r') || letter == '\u00A0' || letter == '\uFEFF'
                || letter == '\u2028' || letter == '\u2029'
                || (letter > 127 && Character.getType(letter) == Character.SPACE_SEPARATOR);
    }

    static boolean isBlank(String text) {
        return text.chars().allMatch(letter -> isSpace((char) letter));
    }

    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /// `text` trimmed, each run of two or more white characters as one space.
    static String normal(String text) {
        String trimmed = trim(text);
        var out = new StringBuilder(trimmed.length());
        for (int i = 0; i < trimmed.length(); i++) {
            char letter = trimmed.charAt(i);
            int run = i;
            while (run < trimmed.length() && isSpace(trimmed.charAt(run))) {
                run++;
            }
            out.append(run > i + 1 ? ' ' : letter);
            i = Math.max(i, run - 1);
        }
        return out.toString();
    }

    /// All text below `node`, as it stands there.
    static String of(Node node) {
        var out = new StringBuilder();
        append(node, out);
        return out.toString();
    }

    private static void append(Node node, StringBuilder out) {
        if (node instanceof TextNode text) {
            out.append(text.getWholeText());
        } else if (node instanceof Element element) {
            for (int i = 0; i < element.childNodeSize(); i++) {
                append(element.childNode(i), out);
            }
        }
    }

    static boolean isBlank(Node node) {
        if (node instanceof TextNode text) {
            return isBlank(text.getWholeText());
        }
        for (int i = 0; i < node.childNodeSize(); i++) {
            if (!isBlank(node.childNode(i))) {
                return false;
            }
        }
        return true;
    }

    /// How long the normal text below `element` is.
    static int length(Element element) {
        return measure(element).length;
    }

    static Measure measure(Element element) {
        var measure = new Measure();
        measure.add(element);
        return measure;
    }

    /// Counts without making the text: it is asked for often.
    static final class Measure {

        private int length;
        private int commas;
        private int latinCommas;
        private boolean open;

        int length() {
            return length;
        }

        int commas() {
            return commas;
        }

        int latinCommas() {
            return latinCommas;
        }

        private void add(Node node) {
            if (node instanceof TextNode text) {
                add(text.getWholeText());
            } else if (node instanceof Element element) {
                for (int i = 0; i < element.childNodeSize(); i++) {
                    add(element.childNode(i));
                }
            }
        }

        private void add(String text) {
            for (int i = 0; i < text.length(); i++) {
                char letter = text.charAt(i);
                if (isSpace(letter)) {
                    open = length > 0;
                } else {
                    length += open ? 2 : 1;
                    open = false;
                    boolean latin = letter == ',';
                    latinCommas += latin ? 1 : 0;
                    commas += latin || (letter > 127 && COMMAS.indexOf(letter) >= 0) ? 1 : 0;
                }
            }
        }
    }

    /// The share of the text that lies in links; links within the page count less.
    static double linkDensity(Element element) {
        int length = length(element);
        if (length == 0) {
            return 0;
        }
        double linked = 0;
        for (Element link : Dom.all(element, "a")) {
            String address = link.attr("href");
            linked += length(link) * (address.length() > 1 && address.charAt(0) == '#' ? 0.3 : 1);
        }
        return linked / length;
    }

    /// 1 when all words of `second` are in `first`, 0 when none is.
    static double similarity(String first, String second) {
        String[] one = words(first);
        String[] other = words(second);
        if (one.length == 0 || other.length == 0) {
            return 0;
        }
        Set<String> known = new HashSet<>(Arrays.asList(one));
        String[] further = Arrays.stream(other).filter(word -> !known.contains(word)).toArray(String[]::new);
        return 1 - (double) String.join(" ", further).length() / String.join(" ", other).length();
    }

    private static String[] words(String text) {
        return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    static int wordCount(String text) {
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            count += isSpace(text.charAt(i)) && (i == 0 || !isSpace(text.charAt(i - 1))) ? 1 : 0;
        }
        return count;
    }
}
