package fettle.dataset;

import fettle.example.BodyJson;
import fettle.example.shape.Pairs;
import fettle.example.shape.RawForm;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Whether a row is what OpenAI's chat format asks for. The names are those of its cookbook; the sets of roles and keys
/// are wider, as the API has grown since.
final class SchemaChecks {

    private static final Set<String> ROW_KEYS = Set.of("messages", "tools", "parallel_tool_calls", "functions",
            Pairs.REJECTED, RawForm.KEY);
    static final Set<String> MESSAGE_KEYS = Set.of("role", "content", "name", "weight", "function_call",
            "tool_calls", "tool_call_id", "refusal", "audio");
    private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant", "tool", "function");

    private final EnumSet<CheckKind> found = EnumSet.noneOf(CheckKind.class);
    private final Set<String> calls = new HashSet<>();

    private SchemaChecks() {}

    /// The kinds that the row shows.
    static Set<CheckKind> of(ObjectNode body) {
        var checks = new SchemaChecks();
        checks.row(body);
        return checks.found;
    }

    private void row(ObjectNode body) {
        JsonNode messages = body.path("messages");
        flag(!known(body).containsAll(body.propertyNames()), CheckKind.ROW_UNRECOGNIZED_KEY);
        pair(body);
        if (!messages.isArray() || messages.isEmpty()) {
            found.add(CheckKind.MISSING_MESSAGES_LIST);
            return;
        }
        int answers = 0;
        int trained = 0;
        for (JsonNode message : messages) {
            if (message.isObject()) {
                message(message);
                boolean answer = role(message).equals("assistant");
                answers += answer ? 1 : 0;
                trained += answer && message.path("weight").asDouble(1) != 0 ? 1 : 0;
            } else {
                found.add(CheckKind.DATA_TYPE);
            }
        }
        flag(answers == 0, CheckKind.EXAMPLE_MISSING_ASSISTANT_MESSAGE);
        flag(answers > 0 && trained == 0, CheckKind.TEACHES_NOTHING);
        flag(answers > 0 && !role(messages.path(messages.size() - 1)).equals("assistant"),
                CheckKind.LAST_NOT_ASSISTANT);
    }

    /// The keys of a row that a chat format writes, and those that it leaves out by itself.
    static Set<String> known(ObjectNode body) {
        var known = new HashSet<String>(ROW_KEYS);
        if (body.path("label").isBoolean()) {
            known.add("label");
        }
        return known;
    }

    private void pair(ObjectNode body) {
        List<JsonNode> rejected = Pairs.rejected(body);
        for (JsonNode answer : rejected) {
            boolean said = !answer.path("tool_calls").isEmpty() || !answer.path("content").asString("").isBlank()
                    || !answer.path("content").isEmpty();
            flag(!said || (rejected.size() == 1 && !role(answer).equals("assistant")), CheckKind.REJECTED_ANSWER);
        }
        List<JsonNode> messages = body.path("messages").valueStream().toList();
        flag(!rejected.isEmpty() && messages.size() >= rejected.size()
                && messages.subList(messages.size() - rejected.size(), messages.size()).equals(rejected),
                CheckKind.SAME_ANSWERS);
    }

    private static String role(JsonNode message) {
        return message.path("role").asString("");
    }

    private void flag(boolean wrong, CheckKind kind) {
        if (wrong) {
            found.add(kind);
        }
    }

    private void message(JsonNode message) {
        String role = role(message);
        boolean calling = !message.path("tool_calls").isEmpty() || message.path("function_call").isObject();
        flag(!message.has("role") || !(message.has("content") || calling || message.has("refusal")),
                CheckKind.MESSAGE_MISSING_KEY);
        flag(!MESSAGE_KEYS.containsAll(message.propertyNames()), CheckKind.MESSAGE_UNRECOGNIZED_KEY);
        flag(message.has("role") && !ROLES.contains(role), CheckKind.UNRECOGNIZED_ROLE);
        content(message, role, calling || message.path("refusal").isString());
        if (message.has("weight")) {
            JsonNode weight = message.path("weight");
            boolean zeroOrOne = weight.isNumber() && (weight.asDouble() == 0 || weight.asDouble() == 1);
            flag(!zeroOrOne || !role.equals("assistant"), CheckKind.WEIGHT);
        }
        for (JsonNode call : message.path("tool_calls")) {
            calls.add(call.path("id").asString(""));
            arguments(call.path("function").path("arguments"));
        }
        flag(role.equals("tool") && !calls.contains(message.path("tool_call_id").asString("")),
                CheckKind.TOOL_WITHOUT_CALL);
    }

    private void content(JsonNode message, String role, boolean mayBeAbsent) {
        JsonNode content = message.path("content");
        if (content.isArray()) {
            for (JsonNode part : content) {
                flag(!isKnownPart(part, role), CheckKind.UNRECOGNIZED_CONTENT_PART);
            }
        }
        boolean empty = content.isString()
                ? content.stringValue().isBlank()
                : content.isArray() ? content.isEmpty() : true;
        if (empty && !mayBeAbsent && message.has("content")) {
            boolean blankAnswer = role.equals("assistant") && (content.isString() || content.isNull());
            found.add(blankAnswer ? CheckKind.EMPTY_ANSWER : CheckKind.MISSING_CONTENT);
        }
    }

    private static boolean isKnownPart(JsonNode part, String role) {
        return switch (part.path("type").asString("")) {
            case "text" -> part.path("text").isString();
            case "image_url" -> !role.equals("assistant") && part.has("image_url");
            case "refusal" -> role.equals("assistant") && part.path("refusal").isString();
            default -> false;
        };
    }

    private void arguments(JsonNode arguments) {
        try {
            JsonNode decoded = arguments.isString() ? BodyJson.mapper().readTree(arguments.stringValue()) : arguments;
            boolean twice = arguments.isString() && decoded.isString() && decoded.stringValue().strip().startsWith("{");
            flag(twice, CheckKind.DOUBLY_ENCODED_ARGUMENTS);
            flag(!twice && !(arguments.isString() && decoded.isObject()), CheckKind.ARGUMENTS_NOT_JSON);
        } catch (JacksonException _) {
            found.add(CheckKind.ARGUMENTS_NOT_JSON);
        }
    }
}
