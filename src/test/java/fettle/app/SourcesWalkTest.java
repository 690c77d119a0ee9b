package fettle.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.collect.FolderCollector;
import fettle.collect.article.ArticlePages;
import fettle.collect.rows.RowFiles;
import fettle.document.Document;
import fettle.job.Jobs;
import fettle.project.KeyFile;
import fettle.project.Project;
import fettle.project.TemporaryProject;
import fettle.source.Source;
import fettle.ui.BlankScreen;
import fettle.ui.NoChooser;
import fettle.ui.Toolkit;
import fettle.ui.control.Overlay;
import fettle.ui.control.Theme;
import fettle.ui.session.Place;
import fettle.ui.session.Screen;
import fettle.ui.session.Session;
import fettle.ui.shell.ShellView;
import fettle.ui.shell.ShellViewModel;
import fettle.ui.source.SourcesView;
import fettle.ui.source.SourcesViewModel;
import fettle.ui.source.intake.ImportDialogs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The sources screen walked by the keyboard alone, with pages of a server on this machine.
@Tag("screen")
@ExtendWith(ApplicationExtension.class)
final class SourcesWalkTest {

    private final Session session = new Session(new Jobs(Platform::runLater), new Jobs(Platform::runLater),
            Platform::runLater);
    private final Overlay overlay = new Overlay();
    private final Project project = TemporaryProject.create();
    private final LoopbackPages pages = new LoopbackPages();

    @Start
    void show(Stage stage) {
        var work = new PathWork(List.of(pages, new FolderCollector()), new RowFiles(), new ArticlePages(),
                new TokenPlace(Map.of("GITHUB_TOKEN", "x"), new KeyFile(Path.of("."))));
        var sources = new SourcesView(new SourcesViewModel(session, work, new NoChooser(), _ -> {},
                new NoImports()), overlay);
        List<Screen> screens = Stream.of(Place.values())
                .map(place -> place == Place.SOURCES ? sources : new BlankScreen(place)).toList();
        var view = new ShellView(new ShellViewModel(session, System::currentTimeMillis), screens, overlay);
        session.open(project);
        session.goTo(Place.SOURCES);
        var scene = new Scene(view.root(), 1200, 800);
        Theme.LIGHT.apply(scene, 100);
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
    }

    @AfterEach
    void close() throws IOException {
        pages.close();
        project.close();
    }

    @Test
    void addsRefreshesCleansAndRemovesByKeysAlone(FxRobot robot) throws Exception {
        pages.pages.put("/gas", "# Gas\n\nUnburnt g\u200bas comes back.\n");
        Toolkit.on(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT,
                pages.address("/gas") + "\n" + pages.address("/busy"))));
        until(() -> node("#add-addresses") != null);
        shortcut(robot, KeyCode.V);
        until(() -> text("#add-sources").equals("Add 2 site maps"));
        assertEquals("A token for api.github.com is in the environment (GITHUB_TOKEN). It is sent to that host only.",
                text("#add-access"));
        shortcut(robot, KeyCode.ENTER);
        until(() -> rows() == 2 && texts().equals(List.of("# Gas\n\nUnburnt gas comes back.\n")));
        until(() -> labels().contains(pages.address("/busy") + " answered 503."));
        assertTrue(labels().contains("Try again"));

        robot.type(KeyCode.K, KeyCode.J); // where it was, and on to the second
        pages.pages.put("/busy", "# Busy\n\nNo longer.\n");
        robot.type(KeyCode.R);
        until(() -> texts().size() == 2);

        robot.type(KeyCode.K);
        until(() -> node("#source-pane #clean-zero-width") != null && labels().contains("1"));
        tabTo(robot, "clean-zero-width");
        robot.type(KeyCode.SPACE);
        until(() -> texts().contains("# Gas\n\nUnburnt g\u200bas comes back.\n"));
        until(() -> "clean-zero-width".equals(focused())); // what was switched is still at hand
        robot.type(KeyCode.TAB);
        robot.type(KeyCode.ENTER);
        until(() -> node("#cleaning-places") != null);
        robot.type(KeyCode.ESCAPE);

        robot.type(KeyCode.M);
        until(() -> node("#menu-refresh-source") != null);
        int before = pages.asked.get();
        robot.type(KeyCode.ENTER);
        until(() -> pages.asked.get() == before + 1);
        until(() -> session.jobs().stream().noneMatch(job -> job.running()));

        robot.type(KeyCode.DELETE);
        until(() -> text("#confirm-removal").equals("Remove 1 document"));
        robot.type(KeyCode.ENTER);
        until(() -> rows() == 1 && texts().equals(List.of("# Busy\n\nNo longer.\n")));
    }

    private void tabTo(FxRobot robot, String id) throws Exception {
        for (int step = 0; step < 80 && !id.equals(focused()); step++) {
            robot.type(KeyCode.TAB);
        }
        assertEquals(id, focused());
    }

    private String focused() throws Exception {
        return Toolkit.on(() -> scene().getFocusOwner() == null ? "" : String.valueOf(scene().getFocusOwner().getId()));
    }

    private Scene scene() {
        return overlay.root().getScene();
    }

    private static void shortcut(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
    }

    private int rows() throws Exception {
        return Toolkit.on(() -> scene().lookup("#sources") instanceof ListView<?> list ? list.getItems().size() : 0);
    }

    private List<String> labels() throws Exception {
        return Toolkit.on(() -> scene().getRoot().lookupAll(".label").stream().filter(Labeled.class::isInstance)
                .map(label -> ((Labeled) label).getText()).toList());
    }

    private List<String> texts() {
        try {
            return project.documents().documents().stream().map(Document::text).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String text(String id) throws Exception {
        return Toolkit.on(() -> scene().lookup(id) instanceof Labeled labeled ? labeled.getText() : "");
    }

    private @org.jspecify.annotations.Nullable Node node(String selector) throws Exception {
        return Toolkit.on(() -> scene().lookup(selector));
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(15, TimeUnit.SECONDS, holds);
    }

    private static final class NoImports implements ImportDialogs {

        @Override
        public void open(List<Path> files) {}

        @Override
        public void openPasted(String text) {}

        @Override
        public void openReceipt(Source source) {}
    }
}
