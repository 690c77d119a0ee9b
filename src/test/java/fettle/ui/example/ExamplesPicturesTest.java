package fettle.ui.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.util.WaitForAsyncUtils;

/// The examples screen drawn as it has to stand; the pictures lie in target/pictures.
@Tag("screen")
final class ExamplesPicturesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"table,1440,900,100", "changes,1440,900,100", "review,1440,900,100", "empty,1440,900,100",
            "filtered,1440,900,100", "table,1200,800,100", "table,1200,800,150", "review,1200,800,150",
            "odd,1440,900,100",
            "through,1440,900,100", "table,1024,700,100", "review,1024,700,100", "keys,1440,900,100",
            "keys,1200,800,150"})
    void drawsTheScreenLightAndDark(String what, int width, int height, int percent) throws Exception {
        for (Theme theme : Theme.values()) {
            try (Project project = Rows.project(folder.resolve(what + theme), what.equals("empty") ? 0 : 60)) {
                var desk = Toolkit.on(() -> new Desk(project, width, height, theme, percent));
                desk.act(what);
                BufferedImage picture = Toolkit.on(desk::draw);
                assertEquals(width, picture.getWidth());
                Snapshot.write(picture, Path.of("target/pictures",
                        "examples-%s-%dx%d-%d-%s.png".formatted(what, width, height, percent, theme)));
            }
        }
    }

    /// A window without a stage.
    private static final class Desk {

        private final Session session = new Session(new Jobs(Platform::runLater), new Jobs(Platform::runLater),
                Platform::runLater);
        private final Scene scene;
        private final Project project;

        Desk(Project project, int width, int height, Theme theme, int percent) {
            this.project = project;
            var overlay = new Overlay();
            var screen = new ExamplesScreen(session, overlay,
                    new ExampleTools(Rows::words, 4096, () -> {}, new OneModel("Yes.")));
            List<Screen> screens = Stream.concat(Stream.of(screen), Stream.of(Place.values())
                    .filter(place -> place != Place.EXAMPLES).<Screen>map(BlankScreen::new)).toList();
            var view = new ShellView(new ShellViewModel(session, System::currentTimeMillis), screens, overlay);
            scene = new Scene(view.root(), width, height);
            theme.apply(scene, percent);
            session.open(project);
            session.goTo(Place.EXAMPLES);
        }

        void act(String what) throws Exception {
            if (what.equals("empty")) {
                until("#empty-import");
                return;
            }
            if (what.equals("odd")) {
                odd();
            }
            until("#turn-2");
            switch (what) {
                case "changes" -> press("#mode-changes");
                case "review", "through" -> review(what);
                case "keys" -> {
                    Toolkit.on(() -> {
                        session.commands().find("keys").orElseThrow().run().run();
                        return true;
                    });
                    until("#key-example-approve");
                    Toolkit.on(() -> {
                        ((fettle.ui.control.WideButton) java.util.Objects
                                .requireNonNull(scene.lookup("#key-example-approve"))).fire();
                        return true;
                    });
                }
                case "filtered" -> {
                    Toolkit.on(() -> {
                        ((javafx.scene.control.TextField) scene.lookup("#filter-field"))
                                .setText("status = draft and tokens 40..180");
                        scene.lookup("#filter-field").fireEvent(new javafx.event.ActionEvent());
                        return true;
                    });
                }
                default -> {}
            }
            settle();
        }

        private void odd() throws Exception {
            var body = fettle.example.BodyJson.read("""
                    {"messages":[{"role":"user","content":[{"type":"text","text":"What is in the picture?"},
                    {"type":"image_url","image_url":{"url":"data:image/png;base64,AA=="}}]},
                    {"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":
                    {"name":"look","arguments":"{\\"where\\":\\"north\\"}"}}]},
                    {"role":"tool","tool_call_id":"c1","content":"A red light."},
                    {"role":"assistant","weight":0,"content":"A red light to the north, %s"}],"tools":[{"type":"function"}]}
                    """.formatted("and a very long word ".repeat(30)));
            long id = project.examples().view(fettle.example.ExampleQuery.ALL).id(0);
            project.examples().apply(List.of(new fettle.example.Change.SetBody(id, body)), "Made it odd");
        }

        private void review(String what) throws Exception {
            Toolkit.on(() -> {
                session.commands().find("example-next").orElseThrow().run().run();
                session.commands().find("review").orElseThrow().run().run();
                return true;
            });
            int steps = what.equals("through") ? 60 : 6;
            for (int step = 0; step < steps; step++) {
                String command = step % 4 == 3 ? "review-reject" : "review-approve";
                int at = step;
                WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> Toolkit.on(() -> {
                    var count = (javafx.scene.control.Label) scene.lookup("#review-count");
                    return count != null && count.getText().startsWith(at + 1 + " of");
                }));
                WaitForAsyncUtils.waitForFxEvents();
                settle();
                Toolkit.on(() -> {
                    session.commands().find(command).orElseThrow().run().run();
                    return true;
                });
            }
        }

        private void press(String button) throws Exception {
            Toolkit.on(() -> {
                ((javafx.scene.control.ButtonBase) scene.lookup(button)).fire();
                return true;
            });
        }

        private void until(String node) throws Exception {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> Toolkit.on(() -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                return scene.lookup(node) != null;
            }));
        }

        /// Until all that was asked for has arrived.
        private void settle() throws Exception {
            for (int round = 0; round < 3; round++) {
                WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> Toolkit.on(session::isQuiet));
                WaitForAsyncUtils.waitForFxEvents();
            }
        }

        BufferedImage draw() {
            return Snapshot.of(scene, 1);
        }
    }
}
