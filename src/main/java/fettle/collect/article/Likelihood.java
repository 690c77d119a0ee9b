// After Readability.js 0.6.0 of Mozilla (https://github.com/mozilla/readability), itself after Arc90's readability.js.
// Copyright (c) 2010 Arc90 Inc; Apache License, Version 2.0. Rewritten for jsoup.
package fettle.collect.article;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// What class names, ids and roles tell of an element. Remembers what it was asked: names recur on a page.
final class Likelihood {

    private static final List<String> UNLIKELY = words("-ad- ai2html banner breadcrumbs combx comment community "
            + "cover-wrap disqus extra footer gdpr header legends menu related remark replies rss shoutbox sidebar "
            + "skyscraper social sponsor supplemental ad-break agegate pagination pager popup yom-remote");
    private static final List<String> YET_LIKELY = words("and article body column content main shadow mathjax");
    private static final List<String> POSITIVE = words(
            "article body content entry hentry h-entry main page pagination post text blog story");
    private static final List<String> NEGATIVE = words("-ad- hidden banner combx comment com- contact footer gdpr "
            + "masthead media meta outbrain promo related scroll share shoutbox sidebar skyscraper sponsor shopping "
            + "tags widget");
    private static final List<String> BYLINE = words("byline author dateline writtenby p-author");
    private static final Pattern HID = Pattern.compile("^hid$| hid$| hid |^hid ", Pattern.CASE_INSENSITIVE);
    private static final Pattern SHARE = Pattern.compile("(\\b|_)(share|sharedaddy)(\\b|_)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> UNLIKELY_ROLES = Set.of("menu", "menubar", "complementary", "navigation", "alert",
            "alertdialog", "dialog");

    private final Map<String, Integer> weights = new HashMap<>();
    private final Map<String, Boolean> unlikely = new HashMap<>();

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }

    /// Class and id, as they are looked at together.
    static String names(Element element) {
        return element.className() + " " + element.id();
    }

    boolean unlikely(String names) {
        return unlikely.computeIfAbsent(names.toLowerCase(Locale.ROOT),
                lower -> any(UNLIKELY, lower) && !any(YET_LIKELY, lower));
    }

    static boolean hasUnlikelyRole(Element element) {
        return UNLIKELY_ROLES.contains(element.attr("role"));
    }

    /// 25 up or down for the class, and for the id.
    int weight(Element element) {
        return weight(element.className()) + weight(element.id());
    }

    private int weight(String name) {
        return name.isEmpty() ? 0 : weights.computeIfAbsent(name.toLowerCase(Locale.ROOT), lower -> {
            boolean negative = any(NEGATIVE, lower) || HID.matcher(lower).find();
            return (any(POSITIVE, lower) ? 25 : 0) - (negative ? 25 : 0);
        });
    }

    static boolean isShare(String names) {
        return SHARE.matcher(names).find();
    }

    /// Whether this says who wrote it, and says it briefly.
    static boolean isByline(Element element, String names) {
        boolean named = element.attr("rel").equals("author") || element.attr("itemprop").contains("author")
                || any(BYLINE, names.toLowerCase(Locale.ROOT));
        if (!named) {
            return false;
        }
        int length = Prose.trim(Prose.of(element)).length();
        return length > 0 && length < 100;
    }

    /// Whether a browser would show it, by what its own attributes say.
    static boolean isVisible(Element element) {
        if (element.attributesSize() == 0) {
            return true;
        }
        String style = element.attr("style");
        return !element.hasAttr("hidden") && (style.isEmpty() || !isHiddenBy(style))
                && (!element.attr("aria-hidden").equals("true") || element.className().contains("fallback-image"));
    }

    private static boolean isHiddenBy(String style) {
        String display = "";
        String visibility = "";
        for (String part : style.toLowerCase(Locale.ROOT).split(";", -1)) {
            int colon = part.indexOf(':');
            String name = colon < 0 ? "" : part.substring(0, colon).strip();
            String value = part.substring(colon + 1).replace("!important", "").strip();
            if (name.equals("display")) {
                display = value;
            } else if (name.equals("visibility")) {
                visibility = value;
            }
        }
        return display.equals("none") || visibility.equals("hidden");
    }

    private static boolean any(List<String> words, String lower) {
        for (String word : words) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
