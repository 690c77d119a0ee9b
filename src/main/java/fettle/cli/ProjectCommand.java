package fettle.cli;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/// A command about one project.
abstract class ProjectCommand extends Command {

    @Parameters(index = "0", paramLabel = "PROJECT", description = "The project's folder.")
    private Path project = Path.of("");

    ProjectCommand(Desk desk) {
        super(desk);
    }

    final Path project() {
        return project;
    }
}
