package fettle.app;

import java.nio.file.Path;
import java.util.Map;

/// Where Fettle keeps what is not in a project.
final class HomeFolder {

    private HomeFolder() {}

    /// FETTLE_HOME, else the usual place of this operating system.
    static Path of(Map<String, String> environment, String system, Path userHome) {
        String asked = environment.getOrDefault("FETTLE_HOME", "").strip();
        if (!asked.isEmpty()) {
            return Path.of(asked).toAbsolutePath().normalize();
        }
        if (system.startsWith("Windows")) {
            String local = environment.get("LOCALAPPDATA");
            return (local == null ? userHome.resolve("AppData").resolve("Local") : Path.of(local)).resolve("Fettle");
        }
        if (system.startsWith("Mac")) {
            return userHome.resolve("Library").resolve("Application Support").resolve("Fettle");
        }
        return userHome.resolve(".local").resolve("share").resolve("fettle");
    }
}
