package fettle.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The models of this machine: `registry.json` in FETTLE_HOME, and the bundled base. Another process may change it
/// meanwhile; each call reads it anew.
public interface Registry {

    /// Bundled first, then by time.
    List<Model> models() throws IOException;

    Optional<Model> find(String id) throws IOException;

    /// Copies a Hugging Face directory to `FETTLE_HOME/models/<id>` and enters it. The id comes from the folder's name.
    Model add(Path folder) throws IOException;

    /// Enters a model that stays where it is.
    void enter(Model model) throws IOException;

    /// Takes it out; deletes the folder only when it is below FETTLE_HOME or a project's `models/`.
    void delete(String id) throws IOException;

    /// What is wrong with a model's entry, a sentence, such as a folder that is gone; empty when it can be used.
    default Optional<String> problem(Model model) {
        return Optional.empty();
    }
}
