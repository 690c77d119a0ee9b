package fettle.ui.example;

import fettle.job.Jobs;
import fettle.project.Project;
import fettle.ui.BlankScreen;
import fettle.ui.Toolkit;
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
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import org.testfx.util.WaitForAsyncUtils;

/// The examples screen in its frame, without a stage: to do something with it and to look at it.
final class FindDesk {

    final Session session = new Session(new Jobs(Platform::runLater), new Jobs(Platform::runLater), Platform::runLater);
    final Scene scene;

    private FindDesk(int width, int height, Theme theme, int percent, PlaceShelf places) {
        var overlay = new Overlay();
        var screen = new ExamplesScreen(session, overlay,
                new ExampleTools(Rows::words, 4096, () -> {}, new OneModel("Yes.")), places);
        List<Screen> screens = Stream.concat(Stream.of(screen), Stream.of(Place.values())
                .filter(place -> place != Place.EXAMPLES).<Screen>map(BlankScreen::new)).toList();
        var view = new ShellView(new ShellViewModel(session, System::currentTimeMillis), screens, overlay);
        scene = new Scene(view.root(), width, height);
        theme.apply(scene, percent);
    }

    static FindDesk of(Project project, int width, int height, Theme theme, int percent) throws Exception {
        FindDesk desk = Toolkit.on(() -> new FindDesk(width, height, theme, percent, PlaceShelf.NONE));
        desk.does(() -> {
            desk.session.open(project);
            desk.session.goTo(Place.EXAMPLES);
        });
        desk.until(() -> desk.scene.lookup("#turn-2") != null);
        desk.settle();
        return desk;
    }

    void does(Runnable act) throws Exception {
        Toolkit.on(() -> {
            act.run();
            return true;
        });
    }

    void press(String button) throws Exception {
        does(() -> ((ButtonBase) node(button)).fire());
    }

    Node node(String selector) {
        Node found = scene.lookup(selector);
        if (found == null) {
            throw new AssertionError("There is no " + selector);
        }
        return found;
    }

    void until(Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> Toolkit.on(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return holds.call();
        }));
    }

    /// Until all that was asked for has arrived.
    void settle() throws Exception {
        for (int round = 0; round < 3; round++) {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> Toolkit.on(session::isQuiet));
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    void picture(String name) throws Exception {
        settle();
        var picture = Toolkit.on(() -> {
            Snapshot.of(scene, 1);
            return Snapshot.of(scene, 1);
        });
        Snapshot.write(picture, Path.of("target/pictures", name + ".png"));
    }
}
