package fettle.app;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Whether there is a screen to draw on, found out before JavaFX starts: after a failed start it cannot be started again.
final class Display {

    /// Held, for a logger that nobody holds forgets its level.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Display() {}

    /// Whether the environment names no display. Windows and macOS always have one.
    static boolean absent(Map<String, String> environment, String system) {
        return system.equals("Linux") && System.getProperty("glass.platform", "").isEmpty()
                && environment.getOrDefault("DISPLAY", "").isBlank()
                && environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }

    /// JavaFX warns at each start that it lies on the class path; it does so on purpose.
    static void silenceJavaFx() {
        JAVAFX.setLevel(Level.SEVERE);
    }

    /// Draws into memory from now on. Call before JavaFX starts.
    static void drawInMemory() {
        if (System.getProperty("glass.platform", "").isEmpty()) {
            System.setProperty("glass.platform", "Headless");
        }
        System.setProperty("prism.order", "sw");
        System.setProperty("prism.lcdtext", "false");
    }
}
