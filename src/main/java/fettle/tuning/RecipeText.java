package fettle.tuning;

import fettle.job.ExpectedException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Recipes as YAML in the field's own names: `learning_rate: 2e-4`. What a file does not say is as usual.
public final class RecipeText {

    private static final YAMLMapper YAML = YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final JsonMapper JSON = JsonMapper.shared();

    /// Names that recipes have elsewhere, with the value that says "not"; any other asks for what this engine lacks.
    private static final Map<String, String> NOT_HERE = new TreeMap<>(Map.of("packing", "false",
            "gradient_checkpointing", "false", "bf16", "false", "early_stopping_patience", "0",
            "early_stopping_threshold", "0", "lora", "null"));

    /// Settings of jobs that run elsewhere.
    private static final Collection<String> HOSTED = java.util.List.of("n_epochs", "batch_size",
            "learning_rate_multiplier", "suffix");

    private RecipeText() {}

    /// Reads a recipe. Throws an [ExpectedException] of kind "recipe" for YAML that cannot be read, a name that there is
    /// not, and a value out of range; it names the nearest right one.
    public static Recipe parse(String yaml) throws ExpectedException {
        return of(tree(yaml));
    }

    /// A recipe that stands within another file, as a map; throws as [#parse] does.
    public static Recipe of(JsonNode file) throws ExpectedException {
        ObjectNode recipe = JSON.valueToTree(Recipe.DEFAULT);
        for (var entry : file.properties()) {
            String word = entry.getKey();
            var field = RecipeField.of(word);
            if (field.isPresent()) {
                set(recipe, field.get(), entry.getValue());
            } else {
                passOver(word, entry.getValue());
            }
        }
        return JSON.treeToValue(recipe, Recipe.class);
    }

    /// All settings of a recipe, one a line.
    public static String write(Recipe recipe) {
        ObjectNode parts = JSON.valueToTree(recipe);
        var yaml = new StringBuilder();
        for (RecipeField field : RecipeField.values()) {
            yaml.append(field.word()).append(": ").append(parts.path(field.part()).asString("")).append('\n');
        }
        return yaml.toString();
    }

    private static JsonNode tree(String yaml) throws ExpectedException {
        try {
            JsonNode file = YAML.readTree(yaml);
            if (file.isMissingNode() || file.isNull() || file.isObject()) {
                return file;
            }
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw wrong("The recipe is not readable YAML" + place + ".", "Write one `name: value` a line.");
        }
        throw wrong("The recipe is not a list of names and values.", "Write one `name: value` a line.");
    }

    private static void passOver(String word, JsonNode value) throws ExpectedException {
        String not = NOT_HERE.get(word);
        if (not != null) {
            if (!value.asString(value.isNull() ? "null" : "").equals(not)) {
                throw wrong("`" + word + "` is not something that tuning on this machine can do.",
                        "Take the line out of the recipe.");
            }
        } else if (HOSTED.contains(word)) {
            throw wrong("`" + word + "` is a setting of jobs that run elsewhere.", word.equals("n_epochs")
                    ? "Use num_train_epochs."
                    : "Take the line out of the recipe.");
        } else {
            Stream<String> known = Stream.of(RecipeField.values()).map(RecipeField::word);
            throw wrong("A recipe has no setting `" + word + "`; the nearest is `" + nearest(word, known) + "`.", "");
        }
    }

    private static void set(ObjectNode recipe, RecipeField field, JsonNode value) throws ExpectedException {
        switch (field.kind) {
            case FLAG -> recipe.put(field.part(), flag(field, value));
            case WORD -> recipe.put(field.part(), word(field, value));
            case WHOLE -> recipe.put(field.part(), number(field, value).longValueExact());
            case NUMBER -> recipe.put(field.part(), number(field, value).doubleValue());
        }
    }

    private static boolean flag(RecipeField field, JsonNode value) throws ExpectedException {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        throw wrong("`" + field.word() + "` is " + shown(value) + ", which is neither true nor false.",
                "Write true or false.");
    }

    private static String word(RecipeField field, JsonNode value) throws ExpectedException {
        String word = value.asString("");
        if (RecipeField.SCHEDULES.contains(word)) {
            return word;
        }
        throw wrong("`" + field.word() + "` is " + shown(value) + ", which there is not; the nearest is "
                + nearest(word, RecipeField.SCHEDULES.stream()) + ".", "");
    }

    private static BigDecimal number(RecipeField field, JsonNode value) throws ExpectedException {
        BigDecimal number;
        try {
            number = new BigDecimal(value.asString("").strip());
        } catch (NumberFormatException _) {
            throw wrong("`" + field.word() + "` is " + shown(value) + ", which is not a number.", "Write a number.");
        }
        boolean whole = field.kind == RecipeField.Kind.WHOLE;
        if (field == RecipeField.MAX_STEPS && number.compareTo(BigDecimal.ONE.negate()) == 0) {
            return BigDecimal.ZERO; // -1 is the Trainer's way to say "by epochs"
        }
        if (number.doubleValue() < field.least) {
            throw wrong(
                    "`" + field.word() + "` is " + shown(value) + ", which is too little; the nearest right value is "
                            + plain(field.least, whole) + ".",
                    "");
        }
        if (number.doubleValue() > field.most) {
            throw wrong("`" + field.word() + "` is " + shown(value) + ", which is too much; the nearest right value is "
                    + plain(field.most, whole) + ".", "");
        }
        if (whole && number.stripTrailingZeros().scale() > 0) {
            throw wrong("`" + field.word() + "` is " + shown(value)
                    + ", which is not a whole number; the nearest right value is "
                    + plain(Math.max(field.least, Math.rint(number.doubleValue())), true) + ".", "");
        }
        return number;
    }

    private static String plain(double number, boolean whole) {
        return whole
                ? Long.toString((long) number)
                : BigDecimal.valueOf(number).stripTrailingZeros().toString();
    }

    private static String shown(JsonNode value) {
        return value.isNull() ? "empty" : value.isValueNode() ? value.asString("") : "a list";
    }

    /// The one that holds the word, such as num_train_epochs for "epochs"; else the one with the fewest edits.
    private static String nearest(String word, Stream<String> known) {
        return known.min(Comparator.comparingInt(name -> name.contains(word) ? 0 : edits(word, name))).orElse("");
    }

    /// How many letters must be changed, added or taken away to make one of the other.
    private static int edits(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int i = 0; i <= to.length(); i++) {
            above[i] = i;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] line = new int[to.length() + 1];
            line[0] = row;
            for (int i = 1; i <= to.length(); i++) {
                int changed = above[i - 1] + (from.charAt(row - 1) == to.charAt(i - 1) ? 0 : 1);
                line[i] = Math.min(changed, 1 + Math.min(above[i], line[i - 1]));
            }
            above = line;
        }
        return above[to.length()];
    }

    private static ExpectedException wrong(String message, String next) {
        return new ExpectedException("recipe", message, next);
    }
}
