package fettle.project.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Tells one run of the machine from another.
final class Boot {

    private static final Path LINUX = Path.of("/proc/sys/kernel/random/boot_id");

    private Boot() {}

    /// The same text until the machine starts again; empty where that cannot be told.
    static Optional<String> id() {
        try {
            return Optional.of(Files.readString(LINUX).strip());
        } catch (IOException _) {
            return ProcessHandle.of(1).flatMap(first -> first.info().startInstant()).map(Object::toString);
        }
    }
}
