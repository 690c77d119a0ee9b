package fettle.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.job.Jobs;
import fettle.ui.BlankScreen;
import fettle.ui.MemoryProject;
import fettle.ui.control.Overlay;
import fettle.ui.control.Theme;
import fettle.ui.session.Appearance;
import fettle.ui.session.Place;
import fettle.ui.session.Screen;
import fettle.ui.session.Session;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The frame walked by the keyboard alone, on a real stage of the test platform.
@Tag("screen")
@ExtendWith(ApplicationExtension.class)
final class ShellKeysTest {

    private final Session session = new Session(new Jobs(Platform::runLater), new Jobs(Platform::runLater),
            Platform::runLater);
    private final Overlay overlay = new Overlay();

    @Start
    void show(Stage stage) {
        List<Screen> screens = Stream.of(Place.values()).<Screen>map(BlankScreen::new).toList();
        var view = new ShellView(new ShellViewModel(session, System::currentTimeMillis), screens, overlay);
        session.open(new MemoryProject());
        session.goTo(Place.SOURCES);
        var scene = new Scene(view.root(), 1200, 800);
        Theme.LIGHT.apply(scene, 100);
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
    }

    @Test
    void twoLettersGoToAStepAndThePaletteRunsACommand(FxRobot robot) throws Exception {
        robot.type(KeyCode.G, KeyCode.C);
        until(() -> session.destinationProperty().get().place() == Place.CHUNKS);

        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        until(() -> overlay.showingProperty().get());
        robot.write("theme: light");
        robot.type(KeyCode.ENTER);
        until(() -> !overlay.showingProperty().get());
        assertEquals(Appearance.Choice.DARK, session.appearance().choiceProperty().get());
        assertEquals(Place.CHUNKS, session.destinationProperty().get().place());
    }

    @Test
    void escapeClosesWhatLiesOverTheScreen(FxRobot robot) throws Exception {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        until(() -> overlay.showingProperty().get());
        assertTrue(robot.lookup("#palette-field").query().isFocused());
        robot.type(KeyCode.ESCAPE);
        until(() -> !overlay.showingProperty().get());
        assertFalse(robot.lookup("#palette-field").tryQuery().isPresent());
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition::getAsBoolean);
    }
}
