package fettle.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What has pixels: the window, and the tour that draws it. Implemented where JavaFX is.
public interface Faces {

    /// Whether there is a screen to open a window on.
    boolean hasDisplay();

    /// Opens the window, and returns the exit code when it is closed.
    int window(Optional<Path> project) throws IOException, InterruptedException;

    /// Drives the whole path on the bundled sample and draws each screen into `out`.
    ///
    /// @param theme "light" or "dark"
    TourResult tour(Path out, String theme) throws IOException, InterruptedException;

    /// What a tour did.
    ///
    /// @param firstLoss training loss of the first step, in nats per token
    /// @param lastLoss of the last step
    /// @param answer what the tuned model said
    record TourResult(List<Screen> screens, List<Step> steps, double firstLoss, double lastLoss, String answer) {

        public boolean ok() {
            return steps.stream().allMatch(Step::ok);
        }
    }

    /// One picture.
    ///
    /// @param file relative to the folder
    record Screen(String name, String file) {}

    /// One step of the path.
    record Step(String name, boolean ok, double seconds) {}
}
