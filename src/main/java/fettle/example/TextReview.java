package fettle.example;

import fettle.document.clean.Cleaning.Layout;
import fettle.document.clean.Entities;
import fettle.document.clean.Mojibake;
import fettle.example.BodyReview.Mending;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Looks at the texts of a row: letters that were lost, wrongly decoded or left encoded, and places that nobody filled in.
final class TextReview {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// {{name}}; but not ${{ … }}, which build files have.
    private static final Pattern PLACEHOLDER = Pattern.compile("(?<!\\$)\\{\\{\\s*[\\p{L}_][\\p{L}\\p{N}_ .-]*\\}\\}");
    private static final int MOST_NAMED = 5;

    private final Mending mending;
    private final Set<String> placeholders = new LinkedHashSet<>();
    private String placeholderAt = "";
    private Optional<Excerpt> mojibake = Optional.empty();
    private Optional<Excerpt> entities = Optional.empty();

    TextReview(Mending mending) {
        this.mending = mending;
    }

    /// Looks for characters that no text has, in all of the body.
    void whole(ObjectNode body) {
        var found = new Characters();
        found.look(body);
        if (found.surrogate != null && mending.mend("lone-surrogate",
                "A text holds half a character (a lone surrogate).", "put U+FFFD in its place",
                new Excerpt(Excerpt.around(whole(found.surrogate), found.at), ""))) {
            change(body, TextReview::whole);
        }
        if (found.nul != null && mending.mend("nul", "A text holds a NUL character.", "take it out",
                Excerpt.of(found.nul.replace('\0', '\u2400'), found.nul.replace("\0", "")))) {
            change(body, text -> text.replace("\0", ""));
        }
        if (found.replacement != null) {
            mending.say("replacement-character",
                    "A text holds U+FFFD: a letter was lost before the file was written.",
                    Excerpt.around(found.replacement, found.replacement.indexOf('\uFFFD')));
        }
    }

    /// Looks at what one message says.
    void look(ObjectNode message, String name) {
        JsonNode content = message.path("content");
        if (content.isString()) {
            message.set("content", looked(content, name));
        }
        for (JsonNode part : content.isArray() ? content : NODES.arrayNode()) {
            for (String key : part.isObject() ? List.of("text", "value") : List.<String>of()) {
                if (part.path(key).isString()) {
                    ((ObjectNode) part).set(key, looked(part.path(key), name));
                }
            }
        }
    }

    /// The text, or a mended one in its place.
    private JsonNode looked(JsonNode node, String name) {
        String text = node.stringValue();
        if (text.contains("{{")) {
            placeholders(text);
        }
        String now = text;
        Optional<String> decoded = Mojibake.mend(now);
        if (decoded.isPresent()) {
            boolean mend = mojibake.isPresent() ? mending.mends("mojibake") : wronglyDecoded(now, decoded.get(), name);
            now = mend ? decoded.get() : now;
        }
        if (now.indexOf('&') >= 0 && now.indexOf(';') >= 0) {
            String plain = Entities.decode(now, Layout.MARKDOWN);
            if (!plain.equals(now)) {
                boolean mend = entities.isPresent() ? mending.mends("entities") : encoded(now, plain, name);
                now = mend ? plain : now;
            }
        }
        return now.equals(text) ? node : NODES.stringNode(now);
    }

    private boolean wronglyDecoded(String text, String decoded, String name) {
        mojibake = Optional.of(Excerpt.of(text, decoded));
        return mending.mend("mojibake", name + " has letters that were read in the wrong encoding.",
                "decode them as they were written", mojibake.get());
    }

    private boolean encoded(String text, String plain, String name) {
        entities = Optional.of(Excerpt.of(text, plain));
        return mending.mend("entities", name + " has HTML's names for characters in its text.",
                "write the characters that they stand for", entities.get());
    }

    private void placeholders(String text) {
        Matcher found = PLACEHOLDER.matcher(text);
        while (found.find() && placeholders.size() < MOST_NAMED) {
            if (placeholders.isEmpty()) {
                placeholderAt = Excerpt.around(text, found.start());
            }
            placeholders.add(found.group());
        }
    }

    /// Says what is said once of a row.
    void tell() {
        if (!placeholders.isEmpty()) {
            mending.say("placeholder", "A text has a place that nobody filled in: " + String.join(", ", placeholders)
                    + ".", placeholderAt);
        }
    }

    private static String whole(String text) {
        var whole = new StringBuilder(text.length());
        text.codePoints().forEach(point -> whole
                .appendCodePoint(point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point));
        return whole.toString();
    }

    private static void change(JsonNode node, UnaryOperator<String> change) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode value = object.path(name);
                if (value.isString()) {
                    object.set(name, NODES.stringNode(change.apply(value.stringValue())));
                } else {
                    change(value, change);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.path(i).isString()) {
                    array.set(i, NODES.stringNode(change.apply(array.path(i).stringValue())));
                } else {
                    change(array.path(i), change);
                }
            }
        }
    }

    /// The first texts that hold what they should not.
    private static final class Characters {

        private @org.jspecify.annotations.Nullable String surrogate;
        private @org.jspecify.annotations.Nullable String nul;
        private @org.jspecify.annotations.Nullable String replacement;
        private int at;

        void look(JsonNode node) {
            if (node.isString()) {
                String text = node.stringValue();
                if (surrogate == null && BodyJson.hasLoneSurrogate(text)) {
                    surrogate = text;
                    at = Math.max(0, whole(text).indexOf('\uFFFD'));
                }
                nul = nul == null && text.indexOf('\0') >= 0 ? text : nul;
                replacement = replacement == null && text.indexOf('\uFFFD') >= 0 ? text : replacement;
            } else {
                for (JsonNode child : node) {
                    look(child);
                }
            }
        }
    }
}
