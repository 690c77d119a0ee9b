package fettle.dataset;

import fettle.example.BodyJson;
import fettle.example.Example;
import fettle.example.shape.Pairs;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An answer that a person edited, beside the one that was generated: which of the two is better is known.
///
/// @param row in OpenAI's preference shape `{"input","preferred_output","non_preferred_output"}`; empty without a pair
/// @param reason why there is none, a sentence without the row's number; empty with one
record Preference(Optional<ObjectNode> row, String reason) {

    /// The pair of a row: the one that it came with, else what was made of its generated answer. The first answer that differs makes it, if all that was said before is the same in both; system
    /// and developer texts may differ, for they are not what was answered.
    static Preference of(Example example) {
        Optional<ObjectNode> known = Pairs.openAi(example.body());
        if (known.isPresent()) {
            boolean empty = isEmpty(known.get().path("preferred_output").path(0))
                    || isEmpty(known.get().path(Pairs.REJECTED).path(0));
            return empty ? none("has an empty answer on one side") : new Preference(known, "");
        }
        if (example.generated().isEmpty()) {
            return none("was not edited, so there is no second answer");
        }
        JsonNode now = example.body().path("messages");
        JsonNode before = example.generated().get().path("messages");
        int inNow = 0;
        int inBefore = 0;
        while (true) {
            inNow = afterSystem(now, inNow);
            inBefore = afterSystem(before, inBefore);
            JsonNode edited = now.path(inNow);
            JsonNode generated = before.path(inBefore);
            boolean answers = role(edited).equals("assistant") && role(generated).equals("assistant");
            if (answers && !same(edited, generated)) {
                return pair(example, inNow, edited, generated);
            }
            if (edited.isMissingNode() && generated.isMissingNode()) {
                return none("has the answer that was generated; only other parts were edited");
            }
            if (!same(edited, generated)) {
                return none("had its question edited as well, so the two answers do not answer the same");
            }
            inNow++;
            inBefore++;
        }
    }

    private static Preference pair(Example example, int at, JsonNode edited, JsonNode generated) {
        if (isEmpty(edited) || isEmpty(generated)) {
            return none("has an empty answer on one side");
        }
        if (edited.path("content").asString("").strip().equals(generated.path("content").asString("").strip())
                && edited.path("tool_calls").equals(generated.path("tool_calls"))) {
            return none("differs in blanks alone");
        }
        ObjectNode row = BodyJson.mapper().createObjectNode();
        ObjectNode input = row.putObject("input");
        ArrayNode messages = input.putArray("messages");
        for (int turn = 0; turn < at; turn++) {
            messages.add(Pairs.plain(example.body().path("messages").get(turn)));
        }
        for (String key : new String[]{"tools", "parallel_tool_calls"}) {
            if (example.body().has(key)) {
                input.set(key, example.body().get(key));
            }
        }
        row.putArray("preferred_output").add(Pairs.plain(edited));
        row.putArray("non_preferred_output").add(Pairs.plain(generated));
        return new Preference(Optional.of(row), "");
    }

    private static Preference none(String reason) {
        return new Preference(Optional.empty(), reason);
    }

    private static int afterSystem(JsonNode messages, int from) {
        int at = from;
        while (role(messages.path(at)).equals("system") || role(messages.path(at)).equals("developer")) {
            at++;
        }
        return at;
    }

    private static String role(JsonNode message) {
        return message.path("role").asString("");
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return Pairs.plain(one).equals(Pairs.plain(other));
    }

    private static boolean isEmpty(JsonNode answer) {
        return answer.path("content").asString("").isBlank() && answer.path("content").isEmpty()
                && answer.path("tool_calls").isEmpty();
    }
}
