package fettle.app;

import fettle.job.Outcome;
import fettle.project.HomeSettings;
import fettle.project.HomeSettingsFile;
import fettle.project.Project;
import fettle.ui.control.Theme;
import fettle.ui.session.Appearance;
import fettle.ui.session.Commands;
import fettle.ui.session.Place;
import fettle.ui.session.Session;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.collections.MapChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

/// The window: shows the frame, dresses it light or dark, remembers how the person likes it, and closes in order.
final class Window {

    private static final List<String> ICONS = List.of("fettle-16", "fettle-32", "fettle-64", "fettle-128", "fettle");
    private static final long CLOSING_MILLIS = 10_000;

    private final Wiring wiring;
    private final Stage stage = new Stage();
    private final Frame frame;
    private final HomeSettingsFile settings;
    private final Runnable closed;
    private volatile Map<String, String> keys = Map.of();

    /// Made on the screen thread; `closed` runs when all is put away.
    Window(Wiring wiring, Runnable closed) {
        this.wiring = wiring;
        this.closed = closed;
        this.settings = wiring.settings();
        this.frame = new Frame(wiring, new DesktopChooser(stage), Platform::runLater);
    }

    /// Shows it, with a project if one is given, else with the last one, else with the start screen.
    void show(Optional<Path> project) {
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        var scene = new Scene(frame.root(), Math.min(1440, room.getWidth()), Math.min(900, room.getHeight()));
        stage.setMinWidth(Math.min(1024, room.getWidth()));
        stage.setMinHeight(Math.min(640, room.getHeight()));
        stage.titleProperty().bind(frame.session().projectProperty()
                .map(open -> open.map(Project::name).map(name -> name + " – Fettle").orElse("Fettle")));
        stage.setScene(scene);
        ICONS.forEach(name -> stage.getIcons().add(new Image("/fettle/assets/icons/" + name + ".png")));
        stage.setOnCloseRequest(this::close);
        dress(scene);
        Platform.setImplicitExit(false);
        stage.show();
        frame.session().read(_ -> settings.read(), outcome -> {
            if (outcome instanceof Outcome.Done<HomeSettings>(var remembered)) {
                restore(remembered, project);
            }
            if (Boolean.getBoolean("fettle.leave.when.usable")) {
                leaveWhenUsable();
            }
        });
    }

    Session session() {
        return frame.session();
    }

    /// Whether nothing is being read for the screen, such as how the person likes Fettle.
    boolean quiet() {
        return frame.quiet();
    }

    Commands commands() {
        return frame.session().commands();
    }

    Stage stage() {
        return stage;
    }

    private void dress(Scene scene) {
        Appearance appearance = frame.session().appearance();
        Platform.Preferences system = Platform.getPreferences();
        appearance.systemDarkProperty().bind(system.colorSchemeProperty().map(scheme -> scheme == ColorScheme.DARK));
        Runnable apply = () -> (appearance.darkBinding().get() ? Theme.DARK : Theme.LIGHT).apply(scene,
                appearance.textPercentProperty().get());
        appearance.darkBinding().addListener((_, _, _) -> apply.run());
        appearance.textPercentProperty().addListener((_, _, _) -> apply.run());
        apply.run();
    }

    private void restore(HomeSettings remembered, Optional<Path> asked) {
        Appearance appearance = frame.session().appearance();
        appearance.choiceProperty().set(Appearance.Choice.valueOf(remembered.theme().toUpperCase(Locale.ROOT)));
        appearance.textPercentProperty().set(remembered.textPercent());
        appearance.choiceProperty().addListener((_, _, now) -> remember(
                () -> settings.change(all -> all.withTheme(now.name().toLowerCase(Locale.ROOT)))));
        appearance.textPercentProperty().addListener((_, _, now) -> remember(
                () -> settings.change(all -> all.withTextPercent(now.intValue()))));
        frame.session().offlineProperty().set(remembered.offline());
        frame.session().offlineProperty().addListener((_, _, now) -> remember(
                () -> settings.change(all -> all.withOffline(now))));
        frame.session().commands().restoreKeys(remembered.keys());
        frame.session().commands().changedKeys().addListener((MapChangeListener<String, String>) _ -> rememberKeys());
        asked.or(() -> remembered.recent().stream().findFirst().filter(wiring.shelf()::isProject))
                .ifPresent(this::open);
    }

    private void rememberKeys() {
        keys = Map.copyOf(frame.session().commands().changedKeys());
        remember(() -> settings.change(all -> all.withKeys(keys))); // whichever is written last writes the newest
    }

    private interface Change {

        HomeSettings make() throws java.io.IOException;
    }

    private void remember(Change change) {
        frame.session().read(_ -> change.make(), this::tellFailure);
    }

    private void open(Path folder) {
        Session session = frame.session();
        session.read(_ -> wiring.shelf().open(folder), outcome -> {
            if (outcome instanceof Outcome.Done<Project>(var project)) {
                session.open(project);
                session.goTo(Place.SOURCES);
            }
            tellFailure(outcome);
        });
    }

    private void tellFailure(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Failed<?>(var cause)) {
            frame.session().tell(cause);
        }
    }

    /// Work is asked to stop and may keep what it has; what was typed last is written; the project is let go of; then the
    /// window goes.
    private void close(WindowEvent event) {
        event.consume();
        stage.hide();
        frame.session().read(_ -> {
            frame.stopAll(CLOSING_MILLIS);
            return true;
        }, _ -> {
            frame.session().closeProject();
            leaveWhenQuiet();
        });
    }

    private void leaveWhenQuiet() {
        if (frame.session().isQuiet()) {
            Platform.exit();
            closed.run();
            return;
        }
        var moment = new PauseTransition(Duration.millis(20));
        moment.setOnFinished(_ -> leaveWhenQuiet());
        moment.play();
    }

    /// For measuring the start: tells when the first window can be used, and leaves.
    private void leaveWhenUsable() {
        var drawn = new PauseTransition(Duration.ONE); // one pulse with everything on it
        drawn.setOnFinished(_ -> {
            Instant started = ProcessHandle.current().info().startInstant().orElseThrow();
            double seconds = java.time.Duration.between(started, Instant.now()).toMillis() / 1e3;
            System.out.println("usable after " + seconds + " s");
            Platform.exit();
            closed.run();
        });
        drawn.play();
    }
}
