package fettle.example.shape;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Which columns make which turns, as a person said it. A value is a column, a text with `{{column}}` in it, in quotes or
/// without, or, for the system's, a text in quotes.
public final class Mapping {

    private static final Pattern TURN = Pattern.compile("(system|user|assistant)([2-9]|[1-9][0-9])?");
    private static final Pattern COLUMN = Pattern.compile("\\{\\{\\s*(.+?)\\s*\\}\\}");
    private static final Set<String> YES = Set.of("true", "1", "yes", "good", "chosen", "desirable");
    private static final Set<String> NO = Set.of("false", "0", "no", "bad", "rejected", "undesirable");

    private final Map<String, String> map;
    private final List<String> turns;

    public Mapping(Map<String, String> map) {
        this.map = map;
        var ordered = new TreeMap<Integer, String>();
        for (String target : map.keySet()) {
            Matcher turn = TURN.matcher(target);
            if (turn.matches()) {
                int number = turn.group(2) == null ? 1 : Integer.parseInt(turn.group(2));
                ordered.put(number * 3 + List.of("system", "user", "assistant").indexOf(turn.group(1)), target);
            }
        }
        this.turns = List.copyOf(ordered.values());
    }

    /// Whether a mapping may name this target.
    public static boolean isTarget(String target) {
        return TURN.matcher(target).matches() || List.of("rejected", "label", "tag", "tools").contains(target);
    }

    /// The columns that it takes anything from.
    public Set<String> columns() {
        var columns = new LinkedHashSet<String>();
        map.forEach((target, value) -> columns.addAll(columns(target, value)));
        return columns;
    }

    private static List<String> columns(String target, String value) {
        var columns = new ArrayList<String>();
        Matcher found = COLUMN.matcher(value);
        while (found.find()) {
            columns.add(found.group(1));
        }
        return !columns.isEmpty() || isLiteral(target, value)
                ? columns
                : target.equals("tag") ? List.of(value.split("\\+")) : List.of(value);
    }

    private static boolean isLiteral(String target, String value) {
        return target.startsWith("system") && value.startsWith("\"") && value.endsWith("\"") && value.length() > 1;
    }

    /// The row as a body. With `whole`, a question or answer of blanks is none.
    public ObjectNode read(ObjectNode row, boolean whole) throws Refused {
        ArrayNode messages = ExactJson.list();
        for (String target : turns) {
            JsonNode value = value(target, row);
            String role = TURN.matcher(target).replaceAll("$1");
            boolean first = target.equals("user") || target.equals("assistant");
            if (first) {
                required(target, value, whole);
            }
            if (first || Messages.isFilled(value)) {
                Messages.append(messages, role, value);
            }
        }
        ObjectNode body = Messages.body(messages);
        Messages.tools(value("tools", row)).ifPresent(tools -> body.set("tools", tools));
        rejected(row, body);
        label(row, body);
        return body;
    }

    private void required(String target, JsonNode value, boolean whole) throws Refused {
        boolean absent = value.isMissingNode() || value.isNull();
        if (absent || (whole && value.asString("x").isBlank())) {
            String what = target.equals("user") ? "question" : "answer";
            throw new Refused("missing-" + what, "This row has no " + what + ": `" + map.getOrDefault(target, target)
                    + "` is " + (absent ? "absent." : "empty."));
        }
    }

    private void rejected(ObjectNode row, ObjectNode body) throws Refused {
        if (!map.containsKey("rejected")) {
            return;
        }
        JsonNode value = value("rejected", row);
        if (!Messages.isFilled(value)) {
            throw new Refused("missing-answer",
                    "This row has no rejected answer: `" + map.getOrDefault("rejected", "") + "` is empty.");
        }
        ArrayNode rejected = ExactJson.list();
        Messages.append(rejected, "assistant", value);
        Pairs.reject(body, 1, rejected);
    }

    private void label(ObjectNode row, ObjectNode body) throws Refused {
        if (map.containsKey("label")) {
            JsonNode value = value("label", row);
            body.put("label", label(value).orElseThrow(() -> new Refused("label", "`" + map.getOrDefault("label", "")
                    + "` says neither true nor false: " + shortened(Messages.text(value)) + ".")));
        }
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text.isBlank() ? "it is empty" : text;
    }

    /// Whether a value says yes or no; empty when it says neither.
    public static Optional<Boolean> label(JsonNode value) {
        String word = Messages.text(value).strip().toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Optional.of(true) : NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    /// The tags of a row.
    public List<String> tags(ObjectNode row) {
        var tags = new ArrayList<String>();
        String value = map.getOrDefault("tag", "");
        if (value.contains("{{")) {
            tags.add(filled(value, row).asString("").strip());
        } else if (!value.isEmpty()) {
            for (String column : row.has(value) ? List.of(value) : List.of(value.split("\\+"))) {
                JsonNode cell = row.path(column.strip());
                (cell.isArray() ? cell : ExactJson.list().add(cell))
                        .forEach(tag -> tags.add(Messages.isFilled(tag) ? Messages.text(tag).strip() : ""));
            }
        }
        tags.removeIf(String::isEmpty);
        return tags.stream().distinct().toList();
    }

    private JsonNode value(String target, ObjectNode row) {
        String value = map.getOrDefault(target, "");
        boolean quoted = value.startsWith("\"") && value.endsWith("\"") && value.length() > 1;
        if (quoted && (isLiteral(target, value) || COLUMN.matcher(value).find())) {
            String text = value.substring(1, value.length() - 1);
            return COLUMN.matcher(text).find() ? filled(text, row) : text(text);
        }
        if (COLUMN.matcher(value).find() && !row.has(value)) {
            return filled(value, row);
        }
        JsonNode cell = row.path(value);
        boolean answers = cell.isArray() && cell.path(0).has("text") && !cell.path(0).has("role");
        return answers ? text(Questions.answer(cell)) : cell;
    }

    /// The text with its columns filled in; blank when all of these are.
    private static JsonNode filled(String template, ObjectNode row) {
        Matcher found = COLUMN.matcher(template);
        boolean[] any = {false};
        String text = found.replaceAll(hole -> {
            JsonNode cell = row.path(hole.group(1));
            any[0] |= Messages.isFilled(cell);
            return Matcher.quoteReplacement(cell.isNull() ? "" : Messages.text(cell));
        });
        return text(any[0] ? text : "");
    }

    private static JsonNode text(String text) {
        return ExactJson.mapper().getNodeFactory().stringNode(text);
    }
}
