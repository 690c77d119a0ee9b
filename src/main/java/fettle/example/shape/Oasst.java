package fettle.example.shape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One message of a tree of conversations, as Open Assistant has them: people's answers to the same, ranked by people.
public final class Oasst {

    private static final int UNRANKED = Integer.MAX_VALUE;

    private final String role;
    private final String text;
    private final int rank;
    private final @Nullable Oasst parent;
    private final List<Oasst> replies = new ArrayList<>();

    private Oasst(JsonNode message, @Nullable Oasst parent) {
        String name = Messages.role(message);
        this.role = name.equals("prompter") ? "user" : name;
        this.text = Messages.text(message.path("text"));
        this.rank = message.path("rank").isNumber() ? message.path("rank").asInt(UNRANKED) : UNRANKED;
        this.parent = parent;
        if (parent != null && !message.path("deleted").asBoolean(false)) {
            parent.replies.add(this);
        }
    }

    /// Whether the row is a tree: its root, or an object that has it under `prompt`.
    public static boolean isTree(ObjectNode row) {
        return row.path("prompt").has("replies") || (row.has("replies") && row.has("text"));
    }

    /// Whether the row is one message of a tree.
    public static boolean isMessage(ObjectNode row) {
        return row.has("message_id") && row.has("text") && row.has("role") && !row.has("replies");
    }

    /// The tree of a row.
    public static Oasst tree(ObjectNode row) {
        JsonNode first = row.path("prompt").has("replies") ? row.path("prompt") : row;
        var root = new Oasst(first, null);
        var open = new ArrayDeque<Open>();
        open.add(new Open(first, root));
        for (Open next = open.poll(); next != null; next = open.poll()) {
            for (JsonNode reply : next.json().path("replies")) {
                open.add(new Open(reply, new Oasst(reply, next.message())));
            }
        }
        return root;
    }

    private record Open(JsonNode json, Oasst message) {}

    /// A tree's first message.
    static Oasst root(ObjectNode message) {
        return new Oasst(message, null);
    }

    Oasst reply(ObjectNode message) {
        return new Oasst(message, this);
    }

    /// The best answer against each that people ranked lower, wherever answers to the same were ranked.
    public List<ObjectNode> pairs() {
        var pairs = new ArrayList<ObjectNode>();
        var open = new ArrayDeque<Oasst>(List.of(this));
        for (Oasst asked = open.poll(); asked != null; asked = open.poll()) {
            List<Oasst> ranked = asked.replies.stream()
                    .filter(reply -> reply.role.equals("assistant") && reply.rank != UNRANKED)
                    .sorted(Comparator.comparingInt(reply -> reply.rank)).toList();
            for (Oasst worse : ranked) {
                if (worse.rank > ranked.getFirst().rank) {
                    pairs.add(pair(asked, ranked.getFirst(), worse));
                }
            }
            open.addAll(asked.replies);
        }
        return pairs;
    }

    private static ObjectNode pair(Oasst asked, Oasst better, Oasst worse) {
        ArrayNode messages = asked.path();
        messages.add(better.message());
        ObjectNode body = Messages.body(messages);
        Pairs.reject(body, 1, ExactJson.list().add(worse.message()));
        return body;
    }

    /// The conversation along the best replies, to its last answer; empty when nobody answered.
    public Optional<ObjectNode> best() {
        Oasst last = this;
        Oasst answer = this;
        while (!last.replies.isEmpty()) {
            last = last.replies.stream().min(Comparator.comparingInt(reply -> reply.rank)).orElseThrow();
            answer = last.role.equals("assistant") ? last : answer;
        }
        return answer.role.equals("assistant") ? Optional.of(Messages.body(answer.path())) : Optional.empty();
    }

    /// All that was said from the root to this message.
    private ArrayNode path() {
        var path = new ArrayList<ObjectNode>();
        for (Oasst message = this; message != null; message = message.parent) {
            path.add(message.message());
        }
        Collections.reverse(path);
        return ExactJson.list().addAll(path);
    }

    private ObjectNode message() {
        return Messages.message(role, text);
    }
}
