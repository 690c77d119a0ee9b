package fettle.engine;

import fettle.disk.AtomicFile;
import fettle.engine.LocalEngine.BasePlan;
import fettle.engine.LocalEngine.Shape;
import fettle.engine.hf.Gpt2Config;
import fettle.engine.hf.HalfPrecision;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.tuning.Recipe;
import fettle.tuning.RecipeText;
import fettle.tuning.Tuner.Plan;
import fettle.tuning.TuningEvent.Ended;
import fettle.tuning.TuningStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Makes a small base model from a recipe file: it reads plain texts, then learns to converse from chat rows. Its weights
/// are kept in half precision.
///
/// @param recipe YAML: `texts` (files, and folders of Markdown), `talk` (chat JSONL), the shape, `dropout`, and the recipes
///        `reading` and `talking`; paths are relative to it
/// @param workplace for checkpoints and metrics
/// @param output where the model goes, a Hugging Face directory
public record MakeBase(LocalEngine engine, Path recipe, Path workplace, Path output) implements Work<Path> {

    @Override
    public Path run(Progress progress) throws IOException, InterruptedException {
        JsonNode wish = wish();
        Path read = workplace.resolve("read");
        Path talked = workplace.resolve("talked");
        var shape = new Shape(number(wish, "vocabulary"), number(wish, "positions"), number(wish, "channels"),
                number(wish, "layers"), number(wish, "heads"));
        var reading = new BasePlan(workplace.resolve("reading"), texts(wish), List.of(), read, shape,
                part(wish, "reading"), false);
        require(engine.makeBase(reading, _ -> {}, progress));
        Path talk = beside(wish.path("talk").asString(""));
        var talking = new Plan(Files.createDirectories(workplace.resolve("talking")), read, talk, Optional.empty(),
                talked, part(wish, "talking"), false);
        require(engine.tune(talking, _ -> {}, progress));
        HalfPrecision.copy(talked, output);
        forget(output, wish.path("dropout").asDouble(0));
        return output;
    }

    private JsonNode wish() throws IOException {
        try {
            return new YAMLMapper().readTree(Files.readString(recipe));
        } catch (JacksonException broken) {
            throw new ExpectedException("recipe", recipe + " is not YAML: " + broken.getOriginalMessage(),
                    "Mend it, or begin from the one of the sample.", broken);
        }
    }

    private int number(JsonNode wish, String name) throws ExpectedException {
        int number = wish.path(name).asInt(0);
        if (number <= 0) {
            throw new ExpectedException("recipe", recipe + " does not say `" + name + "`.", "Give a number above 0.");
        }
        return number;
    }

    /// Lets the model forget a share of what it sees in every tuning of it: it then leans on no single word of a
    /// question.
    private static void forget(Path model, double share) throws IOException {
        ObjectNode config = Gpt2Config.json(model);
        config.put("attn_pdrop", share).put("resid_pdrop", share).put("embd_pdrop", share);
        AtomicFile.write(model.resolve("config.json"), config.toPrettyString() + "\n");
    }

    private static Recipe part(JsonNode wish, String name) throws ExpectedException {
        return RecipeText.parse(wish.path(name).toString());
    }

    private List<Path> texts(JsonNode wish) throws IOException {
        var texts = new ArrayList<Path>();
        for (JsonNode entry : wish.path("texts")) {
            Path place = beside(entry.asString(""));
            if (Files.isDirectory(place)) {
                try (Stream<Path> chapters = Files.list(place)) {
                    chapters.filter(file -> file.toString().endsWith(".md")).sorted().forEach(texts::add);
                }
            } else {
                texts.add(place);
            }
        }
        return texts;
    }

    private Path beside(String name) throws ExpectedException {
        Path place = recipe.toAbsolutePath().resolveSibling(name).normalize();
        if (name.isEmpty() || !Files.exists(place)) {
            throw new ExpectedException("recipe", recipe + " names " + place + ", which is not there.",
                    "Paths are relative to the recipe.");
        }
        return place;
    }

    private static void require(Ended ended) throws IOException, InterruptedException {
        if (ended.status() == TuningStatus.STOPPED) {
            throw new InterruptedException(ended.message());
        }
        if (ended.status() != TuningStatus.SUCCEEDED) {
            throw new ExpectedException("tuning-failed", ended.message(), "");
        }
    }
}
