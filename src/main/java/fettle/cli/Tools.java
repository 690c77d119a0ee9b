package fettle.cli;

import fettle.dataset.DatasetFiles;
import fettle.document.Collector;
import fettle.example.RowReader;
import fettle.job.Work;
import fettle.model.Families;
import fettle.model.Model;
import fettle.model.ModelRunner;
import fettle.model.Registry;
import fettle.project.KeyFile;
import fettle.project.Projects;
import fettle.provider.Providers;
import fettle.tuning.Tuner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What commands work with. Each thing is made when it is first asked for, so that a command pays only for what it uses.
public interface Tools {

    /// FETTLE_HOME: all that is not in a project.
    Path home();

    Map<String, String> environment();

    Projects projects();

    /// The providers, with the keys of the environment, of the `.env` in `folder` and of the key store.
    Providers providers(Optional<Path> folder) throws IOException;

    Registry registry();

    /// How models see a row.
    Families families();

    ModelRunner runner();

    Tuner tuner();

    /// Copies the files of a model into a folder that is absent or empty.
    void copyModel(Model model, Path folder) throws IOException, InterruptedException;

    /// Makes a small base model from a recipe file, into `output`.
    Work<Path> makeBase(Path recipe, Path output);

    KeyFile keys();

    /// What reads each kind of source.
    List<Collector> collectors();

    /// A folder that a dataset is written to.
    DatasetFiles files(Path folder);

    /// Reads files of examples.
    RowReader rows();

    Faces faces();
}
