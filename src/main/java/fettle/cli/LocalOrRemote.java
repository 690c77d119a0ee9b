package fettle.cli;

import fettle.job.Nearest;
import fettle.job.ExpectedException;
import fettle.model.Model;
import fettle.model.ModelRunner.Loaded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds what MODEL means: an id of this machine, or PROVIDER/MODEL.
record LocalOrRemote(Tools tools, Report report) {

    /// Gets the model ready. `folder` is where a `.env` may lie.
    Loaded open(String name, Optional<Path> folder) throws IOException, InterruptedException {
        Optional<Model> local = tools.registry().find(name);
        if (local.isPresent()) {
            return tools.runner().load(usable(local.get()));
        }
        int slash = name.indexOf('/');
        if (slash > 0) {
            return Loaded.of(tools.providers(folder).chat(name.substring(0, slash), name.substring(slash + 1),
                    attempt -> report.note(attempt.why() + " Trying again (" + attempt.next() + " of " + attempt.of()
                            + ").")));
        }
        throw absent(tools, name);
    }

    private Model usable(Model model) throws IOException {
        Optional<String> problem = tools.registry().problem(model);
        if (problem.isPresent()) {
            throw new ExpectedException("model-gone", problem.get(), "");
        }
        return model;
    }

    static ExpectedException absent(Tools tools, String name) throws IOException {
        List<String> ids = tools.registry().models().stream().map(Model::id).toList();
        return new ExpectedException("no-such-model", "There is no model " + name + " on this machine"
                + Nearest.to(name, ids).map(near -> "; did you mean " + near + "?").orElse("."),
                "`fettle models` lists those that there are; one of a provider is written PROVIDER/MODEL.");
    }
}
