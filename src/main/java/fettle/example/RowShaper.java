package fettle.example;

import fettle.example.RowReader.Fault;
import fettle.example.RowReader.RawRow;
import fettle.example.shape.Alpaca;
import fettle.example.shape.Mapping;
import fettle.example.shape.Messages;
import fettle.example.shape.Notes;
import fettle.example.shape.Oasst;
import fettle.example.shape.OasstLines;
import fettle.example.shape.Pairs;
import fettle.example.shape.Questions;
import fettle.example.shape.Refused;
import fettle.example.shape.ShareGpt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes chat rows of the rows of a file.
final class RowShaper {

    private static final int MOST_UNUSED = 40;

    private final Recognition file;
    private final Mapping mapping;
    private final Cells cells;
    private final OasstLines<RawRow> lines = new OasstLines<>(OasstLines.MOST);
    private final Set<String> seen = new HashSet<>();
    private final Set<String> unused = new LinkedHashSet<>();

    /// `repairs` say which problems of cells are mended on the way.
    RowShaper(Recognition file, RepairKinds repairs) {
        this.file = file;
        this.mapping = new Mapping(file.shape() == Shape.MAPPED ? file.columns() : java.util.Map.of());
        this.cells = new Cells(repairs);
    }

    /// What became of a row.
    ///
    /// @param made the examples, mostly one; none when the row is refused, and then the last fault says why
    /// @param held whether the row is part of something that is whole only at the end: it is neither kept nor refused, and
    /// [#end] tells what became of it
    /// @param records how many records the row counts as: its instances, else one
    record Shaped(List<Made> made, List<Fault> faults, boolean held, int records) {

        Shaped(List<Made> made, List<Fault> faults) {
            this(made, faults, false, 1);
        }
    }

    /// One example of a row.
    ///
    /// @param json the body as JSON, when that is known as [RawRow] says
    record Made(ObjectNode body, Optional<BodyBytes> json, List<String> tags) {}

    /// What became whole at the end.
    ///
    /// @param raw the row that it began with
    record Late(RawRow raw, Shaped shaped) {}

    /// Shapes a row that could be read.
    Shaped shape(ObjectNode row, RawRow raw) {
        if (file.shape() == Shape.CHAT && raw.row() == 0 && ShapeKeys.isChat(row)) {
            return new Shaped(List.of(new Made(row, raw.json(), List.of())), List.of());
        }
        var faults = new ArrayList<Fault>();
        ObjectNode value = raw.row() > 0 ? cells.unwrapped(row, raw, faults) : row;
        Recognition recognition = file.fits(value) && !(file.shape() == Shape.CHAT && Pairs.fits(value))
                ? file
                : Recognition.ofOne(value).orElse(file);
        note(recognition, value);
        if (recognition.shape() == Shape.OASST && Oasst.isMessage(value)) {
            return hold(value, raw);
        }
        var notes = new Notes();
        List<Made> made = List.of();
        Optional<Refused> refused = Optional.empty();
        try {
            List<String> tags = mapping.tags(value);
            Optional<BodyBytes> json = isVerbatim(recognition, value) ? raw.json() : Optional.empty();
            made = bodies(recognition, value, raw, notes).stream().map(body -> new Made(body, json, tags)).toList();
        } catch (Refused why) {
            refused = Optional.of(why);
        }
        notes.all().forEach(note -> faults.add(Fault.of(raw.line(), 0, note.kind(), note.message())));
        refused.ifPresent(why -> faults.add(Fault.of(raw.line(), 0, why.kind(), why.getMessage())));
        int records = recognition.shape() == Shape.SELF_INSTRUCT ? Math.max(1, made.size()) : 1;
        return new Shaped(made, List.copyOf(faults), false, records);
    }

    /// Keys that no part of an example was made from, as far as was read.
    List<String> unused() {
        return List.copyOf(unused);
    }

    private void note(Recognition recognition, ObjectNode value) {
        if (recognition.shape() != Shape.CHAT && !seen.containsAll(value.propertyNames())
                && unused.size() < MOST_UNUSED) {
            unused.addAll(recognition.unused(value,
                    value.propertyNames().stream().filter(key -> !seen.contains(key)).toList()));
            seen.addAll(value.propertyNames());
        }
    }

    private static boolean isVerbatim(Recognition recognition, ObjectNode value) {
        return (recognition.shape() == Shape.CHAT || recognition.shape() == Shape.KTO) && ShapeKeys.isChat(value);
    }

    private List<ObjectNode> bodies(Recognition recognition, ObjectNode value, RawRow raw, Notes notes) throws Refused {
        return switch (recognition.shape()) {
            case CHAT -> List.of(chat(value, raw));
            case KTO -> List.of(kto(recognition, value, raw));
            case DPO -> List.of(Pairs.read(value));
            case SHAREGPT -> List.of(ShareGpt.read(value, notes));
            case ALPACA -> List.of(filled(Alpaca.read(value, recognition.columns(), notes), raw));
            case PROMPT_COMPLETION, PROMPT_RESPONSE, QUESTION_ANSWER -> List.of(pair(recognition, value, raw));
            case TEXT -> List.of(Messages.body(one("assistant", value.path("text"))));
            case SQUAD -> List.of(Questions.squad(value));
            case SELF_INSTRUCT -> Questions.instances(value, notes);
            case TURNS -> List.of(Questions.turns(value));
            case OASST -> examples(Oasst.tree(value));
            case MAPPED -> List.of(mapping.read(value, raw.row() > 0));
        };
    }

    private static ArrayNode one(String role, JsonNode value) {
        ArrayNode messages = BodyJson.mapper().createArrayNode();
        Messages.append(messages, role, value);
        return messages;
    }

    private ObjectNode chat(ObjectNode value, RawRow raw) throws Refused {
        if (!value.has("messages") && Oasst.isTree(value)) {
            return Oasst.tree(value).best()
                    .orElseThrow(() -> new Refused("missing-answer", "Nobody answered in this tree."));
        }
        if (!value.path("messages").isArray()) {
            String found = raw.row() > 0
                    ? "the cell `messages` is not a JSON list"
                    : value.has("messages") ? "`messages` is not a list" : "it has no `messages`";
            throw new Refused("missing-messages", "This row is no conversation: " + found + ".");
        }
        if (raw.row() == 0) {
            return value;
        }
        ObjectNode body = Messages.body((ArrayNode) value.path("messages"));
        Messages.readTools(value, body);
        Mapping.label(value.path("label")).ifPresent(label -> body.put("label", label));
        return body;
    }

    private ObjectNode kto(Recognition recognition, ObjectNode value, RawRow raw) throws Refused {
        boolean label = Mapping.label(value.path("label"))
                .orElseThrow(() -> new Refused("label", "The `label` of this row says neither true nor false."));
        ObjectNode body = value.path("messages").isArray() ? chat(value, raw) : pair(recognition, value, raw);
        if (!body.path("label").isBoolean()) {
            body.put("label", label);
        }
        return body;
    }

    private ObjectNode pair(Recognition recognition, ObjectNode value, RawRow raw) throws Refused {
        if (ShapeKeys.isStepwise(value)) {
            throw new Refused("stepwise",
                    "This row rates steps one by one (`completions` with `labels`); an example has one answer.");
        }
        var columns = new java.util.LinkedHashMap<>(recognition.columns());
        columns.keySet().retainAll(Set.of("user", "assistant", "system"));
        columns.putIfAbsent("system", "system");
        ObjectNode body = new Mapping(columns).read(value, raw.row() > 0);
        Messages.readTools(value, body);
        return body;
    }

    /// A question or answer of blanks is none in a table.
    private static ObjectNode filled(ObjectNode body, RawRow raw) throws Refused {
        for (JsonNode message : raw.row() > 0 ? body.path("messages") : BodyJson.mapper().createArrayNode()) {
            if (message.path("content").asString("x").isBlank()) {
                String what = Messages.role(message).equals("user") ? "question" : "answer";
                throw new Refused("missing-" + what, "This row has no " + what + ": its cell is empty.");
            }
        }
        return body;
    }

    private static List<ObjectNode> examples(Oasst tree) throws Refused {
        List<ObjectNode> pairs = tree.pairs();
        return !pairs.isEmpty()
                ? pairs
                : List.of(tree.best()
                        .orElseThrow(() -> new Refused("missing-answer", "Nobody answered in this tree.")));
    }

    private Shaped hold(ObjectNode value, RawRow raw) {
        return lines.hold(raw, value)
                ? new Shaped(List.of(), List.of(), true, 1)
                : new Shaped(List.of(), List.of(Fault.of(raw.line(), 0, "too-many-messages",
                        "Messages that lie one by one are held until their trees are whole, and there is no more room"
                                + " for this one. Cut the file between two trees.")));
    }

    /// All that was held, each tree counted as one row; to be asked once, after the last row.
    List<Late> end() {
        return lines.trees().stream().map(tree -> new Late(tree.row(), late(tree))).toList();
    }

    private Shaped late(OasstLines.Tree<RawRow> tree) {
        int line = tree.row().line();
        if (tree.tree().isEmpty()) {
            return new Shaped(List.of(), List.of(Fault.of(line, 0, "missing-parent",
                    "The message that this one answers (`parent_id`) is not in the file; it and what answers it are left"
                            + " out.")));
        }
        try {
            Oasst root = tree.tree().get();
            List<ObjectNode> bodies = file.shape() == Shape.CHAT
                    ? root.best().stream().toList()
                    : examples(root);
            return new Shaped(bodies.stream().map(body -> new Made(body, Optional.empty(), List.of())).toList(),
                    List.of());
        } catch (Refused why) {
            return new Shaped(List.of(), List.of(Fault.of(line, 0, why.kind(), why.getMessage())));
        }
    }
}
