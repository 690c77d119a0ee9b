package fettle.example;

import fettle.example.BodyReview.Mending;
import fettle.example.shape.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Looks at the order of the turns: who is missing, and who speaks twice.
final class TurnReview {

    private static final Set<String> PLAIN = Set.of("role", "content");

    private final Mending mending;

    TurnReview(Mending mending) {
        this.mending = mending;
    }

    void review(ObjectNode body) {
        List<String> roles = body.path("messages").valueStream().map(Messages::role).toList();
        if (!roles.contains("assistant")) {
            mending.say("missing-answer", "No message is the assistant's, so there is nothing to learn.");
            return; // questions that follow one another are no turns of one who speaks twice
        } else if (!roles.getLast().equals("assistant")) {
            mending.say("last-not-answer", "The last message is not an answer, so it teaches nothing.");
        }
        boolean text = roles.size() == 1 && roles.getFirst().equals("assistant");
        if (roles.contains("assistant") && !roles.contains("user") && !text) {
            mending.say("missing-turn", "No message is the user's: the answer answers nothing.");
        }
        for (int i = 1; i < roles.size(); i++) {
            boolean prompt = roles.get(i).equals("system") && !roles.get(i - 1).equals("system");
            if (prompt) {
                mending.say("system-not-first", "Message " + (i + 1) + " is the system's, behind other messages.");
                break;
            }
        }
        twice(body);
    }

    /// One who speaks twice in a row, unless a call of a tool stands between.
    private void twice(ObjectNode body) {
        if (!(body.path("messages") instanceof ArrayNode messages)) {
            return;
        }
        for (int i = 1; i < messages.size(); i++) {
            if (speaksOn(messages.path(i - 1), messages.path(i))) {
                String role = Messages.role(messages.path(i));
                String message = "Messages " + i + " and " + (i + 1) + " are both the " + role + "'s.";
                if (!canJoin(messages.path(i - 1), messages.path(i))) {
                    mending.say("non-alternating", message);
                    return;
                }
                String joined = joined(messages.path(i - 1), messages.path(i));
                if (mending.mend("non-alternating", message, "make one message of them", new Excerpt(
                        Excerpt.cut(text(messages.path(i - 1))) + " | " + Excerpt.cut(text(messages.path(i))),
                        Excerpt.cut(joined)))) {
                    join(messages);
                }
                return;
            }
        }
    }

    private static boolean speaksOn(JsonNode one, JsonNode next) {
        String role = Messages.role(next);
        boolean calls = !one.path("tool_calls").isEmpty() || one.has("function_call")
                || !next.path("tool_calls").isEmpty() || next.has("function_call");
        return role.equals(Messages.role(one)) && (role.equals("user") || role.equals("assistant")) && !calls;
    }

    private static boolean canJoin(JsonNode one, JsonNode next) {
        return PLAIN.containsAll(one.propertyNames()) && PLAIN.containsAll(next.propertyNames())
                && one.path("content").isString() && next.path("content").isString();
    }

    private static void join(ArrayNode messages) {
        var joined = new ArrayList<JsonNode>();
        for (JsonNode message : messages) {
            boolean on = !joined.isEmpty() && speaksOn(joined.getLast(), message)
                    && canJoin(joined.getLast(), message);
            if (on) {
                joined.add(Messages.message(Messages.role(message), joined(joined.removeLast(), message)));
            } else {
                joined.add(message);
            }
        }
        messages.removeAll();
        messages.addAll(joined);
    }

    private static String joined(JsonNode one, JsonNode next) {
        return text(one) + "\n\n" + text(next);
    }

    private static String text(JsonNode message) {
        return message.path("content").asString("");
    }
}
