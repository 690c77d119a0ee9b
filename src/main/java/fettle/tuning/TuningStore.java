package fettle.tuning;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The tunings of one project.
public interface TuningStore {

    /// Newest first. One that says it runs but whose process is gone is shown as interrupted.
    List<Tuning> tunings() throws IOException;

    Optional<Tuning> find(String id) throws IOException;

    /// Makes the folder and writes recipe.json; the tuning is running and held by this process.
    Tuning begin(String base, String release, Recipe recipe) throws IOException;

    /// Replaces what is known of a tuning.
    void save(Tuning tuning) throws IOException;

    /// All events so far, in order; a half-written last line is passed over.
    List<TuningEvent> events(String id) throws IOException;
}
