// After Readability.js 0.6.0 of Mozilla (https://github.com/mozilla/readability), itself after Arc90's readability.js.
// Copyright (c) 2010 Arc90 Inc; Apache License, Version 2.0. Rewritten for jsoup.
package fettle.collect.article;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a page says about itself in JSON-LD, in the words of schema.org.
final class JsonLd {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern MARKS = Pattern.compile("^\\s*<!\\[CDATA\\[|]]>\\s*$");
    private static final Pattern SCHEMA = Pattern.compile("^https?://schema\\.org/?$");
    private static final Pattern ARTICLE = Pattern.compile("^Article|AdvertiserContentArticle|NewsArticle|"
            + "AnalysisNewsArticle|AskPublicNewsArticle|BackgroundNewsArticle|OpinionNewsArticle|ReportageNewsArticle|"
            + "ReviewNewsArticle|Report|SatiricalArticle|ScholarlyArticle|MedicalScholarlyArticle|SocialMediaPosting|"
            + "BlogPosting|LiveBlogPosting|DiscussionForumPosting|TechArticle|APIReference$");

    private JsonLd() {}

    /// `pageTitle` decides where a name and a headline differ.
    static Metadata read(Document page, String pageTitle) {
        for (Element script : Dom.all(page, "script")) {
            if (script.attr("type").equals("application/ld+json")) {
                Optional<JsonNode> article = article(MARKS.matcher(script.data()).replaceAll(""));
                if (article.isPresent()) {
                    return metadata(article.get(), pageTitle);
                }
            }
        }
        return Metadata.UNSAID;
    }

    /// The first article that is told there; also how far its text runs free, by `isAccessibleForFree`.
    private static Optional<JsonNode> article(String json) {
        try {
            JsonNode told = JSON.readTree(json);
            if (told.isArray()) {
                told = first(told);
            }
            JsonNode context = told.path("@context");
            boolean schema = isSchema(context) || isSchema(context.path("@vocab"));
            if (schema && told.path("@type").isMissingNode() && told.path("@graph").isArray()) {
                told = first(told.path("@graph"));
            }
            return schema && isArticle(told) ? Optional.of(told) : Optional.empty();
        } catch (JacksonException | StackOverflowError _) {
            return Optional.empty();
        }
    }

    private static boolean isSchema(JsonNode node) {
        return node.isString() && SCHEMA.matcher(node.stringValue()).find();
    }

    private static JsonNode first(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false).filter(JsonLd::isArticle).findFirst()
                .orElse(JSON.missingNode());
    }

    private static boolean isArticle(JsonNode node) {
        JsonNode type = node.path("@type");
        return type.isString() && ARTICLE.matcher(type.stringValue()).find();
    }

    private static Metadata metadata(JsonNode article, String pageTitle) {
        return new Metadata(title(article, pageTitle), byline(article.path("author")), text(article, "description"),
                text(article.path("publisher"), "name"), text(article, "datePublished"), text(article, "license"));
    }

    private static String title(JsonNode article, String pageTitle) {
        String name = text(article, "name");
        String headline = text(article, "headline");
        if (name.isEmpty() || headline.isEmpty()) {
            return name.isEmpty() ? headline : name;
        }
        boolean nameFits = Prose.similarity(name, pageTitle) > 0.75;
        boolean headlineFits = Prose.similarity(headline, pageTitle) > 0.75;
        return headlineFits && !nameFits ? headline : name;
    }

    private static String byline(JsonNode author) {
        if (!author.isArray()) {
            return text(author, "name");
        }
        var names = new ArrayList<String>();
        for (JsonNode one : author) {
            if (!text(one, "name").isEmpty()) {
                names.add(text(one, "name"));
            }
        }
        return String.join(", ", names);
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? Prose.trim(value.stringValue()) : "";
    }
}
