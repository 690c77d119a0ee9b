package fettle.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.ui.NoChooser;
import fettle.ui.Toolkit;
import fettle.ui.control.KeyCapture;
import fettle.ui.control.Snapshot;
import fettle.ui.control.Theme;
import fettle.ui.session.Command;
import fettle.ui.session.Commands;
import fettle.ui.session.DesktopKeys;
import fettle.ui.session.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// The keys of the real window: no two clash as they come, and what people change is there after a restart.
@Tag("screen")
@ExtendWith(ApplicationExtension.class)
final class KeysTest {

    @TempDir
    private Path home;

    private Wiring wiring() {
        return new Wiring(Map.of("FETTLE_HOME", home.toString()));
    }

    @Test
    void noTwoCommandsClashAsTheyCome() throws Exception {
        Commands commands = Toolkit.on(() -> new Frame(wiring(), new NoChooser(), Platform::runLater)).session()
                .commands();
        var clashes = new ArrayList<String>();
        for (Command one : commands.all()) {
            commands.all().stream().filter(other -> !other.id().equals(one.id()) && other.meets(one)
                    && Commands.clash(one.keys(), other.keys()))
                    .forEach(other -> clashes.add(one.id() + " " + other.id()));
        }
        // in the review the key that undoes takes the last decision back, and shows its example again
        clashes.removeAll(List.of("review-take-back undo", "undo review-take-back"));
        assertEquals(List.of(), clashes);
        for (DesktopKeys desktop : DesktopKeys.values()) {
            commands.all().stream()
                    .filter(command -> desktop != DesktopKeys.MAC || !command.id().equals("bulk-replace"))
                    .flatMap(command -> Stream.of(command.keys().split("[| ]"))).forEach(
                            stroke -> assertEquals(Optional.empty(), desktop.refuse(stroke), desktop + " " + stroke));
        }
    }

    @Test
    void aKeyThatIsChangedIsStillChangedAfterARestart(FxRobot robot) throws Exception {
        var first = window();
        Commands commands = first.commands();
        Toolkit.on(() -> {
            first.session().goTo(Place.SETTINGS);
            return true;
        });
        until(() -> node(first, "#key-palette") != null);
        press(first, "#key-palette");
        untilAsked(first);
        strike(first, KeyCode.F7);
        until(() -> keys(commands, "palette").equals("F7"));

        press(first, "#key-palette");
        untilAsked(first);
        robot.type(KeyCode.SLASH); // the search of the examples has it
        until(() -> node(first, "#key-other") != null);
        press(first, "#key-other");
        untilAsked(first);
        robot.press(KeyCode.SHIFT).type(KeyCode.SLASH).release(KeyCode.SHIFT);
        until(() -> node(first, "#key-take") != null);
        draws(first, "keys-clash");
        press(first, "#key-take");
        until(() -> keys(commands, "palette").equals("?") && keys(commands, "keys").isEmpty());
        until(() -> Files.readString(home.resolve("settings.yaml")).contains("palette"));
        draws(first, "keys-changed");

        var second = window();
        until(() -> keys(second.commands(), "palette").equals("?"));
        assertEquals("", keys(second.commands(), "keys"));
        robot.interact(second.stage()::requestFocus);
        robot.press(KeyCode.SHIFT).type(KeyCode.SLASH).release(KeyCode.SHIFT);
        until(() -> node(second, "#palette-field") != null);
        assertTrue(commands.changedKeys().containsKey("keys"));
    }

    /// A window that has read how the person likes it: what is changed before would be put back.
    private Window window() throws Exception {
        Window shown = Toolkit.on(() -> {
            var window = new Window(wiring(), () -> {});
            window.show(Optional.empty());
            window.stage().toFront();
            window.stage().requestFocus();
            return window;
        });
        until(() -> Toolkit.on(shown::quiet));
        return shown;
    }

    /// One stroke, given to what has the focus.
    private static void strike(Window window, KeyCode code) throws Exception {
        Toolkit.on(() -> {
            Event.fireEvent(window.stage().getScene().getFocusOwner(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            return true;
        });
    }

    private static void untilAsked(Window window) throws Exception {
        until(() -> Toolkit.on(() -> window.stage().getScene().getFocusOwner() instanceof KeyCapture));
    }

    /// The keys behind it go to this window: another test's may still have had the focus.
    private static void press(Window window, String id) throws Exception {
        Toolkit.on(() -> {
            window.stage().requestFocus();
            return true;
        });
        until(() -> Toolkit.on(window.stage()::isFocused));
        Toolkit.on(() -> {
            Node node = java.util.Objects.requireNonNull(window.stage().getScene().lookup(id));
            if (node instanceof fettle.ui.control.WideButton wide) {
                wide.fire();
            } else {
                ((javafx.scene.control.ButtonBase) node).fire();
            }
            return true;
        });
    }

    private static @org.jspecify.annotations.Nullable Node node(Window window, String id) throws Exception {
        return Toolkit.on(() -> window.stage().getScene().lookup(id));
    }

    private static String keys(Commands commands, String id) throws Exception {
        return Toolkit.on(() -> commands.find(id).orElseThrow().keys());
    }

    private static void draws(Window window, String name) throws Exception {
        Scene scene = window.stage().getScene();
        for (Theme theme : Theme.values()) {
            var picture = Toolkit.on(() -> {
                theme.apply(scene, 100);
                return Snapshot.of(scene, 1);
            });
            Snapshot.write(picture, Path.of("target/pictures", name + "-" + theme + ".png"));
        }
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, holds);
    }
}
