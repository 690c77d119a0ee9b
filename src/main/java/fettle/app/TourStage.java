package fettle.app;

import fettle.cli.Faces;
import fettle.job.ExpectedException;
import fettle.project.Project;
import fettle.ui.control.Snapshot;
import fettle.ui.control.Theme;
import fettle.ui.session.Session;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;

/// Where the tour plays: a frame in a scene that is on no stage, drawn at 1440×900. Its methods are called from outside
/// the screen thread.
final class TourStage {

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final long POLL_MILLIS = 40;

    private final Wiring wiring;
    private final Path out;
    private final Frame frame;
    private final Theme theme;
    private Scene scene;
    private final List<Faces.Screen> screens = new ArrayList<>();
    private double firstLoss = Double.NaN;
    private double lastLoss = Double.NaN;
    private String answer = "";

    private TourStage(Wiring wiring, Path out, Frame frame, Theme theme) {
        this.wiring = wiring;
        this.out = out;
        this.frame = frame;
        this.theme = theme;
        this.scene = new Scene(frame.root(), WIDTH, HEIGHT);
    }

    /// Makes the frame on the screen thread.
    static TourStage of(Wiring wiring, Path out, Theme theme) throws Exception {
        return onScreen(() -> {
            var frame = new Frame(wiring, new NobodyChooses(), Platform::runLater);
            frame.session().appearance().choiceProperty().set(theme == Theme.DARK
                    ? fettle.ui.session.Appearance.Choice.DARK
                    : fettle.ui.session.Appearance.Choice.LIGHT);
            frame.session().offlineProperty().set(true);
            return new TourStage(wiring, out, frame, theme);
        });
    }

    Session session() {
        return frame.session();
    }

    /// The project that is open.
    Project project() throws Exception {
        return asks(() -> session().projectProperty().get().orElseThrow());
    }

    /// A new project without anything in it.
    Project empty() throws IOException {
        return wiring.projects().create(wiring.home().resolve("my-project"));
    }

    /// A small file of rows with faults.
    Path faulty() throws IOException {
        return Sample.faulty(wiring.home());
    }

    Frame frame() {
        return frame;
    }

    /// Does something on the screen thread, and waits until it is done.
    void does(Runnable what) throws Exception {
        onScreen(() -> {
            what.run();
            return true;
        });
    }

    /// Asks something on the screen thread.
    <T> T asks(Callable<T> what) throws Exception {
        return onScreen(what);
    }

    /// Waits until `condition` holds on the screen thread. Throws an [ExpectedException] after so many seconds.
    void until(String what, BooleanSupplier condition, int seconds) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (!onScreen(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new ExpectedException("slow", "The tour waited " + seconds + " seconds for " + what + ".", "");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /// Waits until nothing runs and nothing is read any more. What a reading found may be on its way to the screen for a
    /// moment after its end, and may ask for more there: so it looks again.
    void settle() throws Exception {
        until("the work to end", frame::quiet, 600);
        for (int look = 0; look < 3; look++) {
            Thread.sleep(POLL_MILLIS);
            does(() -> {});
            until("the screen to be read", frame::quiet, 60);
        }
    }

    /// Draws the window into `NN-name.png`.
    void picture(String name) throws Exception {
        settle();
        String file = "%02d-%s.png".formatted(screens.size() + 1, name);
        BufferedImage picture = onScreen(this::draw);
        Snapshot.write(picture, out.resolve(file));
        screens.add(new Faces.Screen(name, file));
    }

    /// A scene without a window has no pulse; in a fresh one everything is styled and laid out anew.
    private BufferedImage draw() {
        scene.setRoot(new Group());
        scene = new Scene(frame.root(), WIDTH, HEIGHT);
        theme.apply(scene, 100);
        Snapshot.of(scene, 1); // what is laid out by size needs a second pass
        return Snapshot.of(scene, 1);
    }

    void tuned(double first, double last) {
        firstLoss = first;
        lastLoss = last;
    }

    void answered(String text) {
        answer = text;
    }

    Faces.TourResult result(List<Faces.Step> steps) {
        return new Faces.TourResult(List.copyOf(screens), steps, firstLoss, lastLoss, answer);
    }

    private static <T> T onScreen(Callable<T> what) throws Exception {
        var task = new FutureTask<>(what);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (java.util.concurrent.ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    /// No desktop is asked in a tour.
    private record NobodyChooses() implements fettle.ui.session.Chooser {

        @Override
        public java.util.Optional<Path> folder(String title) {
            return java.util.Optional.empty();
        }

        @Override
        public List<Path> files(String title) {
            return List.of();
        }
    }
}
