package fettle.example.shape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Messages that lie one by one, until their trees are whole. They are held in memory.
///
/// @param <R> what is kept of a row until then
public final class OasstLines<R> {

    /// In characters of text; some 500,000 messages.
    public static final long MOST = 200L << 20;

    private final Map<String, Held<R>> held = new LinkedHashMap<>();
    private final long most;
    private long characters;

    public OasstLines(long most) {
        this.most = most;
    }

    private record Held<R>(R row, ObjectNode message) {}

    /// What became of one tree, or of a message that belongs to none.
    ///
    /// @param tree empty when the message that it answers is not there
    public record Tree<R>(R row, Optional<Oasst> tree) {}

    /// Holds one message; false when there is no more room.
    public boolean hold(R row, ObjectNode message) {
        characters += message.path("text").asString("").length() + 400L;
        if (characters > most) {
            return false;
        }
        held.put(message.path("message_id").asString(""), new Held<>(row, message));
        return true;
    }

    /// All trees, in the order of their roots; then messages that belong to none, each with what answers it.
    public List<Tree<R>> trees() {
        Map<String, List<Held<R>>> replies = new HashMap<>();
        var roots = new ArrayList<Held<R>>();
        var lost = new ArrayList<Held<R>>();
        for (Held<R> message : held.values()) {
            String parent = message.message().path("parent_id").asString("");
            if (parent.isEmpty()) {
                roots.add(message);
            } else if (held.containsKey(parent)) {
                replies.computeIfAbsent(parent, _ -> new ArrayList<>()).add(message);
            } else {
                lost.add(message);
            }
        }
        var trees = new ArrayList<Tree<R>>();
        for (Held<R> root : roots) {
            trees.add(new Tree<>(root.row(), Optional.of(grow(root, replies))));
        }
        for (Held<R> root : lost) {
            grow(root, replies);
            trees.add(new Tree<>(root.row(), Optional.empty()));
        }
        for (Held<R> circling : held.values()) {
            trees.add(new Tree<>(circling.row(), Optional.empty()));
        }
        return trees;
    }

    /// Takes a message and all that answers it out of what is held.
    private Oasst grow(Held<R> root, Map<String, List<Held<R>>> replies) {
        var open = new ArrayDeque<Map.Entry<Held<R>, Oasst>>();
        Oasst tree = Oasst.root(root.message());
        open.add(Map.entry(root, tree));
        for (var next = open.poll(); next != null; next = open.poll()) {
            String id = next.getKey().message().path("message_id").asString("");
            held.remove(id);
            for (Held<R> reply : replies.getOrDefault(id, List.of())) {
                open.add(Map.entry(reply, next.getValue().reply(reply.message())));
            }
        }
        return tree;
    }
}
