// After Readability.js 0.6.0 of Mozilla (https://github.com/mozilla/readability), itself after Arc90's readability.js.
// Copyright (c) 2010 Arc90 Inc; Apache License, Version 2.0. Rewritten for jsoup.
package fettle.collect.article;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/// Tells an element that rather is a menu, an advertisement or a form than part of an article, by its text, links,
/// pictures and fields.
final class Fishy implements Predicate<Element> {

    private static final Pattern ADVERTISEMENT = Pattern.compile(
            "(ad(vertising|vertisement)?|pub(licité)?|werb(ung)?|广告|Реклама|Anuncio)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LOADING = Pattern.compile(
            "((loading|正在加载|Загрузка|chargement|cargando)(…|\\.\\.\\.)?)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final String[] HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"};
    private static final String[] TEXTS = Stream.concat(Stream.of("span", "li", "td"), Dom.BLOCKS.stream())
            .toArray(String[]::new);

    private final Scores scores;
    private final DataTables tables;

    Fishy(Scores scores, DataTables tables) {
        this.scores = scores;
        this.tables = tables;
    }

    @Override
    public boolean test(Element element) {
        boolean data = (Dom.is(element, "table") && tables.contains(element))
                || Dom.within(element, "table", -1, tables::contains) || Dom.within(element, "code")
                || Dom.all(element, "table").stream().anyMatch(tables::contains);
        if (data) {
            return false;
        }
        int weight = scores.weight(element);
        if (weight < 0) {
            return true;
        }
        Prose.Measure text = Prose.measure(element);
        if (text.latinCommas() >= 10) {
            return false;
        }
        List<Element> embeds = Dom.all(element, "object", "embed", "iframe");
        if (embeds.stream().anyMatch(Tidying::isVideo)) {
            return false;
        }
        if (text.length() < 40 && isNoise(element)) {
            return true;
        }
        boolean list = isList(element, text.length());
        var seen = new Seen(element, weight, text.length(), list, embeds.size());
        return seen.isFishy() && !(list && isListOfPictures(element));
    }

    private static boolean isNoise(Element element) {
        String text = Prose.normal(Prose.of(element));
        return ADVERTISEMENT.matcher(text).matches() || LOADING.matcher(text).matches();
    }

    private static boolean isList(Element element, int length) {
        if (Dom.is(element, "ul")) {
            return true;
        }
        double listed = Dom.all(element, "ul", "ol").stream().mapToInt(Prose::length).sum();
        return listed / length > 0.9;
    }

    private static boolean isListOfPictures(Element list) {
        for (Element item : list.children()) {
            if (item.childrenSize() > 1) {
                return false;
            }
        }
        return count(list, "img") == count(list, "li");
    }

    private static int count(Element element, String name) {
        return Dom.all(element, name).size();
    }

    /// What is looked at in one element.
    private record Seen(Element element, int weight, int length, boolean list, int embeds) {

        boolean isFishy() {
            int paragraphs = count(element, "p");
            int pictures = count(element, "img");
            boolean figure = Dom.within(element, "figure");
            double links = Prose.linkDensity(element);
            return (!figure && pictures > 1 && (double) paragraphs / pictures < 0.5)
                    || (!list && count(element, "li") - 100 > paragraphs)
                    || count(element, "input") > paragraphs / 3
                    || (!list && !figure && isShort(pictures, links))
                    || (!list && weight < 25 && links > 0.2)
                    || (weight >= 25 && links > 0.5)
                    || (embeds == 1 && length < 75) || embeds > 1
                    || (pictures == 0 && !holdsText());
        }

        private boolean isShort(int pictures, double links) {
            return length < 25 && (pictures == 0 || pictures > 2) && links > 0 && headings() < 0.9;
        }

        private double headings() {
            double headed = Dom.all(element, HEADINGS).stream().mapToInt(Prose::length).sum();
            return length == 0 ? 0 : headed / length;
        }

        private boolean holdsText() {
            return length > 0 && Dom.all(element, TEXTS).stream().anyMatch(text -> !Prose.isBlank(text));
        }
    }
}
