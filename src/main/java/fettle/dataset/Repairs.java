package fettle.dataset;

import fettle.document.clean.Mojibake;
import fettle.example.BodyJson;
import fettle.example.Change;
import fettle.example.Example;
import fettle.example.ExampleStatus;
import fettle.example.bulk.RowAct;
import fettle.example.bulk.RowAct.Result;
import fettle.example.bulk.Ruled;
import fettle.job.ExpectedException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a machine can mend of what the checks find. Each repair leaves rows alone that it cannot mend.
public final class Repairs {

    private static final Map<String, String> ROLES = Map.ofEntries(Map.entry("human", "user"),
            Map.entry("prompter", "user"), Map.entry("question", "user"), Map.entry("gpt", "assistant"),
            Map.entry("bot", "assistant"), Map.entry("chatgpt", "assistant"), Map.entry("model", "assistant"),
            Map.entry("ai", "assistant"), Map.entry("answer", "assistant"), Map.entry("observation", "tool"),
            Map.entry("user", "user"), Map.entry("assistant", "assistant"), Map.entry("system", "system"),
            Map.entry("tool", "tool"), Map.entry("developer", "developer"));
    private static final Set<CheckKind> REJECTED = EnumSet.of(CheckKind.DUPLICATE, CheckKind.EMPTY_ANSWER,
            CheckKind.MISSING_MESSAGES_LIST, CheckKind.EXAMPLE_MISSING_ASSISTANT_MESSAGE);

    private Repairs() {}

    /// A repair with its words.
    ///
    /// @param does a command, before the number: "Close the fence of"
    /// @param done a sentence for the history, without the number: "Closed the fence of"
    public record Repair(CheckKind kind, String does, String done, RowAct act) {}

    /// The kinds whose rows are mended in their text, in the order of the checks.
    public static List<CheckKind> mended() {
        return Stream.of(CheckKind.values()).filter(kind -> !REJECTED.contains(kind) && of(kind).isPresent()).toList();
    }

    /// Mends all that these kinds say of a row, one after the other.
    ///
    /// @param on those that are on
    public record All(Set<CheckKind> on) implements Ruled {

        public All {
            on = Set.copyOf(on);
        }

        @Override
        public Ruling rule(Example example) throws ExpectedException {
            var busy = new HashSet<String>();
            Example now = example;
            int done = 0;
            for (CheckKind kind : mended()) {
                Optional<ObjectNode> body = of(kind).orElseThrow().act().on(now).body();
                if (body.isPresent()) {
                    busy.add(kind.name());
                    done += on.contains(kind) ? 1 : 0;
                    now = on.contains(kind) ? with(example, body.get()) : now;
                }
            }
            return new Ruling(done == 0
                    ? Result.NONE
                    : new Result(List.of(new Change.SetBody(example.id(), now.body())), done), busy);
        }

        private static Example with(Example example, ObjectNode body) {
            return new Example(example.id(), body, example.status(), example.tags(), example.generated(),
                    example.origin(), example.remarks());
        }
    }

    /// The repair of a kind; empty when only a person can mend it.
    public static Optional<Repair> of(CheckKind kind) {
        if (REJECTED.contains(kind)) {
            return Optional.of(new Repair(kind, "Reject", "Rejected", Repairs::reject));
        }
        return Optional.ofNullable(switch (kind) {
            case DOUBLY_ENCODED_ARGUMENTS -> body(kind, "Decode the arguments of", "Decoded the arguments of",
                    body -> arguments(body));
            case ARGUMENTS_NOT_JSON -> body(kind, "Write the arguments as text in", "Wrote the arguments as text in",
                    Repairs::argumentsAsText);
            case UNRECOGNIZED_ROLE -> body(kind, "Name the roles of", "Named the roles of", Repairs::roles);
            case UNBALANCED_FENCE -> body(kind, "Close the code fence of", "Closed the code fence of",
                    body -> texts(body, "assistant", TextRepairs::closed));
            case MOJIBAKE -> body(kind, "Decode the letters of", "Decoded the letters of",
                    body -> texts(body, "", text -> Mojibake.mend(text).orElse(text)));
            case WEIGHT -> body(kind, "Put right the weights of", "Put right the weights of", Repairs::weights);
            case TEACHES_NOTHING -> body(kind, "Train the last answer of", "Set the last answer to be trained in",
                    Repairs::trainLast);
            case LAST_NOT_ASSISTANT -> body(kind, "End with the answer in", "Ended with the answer in",
                    Repairs::endWithAnswer);
            case MESSAGE_UNRECOGNIZED_KEY -> body(kind, "Remove the unknown keys of", "Removed the unknown keys of",
                    body -> messages(body).forEach(message -> message.retain(SchemaChecks.MESSAGE_KEYS)));
            case ROW_UNRECOGNIZED_KEY -> body(kind, "Remove the unknown keys of", "Removed the unknown keys of",
                    body -> body.retain(SchemaChecks.known(body)));
            default -> null;
        });
    }

    private interface BodyEdit {

        void on(ObjectNode body);
    }

    private static Repair body(CheckKind kind, String does, String done, BodyEdit edit) {
        return new Repair(kind, does, done, example -> {
            ObjectNode copy = example.body().deepCopy();
            edit.on(copy);
            return copy.equals(example.body())
                    ? Result.NONE
                    : Result.of(new Change.SetBody(example.id(), copy));
        });
    }

    private static Result reject(Example example) {
        return example.status() == ExampleStatus.REJECTED
                ? Result.NONE
                : Result.of(new Change.SetStatus(example.id(), ExampleStatus.REJECTED));
    }

    private static List<ObjectNode> messages(ObjectNode body) {
        return body.path("messages").values().stream().filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast).toList();
    }

    private static void roles(ObjectNode body) {
        for (ObjectNode message : messages(body)) {
            String role = message.path("role").asString("").strip().toLowerCase(java.util.Locale.ROOT);
            if (ROLES.containsKey(role)) {
                message.put("role", ROLES.get(role));
            }
        }
    }

    private static void arguments(ObjectNode body) {
        for (ObjectNode function : functions(body)) {
            JsonNode arguments = function.path("arguments");
            if (arguments.isString()) {
                try {
                    JsonNode inner = BodyJson.mapper().readTree(arguments.stringValue());
                    if (inner.isString() && inner.stringValue().strip().startsWith("{")) {
                        function.put("arguments", inner.stringValue());
                    }
                } catch (JacksonException _) {
                    // another finding
                }
            }
        }
    }

    private static void argumentsAsText(ObjectNode body) {
        for (ObjectNode function : functions(body)) {
            if (function.path("arguments").isObject()) {
                function.put("arguments", BodyJson.write(function.path("arguments")));
            }
        }
    }

    private static List<ObjectNode> functions(ObjectNode body) {
        return messages(body).stream().flatMap(message -> message.path("tool_calls").values().stream())
                .map(call -> call.path("function")).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast)
                .toList();
    }

    private static void weights(ObjectNode body) {
        for (ObjectNode message : messages(body)) {
            JsonNode weight = message.path("weight");
            boolean answer = message.path("role").asString("").equals("assistant");
            if (weight.isMissingNode()) {
                continue;
            }
            if (!answer || (!weight.isNumber() && !weight.asString("").matches("[01](\\.0+)?"))) {
                message.remove("weight");
            } else if (!(weight.isNumber() && (weight.asDouble() == 0 || weight.asDouble() == 1))) {
                message.put("weight", weight.asDouble(1) > 0 ? 1 : 0);
            }
        }
    }

    private static void trainLast(ObjectNode body) {
        List<ObjectNode> answers = messages(body).stream()
                .filter(message -> message.path("role").asString("").equals("assistant")).toList();
        if (!answers.isEmpty() && answers.stream().allMatch(answer -> answer.path("weight").asDouble(1) == 0)) {
            answers.getLast().put("weight", 1);
        }
    }

    private static void endWithAnswer(ObjectNode body) {
        if (body.path("messages") instanceof ArrayNode messages
                && messages(body).stream().anyMatch(message -> message.path("role").asString("").equals("assistant"))) {
            while (!messages.get(messages.size() - 1).path("role").asString("").equals("assistant")) {
                messages.remove(messages.size() - 1);
            }
        }
    }

    /// `role` empty for all.
    private static void texts(ObjectNode body, String role, java.util.function.UnaryOperator<String> edit) {
        for (ObjectNode message : messages(body)) {
            if (role.isEmpty() || message.path("role").asString("").equals(role)) {
                JsonNode content = message.path("content");
                if (content.isString()) {
                    message.put("content", edit.apply(content.stringValue()));
                }
                for (JsonNode part : content) {
                    if (part instanceof ObjectNode object && object.path("text").isString()) {
                        object.put("text", edit.apply(object.path("text").stringValue()));
                    }
                }
            }
        }
    }
}
