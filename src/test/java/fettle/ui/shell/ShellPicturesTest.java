package fettle.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.job.JobState;
import fettle.job.Jobs;
import fettle.ui.BlankScreen;
import fettle.ui.MemoryProject;
import fettle.ui.Toolkit;
import fettle.ui.control.Overlay;
import fettle.ui.control.Snapshot;
import fettle.ui.control.Theme;
import fettle.ui.session.Place;
import fettle.ui.session.Screen;
import fettle.ui.session.Session;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The frame drawn at every size that it has to stand; the pictures lie in target/pictures.
@Tag("screen")
final class ShellPicturesTest {

    @ParameterizedTest
    @CsvSource({"1440,900,1,100", "1200,800,2,100", "1200,800,1,150", "1024,700,1,100", "1200,800,1,200"})
    void drawsTheFrameLightAndDark(int width, int height, int scale, int percent) throws Exception {
        for (Theme theme : Theme.values()) {
            BufferedImage picture = Toolkit.on(() -> draw(new Drawn(width, height, theme, percent), scale, false));
            assertEquals(width * scale, picture.getWidth());
            String name = "shell-%dx%d@%d-%d-%s.png".formatted(width, height, scale, percent, theme);
            Snapshot.write(picture, Path.of("target/pictures", name));
        }
    }

    @Test
    void drawsThePalette() throws Exception {
        for (Theme theme : Theme.values()) {
            BufferedImage picture = Toolkit.on(() -> draw(new Drawn(1440, 900, theme, 100), 1, true));
            Snapshot.write(picture, Path.of("target/pictures", "palette-%s.png".formatted(theme)));
        }
    }

    private record Drawn(int width, int height, Theme theme, int percent) {}

    private BufferedImage draw(Drawn wanted, int scale, boolean palette) {
        var jobs = new Jobs(Platform::runLater);
        var session = new Session(jobs, new Jobs(Platform::runLater), Platform::runLater);
        var overlay = new Overlay();
        List<Screen> screens = Stream.of(Place.values()).<Screen>map(BlankScreen::new).toList();
        session.open(new MemoryProject());
        session.goTo(Place.SOURCES);
        var view = new ShellView(new ShellViewModel(session, System::currentTimeMillis), screens, overlay);
        var scene = new Scene(view.root(), wanted.width(), wanted.height());
        wanted.theme().apply(scene, wanted.percent());
        if (palette) {
            session.commands().find("palette").orElseThrow().run().run();
        }
        return Snapshot.of(scene, scale);
    }

    @Test
    void tellsTheNewestJobAndCountsTheOthers() {
        var older = new JobState(1, "Import", 0, Optional.empty(), 0, 0, "a.csv", Optional.empty());
        var newer = new JobState(2, "Tuning “answers-v3”", 0, Optional.empty(), 223, 360, "", Optional.empty());
        assertEquals(new StatusLine(2, "Tuning “answers-v3”", "223 of 360 · and 1 more", 223 / 360.0,
                "about 1 min left", true), StatusLine.of(List.of(newer, older), 90_000));
    }
}
