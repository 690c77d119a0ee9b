// After Readability.js 0.6.0 of Mozilla (https://github.com/mozilla/readability), itself after Arc90's readability.js.
// Copyright (c) 2010 Arc90 Inc; Apache License, Version 2.0. Rewritten for jsoup.
package fettle.collect.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// What a page says about itself, by JSON-LD first and then by its `meta` elements.
final class MetaTags {

    private static final Pattern PROPERTY = Pattern.compile("\\s*(article|dc|dcterm|og|twitter)\\s*:\\s*"
            + "(author|creator|description|published_time|title|site_name)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("^\\s*(?:(dc|dcterm|og|twitter|parsely|weibo:(article|webpage))"
            + "\\s*[-.:]\\s*)?(author|creator|pub-date|description|title|site_name)\\s*$", Pattern.CASE_INSENSITIVE);

    private MetaTags() {}

    /// Must be asked while the scripts are still there.
    static Metadata read(Document page) {
        String title = PageTitle.of(page);
        Metadata told = JsonLd.read(page, title).or(tags(values(page)))
                .or(new Metadata(title, "", "", "", "", licence(page)));
        return new Metadata(plain(told.title()), plain(told.byline()), plain(told.excerpt()), plain(told.site()),
                plain(told.published()), told.licence());
    }

    private static Map<String, String> values(Document page) {
        var values = new HashMap<String, String>();
        for (Element meta : Dom.all(page, "meta")) {
            String content = meta.attr("content");
            if (content.isEmpty()) {
                continue;
            }
            Matcher property = PROPERTY.matcher(meta.attr("property"));
            if (property.find()) {
                values.put(key(property.group()), Prose.trim(content));
            } else if (NAME.matcher(meta.attr("name")).find()) {
                values.put(key(meta.attr("name")).replace('.', ':'), Prose.trim(content));
            }
        }
        return values;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    }

    private static Metadata tags(Map<String, String> values) {
        String author = values.getOrDefault("article:author", "");
        return new Metadata(
                first(values, "dc:title", "dcterm:title", "og:title", "weibo:article:title", "weibo:webpage:title",
                        "title", "twitter:title", "parsely-title"),
                first(values, "dc:creator", "dcterm:creator", "author", "parsely-author",
                        isAddress(author) ? "" : "article:author"),
                first(values, "dc:description", "dcterm:description", "og:description", "weibo:article:description",
                        "weibo:webpage:description", "description", "twitter:description"),
                first(values, "og:site_name"), first(values, "article:published_time", "parsely-pub-date"), "");
    }

    private static String first(Map<String, String> values, String... names) {
        for (String name : names) {
            String value = values.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static boolean isAddress(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static String licence(Document page) {
        Element link = page.selectFirst("link[rel~=(?i)\\blicen[sc]e\\b], a[rel~=(?i)\\blicen[sc]e\\b]");
        if (link == null) {
            return "";
        }
        String address = link.absUrl("href");
        return address.isEmpty() ? Prose.normal(Prose.of(link)) : address;
    }

    /// Many sites escape what they write there once too often.
    private static String plain(String text) {
        return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, true);
    }
}
