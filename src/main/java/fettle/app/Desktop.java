package fettle.app;

import fettle.cli.Faces;
import fettle.job.ExpectedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The window and the tour.
final class Desktop implements Faces {

    @Override
    public boolean hasDisplay() {
        return !Display.absent(System.getenv(), System.getProperty("os.name", ""));
    }

    @Override
    public int window(Optional<Path> project) throws IOException {
        throw new ExpectedException("no-window", "This build has no window.",
                "Use the commands; `fettle --help` lists them.");
    }

    @Override
    public TourResult tour(Path out, String theme) throws IOException {
        Display.drawInMemory();
        throw new ExpectedException("no-window", "This build has no tour.",
                "Use the commands; `fettle --help` lists them.");
    }
}
