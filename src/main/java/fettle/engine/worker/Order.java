package fettle.engine.worker;

import fettle.engine.hf.Gpt2Config;
import fettle.tuning.Recipe;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a worker is started for: the first line of its input, `{"work":"tune",…}`. Paths are text.
public sealed interface Order {

    /// Tune a model.
    ///
    /// @param folder of the tuning
    /// @param validation empty for none
    record Tune(String folder, String base, String train, String validation, String output, Recipe recipe,
            boolean resume) implements Order {}

    /// Make a base model: a tokenizer and random weights, trained on plain texts.
    ///
    /// @param folder for metrics and checkpoints
    /// @param validation texts that are only asked
    record Make(String folder, List<String> texts, List<String> validation, String output, Shape shape, Recipe recipe,
            boolean resume) implements Order {

        /// What the model's own folder says of it: file names instead of places.
        Make withoutFolders() {
            return new Make("", names(texts), names(validation), "", shape, recipe, false);
        }

        private static List<String> names(List<String> paths) {
            return paths.stream().map(path -> Path.of(path).getFileName().toString()).toList();
        }
    }

    /// Load a model and answer.
    record Answer(String model) implements Order {}

    /// The size of a new model.
    ///
    /// @param vocabulary tokens, special ones and the 256 bytes counted
    /// @param positions longest text in tokens
    /// @param channels width; a multiple of `heads`
    record Shape(int vocabulary, int positions, int channels, int layers, int heads) {

        public Gpt2Config config() {
            return Gpt2Config.of(vocabulary, positions, channels, layers, heads);
        }
    }

    /// As one line, without its end.
    default String toLine() {
        ObjectNode json = JsonMapper.shared().valueToTree(this);
        return json.put("work", switch (this) {
            case Tune _ -> "tune";
            case Make _ -> "make";
            case Answer _ -> "answer";
        }).toString();
    }

    static Order of(String line) throws JacksonException {
        JsonNode json = JsonMapper.shared().readTree(line);
        Class<? extends Order> kind = switch (json.path("work").asString("")) {
            case "tune" -> Tune.class;
            case "make" -> Make.class;
            case "answer" -> Answer.class;
            default -> throw new IllegalArgumentException("no such work: " + line);
        };
        ((ObjectNode) json).remove("work");
        return JsonMapper.shared().treeToValue(json, kind);
    }
}
