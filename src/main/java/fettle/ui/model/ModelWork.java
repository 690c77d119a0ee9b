package fettle.ui.model;

import fettle.job.Work;
import fettle.model.Model;
import fettle.model.ModelRunner;
import fettle.model.Registry;
import java.nio.file.Path;

/// What the models screen needs of this machine.
public interface ModelWork {

    Registry registry();

    ModelRunner runner();

    /// Writes a model as one Hugging Face directory to `folder`, and returns that.
    Work<Path> export(Model model, Path folder);
}
