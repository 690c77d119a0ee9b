package fettle.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.Change;
import fettle.ui.NoChooser;
import fettle.ui.Toolkit;
import fettle.ui.control.Snapshot;
import fettle.ui.control.Theme;
import fettle.ui.session.Place;
import fettle.ui.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import tools.jackson.databind.node.ObjectNode;

/// The whole window without a stage, on a FETTLE_HOME of its own.
@Tag("screen")
final class FrameTest {

    @TempDir
    private Path home;

    @Test
    void everyPlaceCanBeVisitedWithTheSampleOpen() throws Exception {
        var thrown = new ConcurrentLinkedQueue<Throwable>();
        var wiring = new Wiring(Map.of("FETTLE_HOME", home.toString()));
        Frame frame = Toolkit.on(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((_, failed) -> thrown.add(failed));
            return new Frame(wiring, new NoChooser(), Platform::runLater);
        });
        Session session = frame.session();
        Scene scene = Toolkit.on(() -> new Scene(frame.root(), 1200, 800));
        does(() -> Theme.LIGHT.apply(scene, 150));
        does(() -> session.commands().find("walk-sample").orElseThrow().run().run());
        until(() -> session.projectProperty().get().isPresent() || session.problemProperty().get().isPresent());
        for (Place place : Place.values()) {
            if (frame.has(place)) {
                does(() -> session.goTo(place));
                until(frame::quiet);
                assertEquals(place, Toolkit.on(() -> session.destinationProperty().get().place()));
                Toolkit.on(() -> Snapshot.of(scene, 1)); // what is laid out by size needs a second pass
                Snapshot.write(Toolkit.on(() -> Snapshot.of(scene, 1)),
                        Path.of("target/pictures", "frame-150-" + place + ".png"));
                assertEquals(Optional.empty(), session.problemProperty().get(), place.title());
            }
        }
        for (String over : new String[]{"palette", "history", "keys", "network-log"}) {
            does(() -> session.commands().find(over).orElseThrow().run().run());
            assertTrue(Toolkit.on(() -> frame.overlay().showingProperty().get()), over);
            does(frame.overlay()::close);
        }
        does(session::closeProject);
        until(frame::quiet);
        assertTrue(thrown.isEmpty(), () -> String.valueOf(thrown.peek()));
    }

    @Test
    void theSwitchReallyTakesTheNetworkOffline() throws Exception {
        var wiring = new Wiring(Map.of("FETTLE_HOME", home.toString()));
        Frame frame = Toolkit.on(() -> new Frame(wiring, new NoChooser(), Platform::runLater));
        does(() -> frame.session().offlineProperty().set(true));
        assertTrue(wiring.web().offline());
        does(() -> frame.session().offlineProperty().set(false));
        assertFalse(wiring.web().offline());
    }

    @Test
    void aFindingLeadsToItsRow() throws Exception {
        var wiring = new Wiring(Map.of("FETTLE_HOME", home.toString()));
        Frame frame = Toolkit.on(() -> new Frame(wiring, new NoChooser(), Platform::runLater));
        Session session = frame.session();
        Scene scene = Toolkit.on(() -> new Scene(frame.root(), 1200, 800));
        does(() -> Theme.LIGHT.apply(scene, 100));
        does(() -> session.commands().find("walk-sample").orElseThrow().run().run());
        until(() -> session.projectProperty().get().isPresent() && frame.quiet());
        var examples = session.projectProperty().get().orElseThrow().examples();
        ObjectNode body = examples.find(5).orElseThrow().body().deepCopy();
        ((ObjectNode) body.path("messages").path(1)).put("content", "");
        examples.apply(List.of(new Change.SetBody(5, body)), "Emptied an answer");

        does(() -> session.goTo(Place.DATASET));
        until(() -> found(scene, "#show-empty_answer") instanceof Button);
        does(() -> ((Button) scene.lookup("#show-empty_answer")).fire());

        until(() -> found(scene, "#editor-title") instanceof Labeled title && title.getText().contains("0005"));
        until(() -> found(scene, ".head-note") instanceof Labeled note && note.getText().startsWith("1 of "));
        until(() -> found(scene, ".filter-chip .chip-words") instanceof Labeled);
        assertEquals("empty answer: 1 row", ((Labeled) scene.lookup(".filter-chip .chip-words")).getText());
        does(session::closeProject);
        until(frame::quiet);
    }

    /// What scrolls or is split is found only once it is dressed.
    private static @Nullable Node found(Scene scene, String selector) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return scene.lookup(selector);
    }

    private static void does(Runnable what) throws Exception {
        Toolkit.on(() -> {
            what.run();
            return true;
        });
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> Toolkit.on(condition::getAsBoolean));
    }
}
