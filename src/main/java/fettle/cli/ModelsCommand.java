package fettle.cli;

import fettle.model.Model;
import fettle.model.Registry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@picocli.CommandLine.Command(name = "models", description = "The models of this machine.")
final class ModelsCommand extends Command {

    @Parameters(index = "0", arity = "0..1", paramLabel = "list|show|add|delete|export|make", description = "list by default.")
    private String action = "list";

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID|DIR|RECIPE", description = "A model, for `add` its folder, for `make` a recipe.")
    private String what = "";

    @Parameters(index = "2", arity = "0..1", paramLabel = "DIR", description = "For `make`: where the model goes.")
    private String where = "";

    @Option(names = "--merged", paramLabel = "DIR", description = "For `export`: a folder that transformers loads.")
    private @Nullable Path merged;

    ModelsCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run(Report report) throws Exception {
        Registry registry = tools().registry();
        switch (action) {
            case "list" -> list(registry, report);
            case "show" -> show(model(registry), report);
            case "add" -> {
                Model added = registry.add(Path.of(required()));
                report.fields().put("id", added.id());
                report.say("Added %s.", added.id());
            }
            case "delete" -> {
                String id = model(registry).id();
                registry.delete(id);
                report.fields().put("id", id).put("deleted", true);
                report.say("Deleted %s.", id);
            }
            case "export" -> export(model(registry), report);
            case "make" -> make(report);
            default -> throw new WrongUse("`fettle models " + action + "` means nothing.",
                    "It is list, show, add, delete, export or make.");
        }
        return Exit.DONE;
    }

    private void list(Registry registry, Report report) throws IOException {
        ArrayNode models = report.fields().putArray("models");
        for (Model model : registry.models()) {
            put(model, models.addObject());
            report.say("%-32s %s", model.id(), registry.problem(model).orElse(
                    model.lineage().map(lineage -> "tuned from " + lineage.base()).orElse("")));
        }
    }

    private static void show(Model model, Report report) {
        put(model, report.fields());
        report.say("%s in %s", model.id(), model.folder());
        model.lineage().ifPresent(lineage -> report.say(
                "Tuned from %s in %d steps on the release %s of %s; loss %.3f, on validation %.3f.", lineage.base(),
                lineage.steps(), lineage.release(), lineage.project(), lineage.trainLoss(), lineage.validationLoss()));
    }

    private static void put(Model model, ObjectNode json) {
        json.put("id", model.id()).put("object", "model").put("created", model.createdMillis() / 1000);
        json.put("owned_by", model.tuned() ? "you" : "fettle").put("folder", model.folder().toString());
        json.put("tuned", model.tuned()).put("createdAt", Instant.ofEpochMilli(model.createdMillis()).toString());
        model.lineage().ifPresent(lineage -> {
            ObjectNode node = json.putObject("lineage").put("base", lineage.base()).put("tuning", lineage.tuning())
                    .put("project", lineage.project()).put("release", lineage.release())
                    .put("trainSha256", lineage.trainSha256()).put("steps", lineage.steps());
            Numbers.put(node, "trainLoss", lineage.trainLoss());
            Numbers.put(node, "validationLoss", lineage.validationLoss());
        });
    }

    private void export(Model model, Report report) throws Exception {
        if (merged == null) {
            throw new WrongUse("Where shall the model go?", "Give --merged DIR.");
        }
        Path out = merged;
        tools().copyModel(model, out);
        report.fields().put("id", model.id()).put("path", out.toAbsolutePath().normalize().toString());
        report.say("Written to %s.", out.toAbsolutePath().normalize());
    }

    /// Makes a small base model from texts.
    private void make(Report report) throws Exception {
        if (where.isEmpty()) {
            throw new WrongUse("`fettle models make` needs a recipe and a folder.",
                    "Name the folder after the recipe.");
        }
        Path out = watch(tools().makeBase(Path.of(required()), Path.of(where)));
        report.fields().put("path", out.toAbsolutePath().normalize().toString());
        report.say("Made %s.", out.toAbsolutePath().normalize());
    }

    private Model model(Registry registry) throws IOException {
        Optional<Model> found = registry.find(required());
        if (found.isEmpty()) {
            throw LocalOrRemote.absent(tools(), what);
        }
        return found.get();
    }

    private String required() throws WrongUse {
        if (what.isEmpty()) {
            throw new WrongUse("`fettle models " + action + "` needs to know which.", "Name it after " + action + ".");
        }
        return what;
    }
}
