package fettle.app;

import fettle.job.ExpectedException;
import fettle.ui.session.Opener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Opens pages and folders with the desktop's own command. Nothing is handed to a shell.
record DesktopOpener(String system) implements Opener {

    DesktopOpener() {
        this(System.getProperty("os.name", ""));
    }

    @Override
    public void open(String place) throws IOException {
        if (!place.matches("(?i)https?://\\S+") && !isPath(place)) {
            throw new ExpectedException("not-found", "There is nothing at " + place + " to open.",
                    "Check whether it was moved.");
        }
        try {
            new ProcessBuilder(command(place)).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException absent) {
            throw new ExpectedException("no-desktop", "This desktop has no command that opens " + place + ".",
                    "Open it by hand.", absent);
        }
    }

    private static boolean isPath(String place) {
        try {
            Path path = Path.of(place);
            return path.isAbsolute() && Files.exists(path);
        } catch (InvalidPathException _) {
            return false;
        }
    }

    /// The command of the system; the place is one argument of it.
    List<String> command(String place) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return List.of("open", place);
        }
        return name.contains("win")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", place)
                : List.of("xdg-open", place);
    }
}
