package fettle.ui.example;

import static fettle.ui.Seen.at;
import static fettle.ui.Seen.place;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.job.Jobs;
import fettle.project.PlacesFile;
import fettle.project.Project;
import fettle.project.Projects;
import fettle.ui.control.Overlay;
import fettle.ui.control.RangeBars;
import fettle.ui.control.Snapshot;
import fettle.ui.control.Theme;
import fettle.ui.example.table.ExampleTable;
import fettle.ui.session.Place;
import fettle.ui.session.Session;
import fettle.ui.shell.ShellView;
import fettle.ui.shell.ShellViewModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
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
import tools.jackson.databind.node.ObjectNode;

/// Finding rows as people do: by facets and search, by typing, by brushing; and coming back to the same place.
@Tag("screen")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set before each test, in show
final class FindWalkTest {

    @TempDir
    private static Path folder;
    private Path place;
    private Session session;
    private Project project;
    private Stage stage;

    @Start
    void show(Stage shown) throws Exception {
        stage = shown;
        place = folder.resolve("walk" + System.nanoTime());
        open(Rows.project(place, 60));
        stage.show();
    }

    /// A window of its own on the project, as after a start.
    private void open(Project opened) {
        project = opened;
        session = new Session(new Jobs(Platform::runLater), new Jobs(Platform::runLater), Platform::runLater);
        var overlay = new Overlay();
        var screen = new ExamplesScreen(session, overlay,
                new ExampleTools(Rows::words, 4096, () -> {}, new OneModel("Yes.")), new Home());
        var view = new ShellView(new ShellViewModel(session, System::currentTimeMillis), List.of(screen), overlay);
        var scene = new Scene(view.root(), 1440, 900);
        Theme.LIGHT.apply(scene, 100);
        session.open(project);
        session.goTo(Place.EXAMPLES);
        stage.setScene(scene);
    }

    private static final class Home implements PlaceShelf {

        private final PlacesFile file = new PlacesFile(folder.resolve("home"));

        @Override
        public Optional<ObjectNode> read(Path of) {
            return file.read(of);
        }

        @Override
        public void write(Path of, ObjectNode now) throws IOException {
            file.write(of, now);
        }
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    @Test
    void findsByFacetAndSearchAndSelects(FxRobot robot) throws Exception {
        begun(robot);
        robot.clickOn(at(robot, "#facet-status-draft"));
        until(() -> text(robot, ".head-note").startsWith("43 of 60"));
        robot.press(KeyCode.CONTROL);
        robot.clickOn(at(robot, "#facet-status-approved"));
        robot.release(KeyCode.CONTROL);
        until(() -> chips(robot).equals(List.of("status = (draft, approved)")));
        robot.clickOn(at(robot, "#facet-invert-status"));
        until(() -> chips(robot).equals(List.of("status != (draft, approved)")));
        robot.clickOn(at(robot, "#facet-reset-status"));
        until(() -> chips(robot).isEmpty());

        robot.clickOn(at(robot, "#example-search")).write("governor");
        until(() -> text(robot, ".head-note").startsWith("1 of 60, found in"));
        until(() -> robot.lookup(".hit").tryQuery().isPresent());
        assertEquals("governor", robot.lookup(".hit").queryAs(Label.class).getText());
        robot.eraseText(8);
        until(() -> text(robot, ".head-note").equals("60"));

        robot.clickOn(at(robot, "#examples")).push(KeyCode.CONTROL, KeyCode.A);
        until(() -> text(robot, "#selection-words").equals("Everything in this view is selected (60)"));
        robot.type(KeyCode.ESCAPE);
        robot.type(KeyCode.HOME);
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        until(() -> text(robot, "#selection-words").equals("3 of 60 selected"));
        robot.push(KeyCode.CONTROL, KeyCode.DOWN);
        robot.type(KeyCode.SPACE);
        until(() -> text(robot, "#selection-words").equals("4 of 60 selected"));
        robot.interact(() -> picture("walk-find-selection"));
    }

    @Test
    void filtersByTypingWithCompletion(FxRobot robot) throws Exception {
        begun(robot);
        robot.clickOn(at(robot, "#filter-field")).write("sour");
        until(() -> rows(robot).equals(List.of("source")));
        robot.type(KeyCode.TAB);
        until(() -> field(robot).equals("source "));
        robot.type(KeyCode.ENTER);
        until(() -> field(robot).equals("source = "));
        until(() -> rows(robot).contains("lens.md"));
        robot.interact(() -> picture("walk-find-completion"));
        robot.write("tow");
        until(() -> rows(robot).equals(List.of("tower.md")));
        robot.type(KeyCode.TAB).type(KeyCode.ENTER);
        until(() -> chips(robot).equals(List.of("source = tower.md")));
        until(() -> field(robot).isEmpty());

        robot.write("tokns > 8").type(KeyCode.ENTER);
        until(() -> text(robot, "#filter-problem").contains("did you mean `tokens`?"));
        assertEquals("tokns > 8", field(robot));
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("tokens > 8").type(KeyCode.ENTER);
        until(() -> chips(robot).equals(List.of("source = tower.md", "tokens > 8")));

        robot.clickOn(at(robot.lookup(".chip-words").nth(1).<Node>query()));
        until(() -> robot.lookup("#chip-field").tryQuery().isPresent());
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("tokens > 90").type(KeyCode.ENTER);
        until(() -> chips(robot).equals(List.of("source = tower.md", "tokens > 90")));
        String all = text(robot, ".head-note");
        robot.clickOn(at(robot.lookup(".chip-button").nth(0).<Node>query()));
        until(() -> !text(robot, ".head-note").equals(all));
    }

    @Test
    void brushingTheTokensIsAFilter(FxRobot robot) throws Exception {
        begun(robot);
        RangeBars bars = robot.lookup("#token-facet").queryAs(RangeBars.class);
        Bounds on = place(bars);
        robot.moveTo(on.getMinX() + on.getWidth() * 0.3, on.getMinY() + 20).press(MouseButton.PRIMARY)
                .moveTo(on.getMinX() + on.getWidth() * 0.6, on.getMinY() + 20).release(MouseButton.PRIMARY);
        until(() -> chips(robot).size() == 1 && chips(robot).getFirst().matches("tokens \\d+\\.\\.\\d+"));
        String brushed = chips(robot).getFirst();
        robot.type(KeyCode.RIGHT);
        until(() -> !chips(robot).getFirst().equals(brushed));
        robot.type(KeyCode.LEFT);
        until(() -> chips(robot).getFirst().equals(brushed));
        robot.type(KeyCode.DELETE);
        until(() -> chips(robot).isEmpty());
    }

    @Test
    void oneReturnsToTheSamePlaceAfterARestart(FxRobot robot) throws Exception {
        begun(robot);
        robot.clickOn(at(robot, "#filter-field")).write("status = draft").type(KeyCode.ENTER);
        until(() -> text(robot, ".head-note").startsWith("43 of 60"));
        robot.clickOn(at(robot, "#column-tokens"));
        robot.interact(() -> robot.lookup("#columns").queryButton().fire());
        until(() -> robot.lookup("#column-show-tags").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#column-show-tags").queryButton().fire());
        until(() -> robot.lookup("#column-tags").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE);
        robot.clickOn(at(robot, "#facet-fold-tag"));
        robot.interact(() -> robot.lookup("#views").queryButton().fire());
        until(() -> robot.lookup("#view-name").tryQuery().isPresent());
        robot.clickOn(at(robot, "#view-name")).write("My drafts").type(KeyCode.ENTER);
        until(() -> text(robot, "#views").equals("My drafts"));
        robot.clickOn(at(robot, "#examples"));
        for (int row = 0; row < 25; row++) {
            robot.type(KeyCode.DOWN);
        }
        until(() -> session.isQuiet());
        String opened = text(robot, "#editor-title");

        robot.interact(session::closeProject);
        until(() -> session.isQuiet());
        Project again = new Projects(Rows::words).open(place);
        robot.interact(() -> open(again));
        until(() -> chips(robot).equals(List.of("status = draft")));
        until(() -> text(robot, "#editor-title").equals(opened) && session.isQuiet());
        until(() -> text(robot, "#views").equals("My drafts"));
        assertTrue(robot.lookup("#column-tags").tryQuery().isPresent());
        assertTrue(robot.lookup("#facet-tag").query().getStyleClass().contains("folded"));
        assertEquals("-tokens", sorted(again));
        assertTrue(robot.lookup("#examples").queryAs(ExampleTable.class).isVisible());
        robot.interact(() -> picture("walk-find-again"));
    }

    private static String sorted(Project project) throws IOException {
        var view = project.views().read().views().getFirst();
        return (view.descending() ? "-" : "") + view.sort();
    }

    private void begun(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#turn-2").tryQuery().isPresent() && session.isQuiet());
        until(() -> robot.lookup("#facet-status-draft").tryQuery().isPresent());
    }

    private static List<String> chips(FxRobot robot) {
        return robot.lookup(".chip-words").queryAllAs(Labeled.class).stream().map(Labeled::getText).toList();
    }

    private static List<String> rows(FxRobot robot) {
        return robot.lookup(".completion-row .t-mono").queryAllAs(Labeled.class).stream().map(Labeled::getText)
                .toList();
    }

    private static String field(FxRobot robot) {
        return robot.lookup("#filter-field").queryAs(TextInputControl.class).getText();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
    }

    private void picture(String name) {
        try {
            Snapshot.write(Snapshot.of(stage.getScene(), 1), Path.of("target/pictures", name + ".png"));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, holds);
    }
}
