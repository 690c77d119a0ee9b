package fettle.example;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Checks the calls of a row against the tools of that row. Make one per row: schemas are read once. Not for several
/// threads at a time.
public final class ToolCheck {

    private static final SchemaRegistry REGISTRY = SchemaRegistry
            .withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final int MOST_FINDINGS = 5;

    private final Map<String, JsonNode> tools = new LinkedHashMap<>();
    private final Map<String, Optional<Schema>> schemas = new LinkedHashMap<>();

    /// What is wrong with a call, and where in its text.
    ///
    /// @param sentence what is wrong and what is expected
    /// @param from offset in the arguments, in UTF-16 units
    /// @param to exclusive end; at least `from`
    public record Finding(String sentence, int from, int to) {}

    /// @param tools the value of the row's `tools`: a list of functions, or their JSON as text; anything else is no tool
    public ToolCheck(JsonNode tools) {
        JsonNode list = tools.isString() ? JsonText.read(tools.stringValue()).orElse(tools) : tools;
        for (JsonNode tool : list.isArray() ? list : List.<JsonNode>of()) {
            JsonNode function = tool.path("function").isObject() ? tool.path("function") : tool;
            String name = function.path("name").asString("");
            if (!name.isEmpty()) {
                this.tools.put(name, function);
            }
        }
    }

    /// The names of the tools, in their order.
    public List<String> names() {
        return List.copyOf(tools.keySet());
    }

    /// What a tool is for, in the row's words; empty when the row says nothing.
    public String description(String name) {
        JsonNode tool = tools.get(name);
        return tool == null ? "" : tool.path("description").asString("");
    }

    /// What is wrong with a call; empty when nothing is. A row without tools asks only for JSON.
    public List<Finding> findings(String name, String arguments) {
        Optional<JsonText.Broken> broken = JsonText.problem(arguments);
        if (broken.isPresent()) {
            int at = broken.get().offset();
            int from = at == arguments.length() ? Math.max(0, at - 1) : at;
            return List.of(new Finding(broken.get().sentence(), from, Math.min(arguments.length(), from + 1)));
        }
        JsonNode value = JsonText.read(arguments).orElseThrow();
        if (value.isString()) {
            return List.of(new Finding("The arguments are text around JSON. Take the outer quotes away.", 0,
                    arguments.length()));
        }
        if (tools.isEmpty()) {
            return List.of();
        }
        if (!tools.containsKey(name)) {
            return List.of(new Finding((name.isEmpty()
                    ? "The call names no tool"
                    : "There is no tool “" + name + "” in "
                            + "this row")
                    + "; choose " + String.join(", ", tools.keySet()) + ".", 0, 0));
        }
        return schema(name).map(schema -> againstSchema(schema, arguments, value)).orElse(List.of());
    }

    private Optional<Schema> schema(String name) {
        return schemas.computeIfAbsent(name, _ -> {
            JsonNode tool = tools.get(name);
            JsonNode parameters = tool == null ? null : tool.get("parameters");
            return parameters == null || !parameters.isObject()
                    ? Optional.empty()
                    : Optional.of(REGISTRY.getSchema(parameters));
        });
    }

    private static List<Finding> againstSchema(Schema schema, String arguments, JsonNode value) {
        var findings = new ArrayList<Finding>();
        try {
            Map<String, int[]> places = JsonText.places(arguments);
            for (Error error : schema.validate(value)) {
                if (findings.size() < MOST_FINDINGS) {
                    findings.add(finding(error, places));
                }
            }
        } catch (SchemaException wrong) {
            findings.add(new Finding("The schema of this tool cannot be used: " + wrong.getMessage() + ".", 0, 0));
        }
        return List.copyOf(findings);
    }

    private static Finding finding(Error error, Map<String, int[]> places) {
        String path = error.getInstanceLocation().toString();
        Object property = error.getProperty();
        String child = property == null ? path : path + "/" + property;
        int[] place = places.getOrDefault(error.getKeyword().equals("additionalProperties") ? child : path,
                places.getOrDefault(path, new int[]{0, 0}));
        return new Finding(sentence(error, path, String.valueOf(property)), place[0], place[1]);
    }

    private static String sentence(Error error, String path, String property) {
        String where = path.isEmpty() ? "The arguments" : "“" + path.substring(1).replace('/', '.') + "”";
        String inside = path.isEmpty() ? "" : " in " + where;
        return switch (error.getKeyword()) {
            case "required" -> "“" + property + "” is missing" + inside + "; the tool needs it.";
            case "additionalProperties" -> "The tool does not know “" + property + "”" + inside + ".";
            case "type" -> where + " should be " + argument(error, 1) + ", but is " + argument(error, 0) + ".";
            case "enum" -> where + " should be one of " + argument(error, 0).replaceAll("[\\[\\]]", "") + ".";
            default -> where + " is wrong: it " + error.getMessage().replaceFirst("^[^:]*: ", "") + ".";
        };
    }

    private static String argument(Error error, int index) {
        Object[] arguments = error.getArguments();
        return arguments != null && index < arguments.length ? String.valueOf(arguments[index]) : "something else";
    }
}
