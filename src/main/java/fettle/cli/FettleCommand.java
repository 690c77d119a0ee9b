package fettle.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `fettle` alone: the window.
@picocli.CommandLine.Command(name = "fettle", versionProvider = Version.class, description = {
        "Makes datasets from sources, tunes a small model on them, and shows what it learnt.",
        "Without a command it opens the window."})
final class FettleCommand extends Command {

    @Option(names = "--project", paramLabel = "DIR", description = "Open this project in the window.")
    private @Nullable Path project;

    FettleCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run(Report report) throws Exception {
        Faces faces = tools().faces();
        if (faces.hasDisplay()) {
            return faces.window(Optional.ofNullable(project));
        }
        report.note("There is no display here, so no window: the tour draws the screens into " + TourCommand.OUT + ".");
        return TourCommand.draw(faces, TourCommand.OUT, "light", report);
    }
}
