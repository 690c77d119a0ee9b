package fettle.ui;

import fettle.job.Jobs;
import fettle.ui.control.Overlay;
import fettle.ui.control.Snapshot;
import fettle.ui.control.Theme;
import fettle.ui.session.Screen;
import fettle.ui.session.Session;
import fettle.ui.shell.ShellView;
import fettle.ui.shell.ShellViewModel;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import org.testfx.util.WaitForAsyncUtils;

/// A window without a stage: a session, the frame and some screens, to look at and to ask.
public final class Stand {

    public final Session session = new Session(new Jobs(Platform::runLater), new Jobs(Platform::runLater),
            Platform::runLater);
    public final Overlay overlay = new Overlay();
    public Scene scene;

    private Stand(Function<Stand, List<Screen>> screens) {
        List<Screen> made = screens.apply(this);
        var view = new ShellView(new ShellViewModel(session, System::currentTimeMillis), made, overlay);
        scene = new Scene(view.root(), 1440, 900);
        Theme.LIGHT.apply(scene, 100);
    }

    /// Makes the frame with the screens that `screens` gives.
    public static Stand with(Function<Stand, List<Screen>> screens) throws Exception {
        return Toolkit.on(() -> new Stand(screens));
    }

    /// Runs on the screen thread.
    public void does(Runnable what) throws Exception {
        Toolkit.on(() -> {
            what.run();
            return true;
        });
    }

    /// Waits until `condition` holds on the screen thread, at most ten seconds.
    public void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> Toolkit.on(condition::getAsBoolean));
    }

    /// Draws light and dark at 1440×900, then light at 1200×800 with larger text, into target/pictures.
    public void draws(String name) throws Exception {
        for (Theme theme : Theme.values()) {
            write(name + "-" + theme, draw(1440, 900, theme, 100));
        }
        write(name + "-150", draw(1200, 800, Theme.LIGHT, 150));
        write(name + "-narrow", draw(1024, 700, Theme.DARK, 100));
    }

    /// Draws once more as it is.
    public void drawsOnce(String name) throws Exception {
        write(name, Toolkit.on(() -> {
            Snapshot.of(scene, 1);
            return Snapshot.of(scene, 1);
        }));
    }

    private BufferedImage draw(int width, int height, Theme theme, int percent) throws Exception {
        return Toolkit.on(() -> {
            var root = scene.getRoot();
            scene.setRoot(new Group());
            scene = new Scene(root, width, height);
            theme.apply(scene, percent);
            Snapshot.of(scene, 1); // what is laid out by size needs a second pass
            return Snapshot.of(scene, 1);
        });
    }

    private static void write(String name, BufferedImage picture) throws Exception {
        Snapshot.write(picture, Path.of("target/pictures", name + ".png"));
    }
}
