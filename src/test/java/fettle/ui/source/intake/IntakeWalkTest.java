package fettle.ui.source.intake;

import static fettle.ui.Seen.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.collect.rows.RowFiles;
import fettle.example.ExampleQuery;
import fettle.job.Jobs;
import fettle.project.Project;
import fettle.project.TemporaryProject;
import fettle.ui.BlankScreen;
import fettle.ui.control.Overlay;
import fettle.ui.control.Theme;
import fettle.ui.session.Chooser;
import fettle.ui.session.FxMoment;
import fettle.ui.session.Place;
import fettle.ui.session.Session;
import fettle.ui.shell.ShellView;
import fettle.ui.shell.ShellViewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Imports as people do them, by keyboard alone.
@Tag("screen")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set before each test, in show
final class IntakeWalkTest {

    @TempDir
    private static Path folder;
    private Session session;
    private Project project;
    private IntakeViewModel model;

    @Start
    void show(Stage stage) {
        project = TemporaryProject.create();
        session = new Session(new Jobs(Platform::runLater), new Jobs(Platform::runLater), Platform::runLater);
        var overlay = new Overlay();
        model = new IntakeViewModel(session, new ImportWork(new RowFiles()), new Picks(folder.resolve("out.csv")),
                new IntakeToasts(overlay), FxMoment::new);
        new IntakeView(model, overlay);
        var view = new ShellView(new ShellViewModel(session, System::currentTimeMillis),
                List.of(new BlankScreen(Place.SOURCES)), overlay);
        var scene = new Scene(view.root(), 1200, 800);
        Theme.LIGHT.apply(scene, 100);
        session.open(project);
        session.goTo(Place.SOURCES);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    @Test
    void repairsByKindExportsRefusedImportsAndUndoesByKeys(FxRobot robot) throws Exception {
        look(robot, Faq.faulty(folder));
        String whole = text(robot, "#intake-primary");
        assertTrue(whole.startsWith("Repair "), whole);
        tabTo(robot, "kinds");
        robot.type(KeyCode.SPACE);
        until(() -> !text(robot, "#intake-primary").equals(whole));
        robot.type(KeyCode.SPACE);
        until(() -> text(robot, "#intake-primary").equals(whole));

        robot.type(KeyCode.RIGHT);
        until(() -> robot.lookup("#places").tryQuery().isPresent());
        robot.type(KeyCode.DOWN);
        assertTrue(text(robot, "#place-detail").startsWith("Line "), text(robot, "#place-detail"));
        robot.type(KeyCode.BACK_SPACE);
        until(() -> robot.lookup("#kinds").tryQuery().isPresent());

        tabTo(robot, "kinds");
        int last = robot.lookup("#kinds").queryAs(ListView.class).getItems().size() - 1;
        for (int step = 0; step <= last; step++) {
            robot.type(KeyCode.DOWN);
        }
        robot.type(KeyCode.SPACE);
        until(() -> Files.exists(folder.resolve("out.csv")));
        assertEquals(0, project.examples().size());

        robot.type(KeyCode.ENTER);
        until(() -> project.examples().size() == 18 && robot.lookup("#intake").tryQuery().isEmpty());
        assertTrue(project.examples().find(project.examples().view(ExampleQuery.ALL).id(5)).orElseThrow().body()
                .toString().contains("\"Every 6 days.\""));
        until(() -> robot.lookup("#toast-action").tryQuery().isPresent());
        robot.clickOn(at(robot, "#toast-action"));
        until(() -> project.examples().size() == 0);
    }

    @Test
    void namesOddColumnsByKeys(FxRobot robot) throws Exception {
        Path odd = Faq.odd(folder);
        robot.interact(() -> open(odd));
        until(() -> robot.lookup("#role-user").tryQuery().isPresent());
        assertTrue(robot.lookup("#intake-primary").query().isDisabled());
        until(() -> robot.lookup("#role-user").query().isFocused());
        robot.write("{{k");
        until(() -> robot.lookup("#column-k1").tryQuery().isPresent());
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        until(() -> robot.lookup("#role-user").query().isFocused());
        robot.write(": {{k2}}").type(KeyCode.TAB);
        robot.type(KeyCode.DOWN);
        until(() -> robot.lookup("#column-k3").tryQuery().isPresent());
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.ENTER);
        until(() -> !robot.lookup("#intake-primary").query().isDisabled());
        robot.type(KeyCode.ENTER);
        until(() -> text(robot, "#intake-primary").equals("Import 2"));
        robot.type(KeyCode.ENTER);
        until(() -> project.examples().size() == 2);
        assertEquals("Plants: How often?", project.examples().find(project.examples().view(ExampleQuery.ALL).id(0))
                .orElseThrow().body().path("messages").path(0).path("content").asString(""));
    }

    @Test
    void saysAnotherSeparatorByKeys(FxRobot robot) throws Exception {
        look(robot, Faq.faulty(folder));
        tabTo(robot, "fact-separator");
        robot.type(KeyCode.SPACE);
        until(() -> robot.lookup("#separator-Semicolon").tryQuery().isPresent());
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        until(() -> robot.lookup("#role-user").tryQuery().isPresent());
        assertEquals(1, model.current().orElseThrow().preview().orElseThrow().columns().size());
    }

    @Test
    void escapeLeavesEverythingAsItWas(FxRobot robot) throws Exception {
        look(robot, Faq.faulty(folder));
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup("#intake").tryQuery().isEmpty());
        assertEquals(0, project.examples().size());
        look(robot, Faq.clean(folder, 3));
        assertEquals("Import 3", text(robot, "#intake-primary"));
    }

    @Test
    void aStoppedImportIsDropped(FxRobot robot) throws Exception {
        look(robot, Faq.clean(folder, 60_000));
        robot.type(KeyCode.ENTER);
        until(() -> project.examples().size() > 0);
        robot.interact(model::stop);
        until(() -> text(robot, "#intake-other").startsWith("Drop "));
        tabTo(robot, "intake-other");
        robot.type(KeyCode.ENTER);
        until(() -> project.examples().size() == 0);
    }

    private void look(FxRobot robot, Path file) throws Exception {
        robot.interact(() -> open(file));
        until(() -> robot.lookup("#tile-read").tryQuery().isPresent()
                && !robot.lookup("#intake-primary").query().isDisabled());
    }

    private void open(Path file) {
        model.open(List.of(file));
    }

    private static void tabTo(FxRobot robot, String id) {
        for (int step = 0; step < 20; step++) {
            var owner = robot.lookup("#intake").query().getScene().getFocusOwner();
            if (owner != null && id.equals(owner.getId())) {
                return;
            }
            robot.type(KeyCode.TAB);
        }
        throw new AssertionError(id + " is not reached by Tab");
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    private record Picks(Path target) implements Chooser {

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }

        @Override
        public List<Path> files(String title) {
            return List.of();
        }

        @Override
        public Optional<Path> target(String title, String name) {
            return Optional.of(target);
        }
    }
}
