package fettle.app;

import fettle.cli.Faces;
import fettle.job.ExpectedException;
import fettle.ui.control.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/// The window and the tour.
final class Desktop implements Faces {

    private final Wiring wiring;

    Desktop(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public boolean hasDisplay() {
        return !Display.absent(System.getenv(), System.getProperty("os.name", ""));
    }

    @Override
    public int window(Optional<Path> project) throws IOException {
        var closed = new CountDownLatch(1);
        Display.silenceJavaFx();
        try {
            Platform.startup(() -> new Window(wiring, closed::countDown).show(project));
        } catch (UnsupportedOperationException refused) {
            return withoutWindow(refused);
        }
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /// A display that is named but does not answer, or GTK that is missing: the pictures can still be drawn.
    private static int withoutWindow(UnsupportedOperationException refused) throws IOException {
        String why = String.valueOf(refused.getMessage());
        System.err.println("No window can be shown here (" + why + "). "
                + (why.contains("GTK") ? "Install it with apt-get install -y libgtk-3-0. " : "")
                + "The tour draws the screens instead.");
        try {
            return Restart.drawingInMemory(List.of("tour"));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ExpectedException("stopped", "The tour was stopped.", "", refused);
        }
    }

    @Override
    public TourResult tour(Path out, String theme) throws IOException, InterruptedException {
        Display.silenceJavaFx();
        Display.drawInMemory();
        return new Tour(wiring.environment(), out, theme.equals("dark") ? Theme.DARK : Theme.LIGHT).run();
    }
}
