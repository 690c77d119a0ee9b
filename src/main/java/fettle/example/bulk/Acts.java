package fettle.example.bulk;

import fettle.example.Change;
import fettle.example.Example;
import fettle.example.ExampleStatus;
import fettle.example.bulk.RowAct.Result;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What people say of many rows at once, and the small changes of their bodies.
public final class Acts {

    private Acts() {}

    /// Acts on tags and bodies one after the other, each on what the one before left.
    public static RowAct all(List<RowAct> acts) {
        return example -> {
            Example now = example;
            for (RowAct act : acts) {
                for (Change change : act.on(now).changes()) {
                    now = after(now, change);
                }
            }
            var changes = new ArrayList<Change>();
            if (!now.tags().equals(example.tags())) {
                changes.add(new Change.SetTags(example.id(), now.tags()));
            }
            if (!now.body().equals(example.body())) {
                changes.add(new Change.SetBody(example.id(), now.body()));
            }
            return changes.isEmpty() ? Result.NONE : new Result(List.copyOf(changes), 1);
        };
    }

    private static Example after(Example example, Change change) {
        return new Example(example.id(), change instanceof Change.SetBody(_, var body) ? body : example.body(),
                example.status(), change instanceof Change.SetTags(_, var tags) ? tags : example.tags(),
                example.generated(), example.origin(), example.remarks());
    }

    public static RowAct status(ExampleStatus status) {
        return example -> example.status() == status
                ? Result.NONE
                : Result.of(new Change.SetStatus(example.id(), status));
    }

    /// Puts a tag beside those that a row has.
    public static RowAct addTag(String tag) {
        return example -> {
            var tags = new ArrayList<>(example.tags());
            tags.add(tag.strip());
            return example.tags().contains(tag.strip()) || tag.isBlank() ? Result.NONE : tags(example, tags);
        };
    }

    public static RowAct removeTag(String tag) {
        return example -> tags(example,
                example.tags().stream().filter(other -> !other.equals(tag.strip())).toList());
    }

    /// These tags and no others.
    public static RowAct setTags(List<String> tags) {
        List<String> clean = tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList();
        return example -> tags(example, clean);
    }

    private static Result tags(Example example, List<String> tags) {
        return tags.equals(example.tags())
                ? Result.NONE
                : Result.of(new Change.SetTags(example.id(), List.copyOf(tags)));
    }

    /// Gives each row this system text: as its first message, or in place of the one that it has.
    public static RowAct system(String text) {
        return example -> body(example, body -> {
            ArrayNode messages = body.withArray("messages");
            if (isSystem(messages.path(0))) {
                ((ObjectNode) messages.get(0)).put("content", text);
            } else {
                messages.insertObject(0).put("role", "system").put("content", text);
            }
        });
    }

    /// Takes all system and developer messages out.
    public static RowAct removeSystem() {
        return example -> body(example, body -> {
            ArrayNode messages = body.withArray("messages");
            for (int index = messages.size() - 1; index >= 0; index--) {
                if (isSystem(messages.path(index))) {
                    messages.remove(index);
                }
            }
        });
    }

    /// 1 to 5; 0 takes the rating away.
    public static RowAct rating(int rating) {
        return example -> example.remarks().rating() == rating
                ? Result.NONE
                : Result.of(new Change.SetRating(example.id(), rating));
    }

    public static RowAct flag(boolean flagged) {
        return example -> example.remarks().flagged() == flagged
                ? Result.NONE
                : Result.of(new Change.SetFlag(example.id(), flagged));
    }

    /// An empty note takes it away.
    public static RowAct note(String note) {
        return example -> example.remarks().note().equals(note.strip())
                ? Result.NONE
                : Result.of(new Change.SetNote(example.id(), note.strip()));
    }

    /// Moves rows to another dataset of the project; the empty name is the main one.
    public static RowAct dataset(String name) {
        return example -> example.remarks().dataset().equals(name.strip())
                ? Result.NONE
                : Result.of(new Change.SetDataset(example.id(), name.strip()));
    }

    /// Puts rows into the bin.
    public static RowAct delete() {
        return example -> Result.of(new Change.Delete(example.id()));
    }

    /// Takes rows out of the bin.
    public static RowAct restore() {
        return example -> Result.of(new Change.Restore(example.id()));
    }

    private static boolean isSystem(JsonNode message) {
        String role = message.path("role").asString("");
        return message.isObject() && (role.equals("system") || role.equals("developer"));
    }

    /// Whether answers are learned: `trained` for all of them, or only for those before the last one.
    public static RowAct weight(boolean trained, boolean butTheLast) {
        return example -> body(example, body -> {
            ArrayNode messages = body.withArray("messages");
            boolean last = butTheLast;
            for (int index = messages.size() - 1; index >= 0; index--) {
                if (messages.get(index) instanceof ObjectNode message
                        && message.path("role").asString("").equals("assistant")) {
                    if (!last) {
                        weigh(message, trained);
                    }
                    last = false;
                }
            }
        });
    }

    /// No weight means 1; it is written only where one stands already.
    private static void weigh(ObjectNode message, boolean trained) {
        if (!trained) {
            message.put("weight", 0);
        } else if (message.has("weight") && message.path("weight").asDouble(1) != 1) {
            message.put("weight", 1);
        }
    }

    private interface BodyEdit {

        void on(ObjectNode body);
    }

    private static Result body(Example example, BodyEdit edit) {
        if (!example.body().path("messages").isArray()) {
            return Result.NONE; // no conversation
        }
        ObjectNode copy = example.body().deepCopy();
        edit.on(copy);
        return Result.body(example, copy, 1);
    }
}
