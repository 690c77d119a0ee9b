package fettle.cli;

import fettle.job.ExpectedException;
import fettle.token.TokenException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Set;

/// The exit codes, and which failure has which.
final class Exit {

    static final int DONE = 0;
    static final int PROBLEMS = 1;
    static final int WRONG_USE = 2;
    static final int FAILED = 3;
    static final int STOPPED = 130;

    /// Failures that the person can mend by writing the command another way.
    private static final Set<String> USE = Set.of("usage", "filter", "not-a-project", "exists", "not-empty",
            "not-a-folder", "encoding", "provider", "recipe", "no-such-model", "no-such-row", "no-step",
            "unknown-source",
            "no-such-tuning", "split",
            "unknown-encoding", "shape", "map", "format",
            "template");

    private Exit() {}

    static int of(ExpectedException failure) {
        return USE.contains(failure.kind()) ? WRONG_USE : FAILED;
    }

    /// The failure as a sentence for the person; what is a bug says so.
    static ExpectedException sentence(Throwable cause) {
        return switch (cause) {
            case ExpectedException expected -> expected;
            case TokenException wrong -> new ExpectedException("encoding", wrong.getMessage(), "", wrong);
            case InterruptedException stopped -> new ExpectedException("stopped",
                    "Stopped; what was finished is kept.", "The same command again goes on from there.", stopped);
            case NoSuchFileException absent -> new ExpectedException("absent", absent.getFile() + " does not exist.",
                    "Check the path.", absent);
            case AccessDeniedException denied -> new ExpectedException("denied",
                    denied.getFile() + " may not be read or written.", "Check its permissions.", denied);
            case FileSystemException disk -> new ExpectedException("disk",
                    disk.getFile() + ": " + disk.getReason() + ".", "Check the disk.", disk);
            case IOException disk -> new ExpectedException("disk", "Reading or writing failed: " + disk.getMessage(),
                    "Check the disk, then try again.", disk);
            default -> new ExpectedException("bug", "Fettle made a mistake: " + cause,
                    "Run it again with FETTLE_LOG=debug, and report what it prints.", cause);
        };
    }
}
