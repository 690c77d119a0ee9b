package fettle.app;

import fettle.cli.Faces;
import fettle.job.ExpectedException;
import fettle.project.Project;
import fettle.ui.control.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;

/// Drives the whole path on a copy of the sample in a FETTLE_HOME that is thrown away, with no network and no display.
final class Tour {

    private final Map<String, String> environment;
    private final Path out;
    private final Theme theme;

    Tour(Map<String, String> environment, Path out, Theme theme) {
        this.environment = environment;
        this.out = out;
        this.theme = theme;
    }

    /// Runs every step, draws every screen into `out`, and tells how each step went.
    Faces.TourResult run() throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("fettle-tour");
        try {
            return run(home);
        } catch (IOException | InterruptedException | RuntimeException known) {
            throw known;
        } catch (Exception failed) {
            throw new IOException(failed);
        } finally {
            Platform.exit();
            delete(home);
        }
    }

    private Faces.TourResult run(Path home) throws Exception {
        var own = new HashMap<>(environment);
        own.put("FETTLE_HOME", home.toString());
        Platform.setImplicitExit(false);
        Platform.startup(() -> {});
        TourStage stage = TourStage.of(new Wiring(own), out, theme);
        var steps = new ArrayList<Faces.Step>();
        for (TourStep step : TourSteps.all()) {
            if (step.possible(stage)) {
                steps.add(timed(step, stage));
            }
        }
        close(stage);
        return stage.result(List.copyOf(steps));
    }

    private static Faces.Step timed(TourStep step, TourStage stage) throws InterruptedException {
        long begun = System.nanoTime();
        boolean ok = true;
        try {
            step.run(stage);
            ok = stage.asks(() -> stage.session().problemProperty().get().isEmpty());
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception failed) {
            System.err.println(step.name() + ": " + sentence(failed));
            ok = false;
        }
        return new Faces.Step(step.name(), ok, (System.nanoTime() - begun) / 1e9);
    }

    private static String sentence(Exception failed) {
        return failed instanceof ExpectedException expected ? expected.getMessage() : failed.toString();
    }

    private static void close(TourStage stage) throws Exception {
        stage.frame().stopAll(10_000);
        Optional<Project> project = stage.asks(() -> stage.session().projectProperty().get());
        if (project.isPresent()) {
            project.get().close();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
