package fettle.ui;

import fettle.job.Jobs;
import fettle.ui.control.Overlay;
import fettle.ui.control.Snapshot;
import fettle.ui.control.Theme;
import fettle.ui.session.Place;
import fettle.ui.session.Screen;
import fettle.ui.session.Session;
import fettle.ui.shell.ShellView;
import fettle.ui.shell.ShellViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.testfx.util.WaitForAsyncUtils;

/// A screen in its frame, to be drawn at every size that it has to stand; the pictures lie in target/pictures.
public final class Drawing {

    private static final List<Size> SIZES = List.of(new Size(1440, 900, 1, 100), new Size(1200, 800, 2, 100),
            new Size(1200, 800, 1, 150));

    private record Size(int width, int height, int scale, int percent) {}

    public final Session session;
    public final Overlay overlay = new Overlay();
    private final Scene scene;

    private Drawing(Session session, BiFunction<Session, Overlay, Screen> made, Place place) {
        this.session = session;
        Screen screen = made.apply(session, overlay);
        List<Screen> screens = Stream.of(Place.values())
                .map(each -> each == place ? screen : new BlankScreen(each)).toList();
        session.goTo(place);
        var view = new ShellView(new ShellViewModel(session, System::currentTimeMillis), screens, overlay);
        scene = new Scene(view.root(), 1440, 900);
        Theme.LIGHT.apply(scene, 100);
    }

    /// Opens `project` and shows the screen that `made` makes.
    public static Drawing of(MemoryProject project, Place place, BiFunction<Session, Overlay, Screen> made)
            throws Exception {
        return Toolkit.on(() -> {
            var session = new Session(new Jobs(Platform::runLater), new Jobs(Platform::runLater), Platform::runLater);
            session.open(project);
            return new Drawing(session, made, place);
        });
    }

    public Scene scene() {
        return scene;
    }

    /// Waits until something is on the screen, or anything else that is true of it.
    public Drawing when(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> Toolkit.on(() -> {
            scene.getRoot().applyCss(); // what scrolls is found by its selector only once it is dressed
            scene.getRoot().layout();
            return condition.call();
        }));
        return this;
    }

    public Drawing shows(String selector) throws Exception {
        return when(() -> scene.getRoot().lookup(selector) != null);
    }

    /// Does something on the screen thread.
    public Drawing then(Runnable act) throws Exception {
        Toolkit.on(() -> {
            act.run();
            return true;
        });
        return this;
    }

    /// A light picture and a dark one at the size that is hardest; with `-Dpictures=all` one per theme and size.
    public void pictures(String name) throws Exception {
        boolean all = "all".equals(System.getProperty("pictures"));
        for (Theme theme : Theme.values()) {
            List<Size> few = List.of(theme == Theme.LIGHT ? SIZES.getFirst() : SIZES.getLast());
            for (Size size : all ? SIZES : few) {
                var picture = Toolkit.on(() -> {
                    theme.apply(scene, size.percent());
                    // a scene off stage takes its size from its root
                    overlay.root().setMinSize(size.width(), size.height());
                    overlay.root().setMaxSize(size.width(), size.height());
                    return Snapshot.of(scene, size.scale());
                });
                Snapshot.write(picture, Path.of("target/pictures", "%s-%dx%d@%d-%d-%s.png".formatted(name,
                        size.width(), size.height(), size.scale(), size.percent(), theme)));
            }
        }
    }
}
