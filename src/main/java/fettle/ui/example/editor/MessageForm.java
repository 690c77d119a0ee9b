package fettle.ui.example.editor;

import fettle.example.JsonText;
import fettle.example.shape.Pairs;
import fettle.example.shape.RawForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A message of a row as the editor shows it: what can be written, and what is only shown.
///
/// @param index its place in `messages`
/// @param role what the row says; empty when it says none
/// @param pieces from top to bottom
/// @param trained whether a trainer learns it
public record MessageForm(int index, String role, List<Piece> pieces, boolean trained) {

    private static final Set<String> SHOWN_ELSEWHERE = Set.of("role", "content", "weight");

    /// A part of a message.
    public sealed interface Piece {

        /// Text that can be written.
        ///
        /// @param path a JSON pointer within the message, such as "/content" or "/content/0/text"
        /// @param note what to know about it; empty for nothing
        record Words(String path, String text, String note) implements Piece {}

        /// A call of a tool that can be written.
        ///
        /// @param at its place in `tool_calls`
        /// @param id what the result refers to; empty when the row has none
        /// @param name the function
        /// @param arguments the JSON as it stands in the row, on the screen on several lines
        /// @param asObject whether the row holds an object instead of text around JSON
        record Call(int at, String id, String name, String arguments, boolean asObject) implements Piece {

            String path() {
                return "/tool_calls/" + at + "/function";
            }
        }

        /// Which call this turn is the result of.
        ///
        /// @param id what the row says; empty when it says nothing
        /// @param choices the calls of the turns before, newest first
        record Answers(String id, List<Choice> choices) implements Piece {}

        /// A call that a result can belong to.
        record Choice(String id, String name) {}

        /// JSON that is shown as it is.
        ///
        /// @param why why it cannot be written here, a sentence
        record Fixed(String json, String why) implements Piece {}
    }

    /// All messages of a row. A row without messages has none.
    public static List<MessageForm> all(ObjectNode body) {
        var forms = new ArrayList<MessageForm>();
        var calls = new ArrayList<Piece.Choice>();
        JsonNode messages = body.path("messages");
        for (int index = 0; messages.isArray() && index < messages.size(); index++) {
            MessageForm form = of(index, messages.get(index), List.copyOf(calls.reversed()));
            forms.add(form);
            form.pieces().forEach(piece -> {
                if (piece instanceof Piece.Call call && !call.id().isEmpty()) {
                    calls.add(new Piece.Choice(call.id(), call.name()));
                }
            });
        }
        return List.copyOf(forms);
    }

    /// What a row holds beside its messages and tools; empty when there is nothing.
    public static List<Piece.Fixed> rest(ObjectNode body) {
        if (!body.path("messages").isArray()) {
            return List.of(new Piece.Fixed(JsonText.pretty(body),
                    "This row is no conversation: it has no list of messages."));
        }
        ObjectNode others = body.deepCopy();
        others.remove(List.of("messages", RawForm.KEY));
        if (!Pairs.rejected(body).isEmpty()) {
            others.remove(Pairs.REJECTED);
        }
        if (tools(body).isPresent()) {
            others.remove("tools");
        }
        return others.isEmpty()
                ? List.of()
                : List.of(new Piece.Fixed(JsonText.pretty(others), "The row's other fields are kept as they are."));
    }

    /// The row's tools as JSON on several lines; empty when it has none.
    static Optional<String> tools(ObjectNode body) {
        JsonNode tools = body.path("tools");
        return tools.isArray() ? Optional.of(JsonText.pretty(tools)) : Optional.empty();
    }

    private static MessageForm of(int index, JsonNode message, List<Piece.Choice> calls) {
        if (!(message instanceof ObjectNode fields)) {
            return new MessageForm(index, "",
                    List.of(new Piece.Fixed(JsonText.pretty(message), "This turn is not an object with a role.")),
                    false);
        }
        String role = fields.path("role").asString("");
        var pieces = new ArrayList<Piece>();
        ObjectNode others = fields.deepCopy();
        others.remove(SHOWN_ELSEWHERE);
        if (role.equals("tool") && !(fields.has("tool_call_id") && !fields.path("tool_call_id").isString())) {
            pieces.add(new Piece.Answers(fields.path("tool_call_id").asString(""), calls));
            others.remove("tool_call_id");
        }
        pieces.addAll(content(fields));
        List<Piece.Call> written = role.equals("assistant") ? calls(fields.path("tool_calls")) : List.of();
        boolean none = fields.path("tool_calls").isArray() && fields.path("tool_calls").isEmpty();
        if (none || !written.isEmpty()) {
            pieces.addAll(written);
            others.remove("tool_calls");
        }
        if (!others.isEmpty()) {
            pieces.add(new Piece.Fixed(JsonText.pretty(others), others.has("tool_calls") || others.has("function_call")
                    ? "Tool calls are shown and kept as they are."
                    : "Other fields of this turn are kept as they are."));
        }
        boolean trained = role.equals("assistant") && fields.path("weight").asDouble(1) != 0;
        return new MessageForm(index, role, List.copyOf(pieces), trained);
    }

    /// The calls, when each of them has a name and arguments; else none, so that they are shown as they are.
    private static List<Piece.Call> calls(JsonNode list) {
        var calls = new ArrayList<Piece.Call>();
        for (int at = 0; list.isArray() && at < list.size(); at++) {
            JsonNode function = list.get(at).path("function");
            JsonNode arguments = function.path("arguments");
            if (!function.path("name").isString() || !(arguments.isString() || arguments.isObject())) {
                return List.of();
            }
            calls.add(new Piece.Call(at, list.get(at).path("id").asString(""), function.path("name").stringValue(),
                    arguments.isString() ? arguments.stringValue() : arguments.toString(), arguments.isObject()));
        }
        return List.copyOf(calls);
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
            return List.of(new Piece.Fixed(JsonText.pretty(content), "This content is not text."));
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
        return new Piece.Fixed(JsonText.pretty(part), "This part is not text; it is kept as it is.");
    }
}
