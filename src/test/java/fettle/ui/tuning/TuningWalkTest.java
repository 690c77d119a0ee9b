package fettle.ui.tuning;

import static fettle.ui.Seen.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.job.Jobs;
import fettle.tuning.TuningStatus;
import fettle.ui.BlankScreen;
import fettle.ui.MemoryProject;
import fettle.ui.Toolkit;
import fettle.ui.control.LossChart;
import fettle.ui.control.Overlay;
import fettle.ui.control.Theme;
import fettle.ui.session.Place;
import fettle.ui.session.Session;
import fettle.ui.shell.ShellView;
import fettle.ui.shell.ShellViewModel;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A person starts a tuning, reads the curve, stops, and goes on.
@Tag("screen")
final class TuningWalkTest {

    private final FxRobot robot = new FxRobot();
    private final MemoryProject project = TuningPicturesTest.project();

    @BeforeEach
    void openTheWindow() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        Toolkit.on(() -> {
            var session = new Session(new Jobs(Platform::runLater), new Jobs(Platform::runLater), Platform::runLater);
            session.open(project);
            var overlay = new Overlay();
            var screen = new TuningScreen(session, overlay, new TuningPicturesTest.FewModels(List.of("fettle-base")),
                    new ToldWork(), Platform::runLater);
            session.goTo(Place.TUNING);
            var view = new ShellView(new ShellViewModel(session, System::currentTimeMillis),
                    List.of(screen, new BlankScreen(Place.EXAMPLES)), overlay);
            var scene = new Scene(view.root(), 1300, 860);
            Theme.LIGHT.apply(scene, 100);
            stage.setScene(scene);
            stage.show();
            return stage;
        });
    }

    @Test
    void startsReadsTheCurveStopsAndGoesOn() throws Exception {
        robot.clickOn(at(shown("#start-tuning")));
        shown("#stop-tuning");
        LossChart chart = (LossChart) shown("#loss-chart");
        assertEquals("1.20", ((javafx.scene.control.Label) shown("#tile-train-loss").lookup(".tile-value")).getText());

        robot.clickOn(at(chart));
        robot.press(KeyCode.HOME).release(KeyCode.HOME);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        assertEquals(1, chart.readIndex());
        assertTrue(chart.getAccessibleText().startsWith("step 2"), chart.getAccessibleText());

        robot.clickOn(at(robot, "#axis-tokens")).clickOn(at(robot, "#scale-log"));
        robot.clickOn(at(shown("#stop-tuning")));
        Button resume = (Button) shown("#resume-tuning");
        assertFalse(resume.isDisabled());
        assertEquals(TuningStatus.STOPPED, project.tunings.getFirst().status());

        robot.clickOn(at(resume));
        shown("#stop-tuning");
        assertEquals(1, project.tunings.size());
    }

    private Node shown(String selector) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> robot.lookup(selector).queryAll().stream()
                .anyMatch(Node::isVisible));
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(selector).query();
    }
}
