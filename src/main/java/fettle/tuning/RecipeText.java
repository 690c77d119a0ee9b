package fettle.tuning;

import fettle.job.ExpectedException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads a recipe as people write it: YAML in the field's own names, all optional.
public final class RecipeText {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");

    /// Names that other trainers know and this engine does not offer; they may stand there switched off.
    private static final Set<String> NOT_OFFERED = Set.of("packing", "gradient_checkpointing", "bf16",
            "early_stopping_patience", "early_stopping_threshold", "lora", "n_epochs", "batch_size",
            "learning_rate_multiplier", "suffix");

    private static final Map<String, Range> RANGES = Map.ofEntries(
            Map.entry("num_train_epochs", new Range("more than 0", value -> value > 0)),
            Map.entry("max_steps", new Range("at least 0", value -> value >= 0)),
            Map.entry("per_device_train_batch_size", new Range("at least 1", value -> value >= 1)),
            Map.entry("gradient_accumulation_steps", new Range("at least 1", value -> value >= 1)),
            Map.entry("learning_rate", new Range("between 0 and 1", value -> value >= 0 && value <= 1)),
            Map.entry("warmup_steps", new Range("at least 0", value -> value >= 0)),
            Map.entry("warmup_ratio", new Range("between 0 and 1", value -> value >= 0 && value <= 1)),
            Map.entry("weight_decay", new Range("between 0 and 1", value -> value >= 0 && value <= 1)),
            Map.entry("max_grad_norm", new Range("at least 0", value -> value >= 0)),
            Map.entry("adam_beta1", new Range("at least 0 and less than 1", value -> value >= 0 && value < 1)),
            Map.entry("adam_beta2", new Range("at least 0 and less than 1", value -> value >= 0 && value < 1)),
            Map.entry("adam_epsilon", new Range("more than 0", value -> value > 0)),
            Map.entry("max_length", new Range("at least 8", value -> value >= 8)),
            Map.entry("eval_steps", new Range("at least 0", value -> value >= 0)),
            Map.entry("save_steps", new Range("at least 0", value -> value >= 0)),
            Map.entry("logging_steps", new Range("at least 1", value -> value >= 1)),
            Map.entry("save_total_limit", new Range("at least 1", value -> value >= 1)));

    private RecipeText() {}

    private record Range(String words, DoublePredicate holds) {}

    /// The recipe that `yaml` gives, what it leaves out as usual. Throws an [ExpectedException] of kind "recipe" for an
    /// unknown name (naming the nearest), a value out of range, or what is no YAML (naming line and column).
    public static Recipe parse(String yaml) throws ExpectedException {
        ObjectNode all = YAML.valueToTree(Recipe.DEFAULT);
        ObjectNode given = given(yaml);
        for (Map.Entry<String, JsonNode> entry : given.properties()) {
            String name = entry.getKey();
            if (!all.has(name)) {
                requireOff(name, entry.getValue(), all);
                continue;
            }
            check(name, entry.getValue(), all.path(name));
            all.set(name, number(entry.getValue()));
        }
        try {
            return YAML.treeToValue(all, Recipe.class);
        } catch (JacksonException wrong) {
            throw wrong("The recipe cannot be used: " + wrong.getOriginalMessage(), "");
        }
    }

    private static ObjectNode given(String yaml) throws ExpectedException {
        try {
            JsonNode tree = YAML.readTree(yaml);
            if (tree == null || tree.isMissingNode() || tree.isNull()) {
                return YAML.createObjectNode();
            }
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw wrong("The recipe holds no `name: value` lines.", "Write for example `learning_rate: 0.0005`.");
        } catch (JacksonException broken) {
            var place = broken.getLocation();
            String where = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
            throw wrong("The recipe is no YAML" + where + ".", "Write `name: value` lines.");
        }
    }

    private static void requireOff(String name, JsonNode value, ObjectNode known) throws ExpectedException {
        if (!NOT_OFFERED.contains(name)) {
            Set<String> names = new LinkedHashSet<>(known.propertyNames());
            String near = nearest(name, names).map(one -> "; did you mean `" + one + "`?").orElse(".");
            throw wrong("A recipe has no `" + name + "`" + near, "Names are " + String.join(", ", names) + ".");
        }
        boolean off = value.isNull() || (value.isBoolean() && !value.asBoolean());
        if (!off) {
            throw wrong("`" + name + "` is not offered by the engine of this machine.", "Leave it out.");
        }
    }

    private static void check(String name, JsonNode value, JsonNode usual) throws ExpectedException {
        if (usual.isBoolean() ? !value.isBoolean() : usual.isNumber() && !number(value).isNumber()) {
            throw wrong("`" + name + "` is " + (usual.isBoolean() ? "true or false" : "a number") + ", not `"
                    + value.asString("a list") + "`.", "");
        }
        if (usual.isIntegralNumber() && number(value).doubleValue() != Math.rint(number(value).doubleValue())) {
            throw wrong("`" + name + "` is a whole number, not " + value.asString("") + ".", "");
        }
        Range range = RANGES.get(name);
        if (range != null && !range.holds.test(number(value).doubleValue())) {
            throw wrong("`" + name + "` is " + range.words + ", not " + value.asString("") + ".", "");
        }
        Set<String> schedules = Set.of("linear", "cosine", "constant");
        if (name.equals("lr_scheduler_type") && !schedules.contains(value.asString(""))) {
            String near = nearest(value.asString(""), schedules).map(one -> "; did you mean " + one + "?").orElse(".");
            throw wrong("There is no schedule `" + value.asString("") + "`" + near,
                    "It is linear, cosine or constant.");
        }
    }

    /// YAML reads `5e-4` as a text, as it lacks a point; people mean a number.
    private static JsonNode number(JsonNode value) {
        boolean text = value.isString() && NUMBER.matcher(value.stringValue()).matches();
        return text ? YAML.getNodeFactory().numberNode(Double.parseDouble(value.stringValue())) : value;
    }

    /// The name with most pairs of letters in common, when that is more than a third.
    private static Optional<String> nearest(String word, Set<String> names) {
        return names.stream().filter(name -> likeness(word, name) > 0.34)
                .max((one, other) -> Double.compare(likeness(word, one), likeness(word, other)));
    }

    private static double likeness(String one, String other) {
        Set<String> left = pairs(one);
        Set<String> right = pairs(other);
        long shared = left.stream().filter(right::contains).count();
        return 2.0 * shared / Math.max(1, left.size() + right.size());
    }

    private static Set<String> pairs(String word) {
        var pairs = new LinkedHashSet<String>();
        String padded = " " + word.toLowerCase(Locale.ROOT) + " ";
        for (int i = 0; i + 2 <= padded.length(); i++) {
            pairs.add(padded.substring(i, i + 2));
        }
        return pairs;
    }

    private static ExpectedException wrong(String message, String next) {
        return new ExpectedException("recipe", message, next);
    }
}
