package fettle.ui.example.editor;

import fettle.example.BodyJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A message of a row as the editor shows it: what can be written, and what is only shown.
///
/// @param index its place in `messages`
/// @param role what the row says; empty when it says none
/// @param pieces from top to bottom
/// @param trained whether a trainer learns it
public record MessageForm(int index, String role, List<Piece> pieces, boolean trained) {

    private static final DefaultPrettyPrinter PRETTY = new DefaultPrettyPrinter().withSeparators(
            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER));
    private static final Set<String> SHOWN_ELSEWHERE = Set.of("role", "content", "weight");

    /// A part of a message.
    public sealed interface Piece {

        /// Text that can be written.
        ///
        /// @param path a JSON pointer within the message, such as "/content" or "/content/0/text"
        /// @param note what to know about it; empty for nothing
        record Words(String path, String text, String note) implements Piece {}

        /// JSON that is shown as it is.
        ///
        /// @param why why it cannot be written here, a sentence
        record Fixed(String json, String why) implements Piece {}
    }

    /// All messages of a row. A row without messages has none.
    public static List<MessageForm> all(ObjectNode body) {
        var forms = new ArrayList<MessageForm>();
        JsonNode messages = body.path("messages");
        for (int index = 0; messages.isArray() && index < messages.size(); index++) {
            forms.add(of(index, messages.get(index)));
        }
        return List.copyOf(forms);
    }

    /// What a row holds beside its messages, such as tools; empty when there is nothing.
    public static List<Piece.Fixed> rest(ObjectNode body) {
        if (!body.path("messages").isArray()) {
            return List.of(new Piece.Fixed(pretty(body), "This row is no conversation: it has no list of messages."));
        }
        ObjectNode others = body.deepCopy();
        others.remove("messages");
        return others.isEmpty()
                ? List.of()
                : List.of(new Piece.Fixed(pretty(others), "The row's other fields are kept as they are."));
    }

    private static MessageForm of(int index, JsonNode message) {
        if (!(message instanceof ObjectNode fields)) {
            return new MessageForm(index, "",
                    List.of(new Piece.Fixed(pretty(message), "This turn is not an object with a role.")), false);
        }
        String role = fields.path("role").asString("");
        var pieces = new ArrayList<Piece>(content(fields));
        ObjectNode others = fields.deepCopy();
        others.remove(SHOWN_ELSEWHERE);
        if (!others.isEmpty()) {
            boolean calls = others.has("tool_calls") || others.has("function_call");
            pieces.add(new Piece.Fixed(pretty(others), calls
                    ? "Tool calls are shown and kept as they are."
                    : "Other fields of this turn are kept as they are."));
        }
        boolean trained = role.equals("assistant") && fields.path("weight").asInt(1) != 0;
        return new MessageForm(index, role, List.copyOf(pieces), trained);
    }

    private static List<Piece> content(ObjectNode message) {
        JsonNode content = message.path("content");
        if (content.isString()) {
            return List.of(new Piece.Words("/content", content.stringValue(), ""));
        }
        if (content.isMissingNode() || content.isNull()) {
            boolean calls = message.has("tool_calls") || message.has("function_call");
            return calls ? List.of() : List.of(new Piece.Words("/content", "", "The row has no content here."));
        }
        if (!content.isArray()) {
            return List.of(new Piece.Fixed(pretty(content), "This content is not text."));
        }
        var pieces = new ArrayList<Piece>();
        for (int part = 0; part < content.size(); part++) {
            pieces.add(part(part, content.get(part)));
        }
        return pieces;
    }

    private static Piece part(int index, JsonNode part) {
        if (part.isString()) {
            return new Piece.Words("/content/" + index, part.stringValue(), "");
        }
        for (String key : List.of("text", "value")) {
            if (part.path(key).isString()) {
                return new Piece.Words("/content/" + index + "/" + key, part.path(key).stringValue(), "");
            }
        }
        return new Piece.Fixed(pretty(part), "This part is not text; it is kept as it is.");
    }

    private static String pretty(JsonNode node) {
        return BodyJson.mapper().writer().with(PRETTY).writeValueAsString(node);
    }
}
