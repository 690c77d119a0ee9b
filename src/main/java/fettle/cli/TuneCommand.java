package fettle.cli;

import fettle.example.ExampleQuery;
import fettle.job.ExpectedException;
import fettle.model.TuneModel.Wish;
import fettle.project.Project;
import fettle.tuning.Recipe;
import fettle.tuning.RecipeText;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

@picocli.CommandLine.Command(name = "tune", description = "Tunes a model on the rows that are not rejected.")
final class TuneCommand extends ProjectCommand {

    @Option(names = "--with", paramLabel = "local", description = "Where; this machine by default.")
    private String with = "local";

    @Option(names = "--model", paramLabel = "BASE", required = true, description = "The model that is tuned.")
    private String model = "";

    @Option(names = "--recipe", paramLabel = "FILE", description = "YAML in the names of the Hugging Face Trainer.")
    private @Nullable Path recipe;

    @Option(names = "--follow", description = "Print each step.")
    private boolean follow;

    TuneCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run(Report report) throws Exception {
        if (!with.equals("local")) {
            throw new ExpectedException("no-tuning", "Tuning with " + with + " is not offered.",
                    "Tune on this machine with --with local.");
        }
        try (Project project = open(project())) {
            Recipe cooked = recipe == null
                    ? Recipe.forRows(project.examples().view(ExampleQuery.TRAINED).size())
                    : RecipeText.parse(Files.readString(recipe));
            return new TuningRun(tools(), project, follow).run(new Wish.Begin(model, cooked), report,
                    work -> watch(work));
        }
    }
}
