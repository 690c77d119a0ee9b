package fettle.ui.session;

import fettle.ui.control.KeyCap;
import fettle.ui.control.KeyStroke;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The keys that belong to the desktop, and those that every text field has: Fettle takes none of them.
public enum DesktopKeys {
    LINUX("""
            Alt+Tab, Shift+Alt+Tab, Alt+Esc, Alt+Space, Alt+F1, Alt+F2, Alt+F4, Alt+F6, Alt+F7, Alt+F8, Alt+F10, \
            Alt+Shortcut+Delete, Alt+Shortcut+Backspace, Alt+Shortcut+T, Alt+Shortcut+L, Alt+Shortcut+Up, \
            Alt+Shortcut+Down, Alt+Shortcut+Left, Alt+Shortcut+Right, Shortcut+Tab, Shortcut+Space, Print Screen, \
            Alt+Print Screen, Shift+Print Screen"""),

    WINDOWS("""
            Alt+Tab, Shift+Alt+Tab, Alt+Shortcut+Tab, Alt+Esc, Alt+Space, Alt+F4, Alt+Shortcut+Delete, Shortcut+Esc, \
            Shift+Shortcut+Esc, Shortcut+Tab, Shift+Shortcut+Tab, Print Screen, Alt+Print Screen"""),

    MAC("""
            Shortcut+Q, Shift+Shortcut+Q, Shift+Alt+Shortcut+Q, Ctrl+Shortcut+Q, Shortcut+W, Shortcut+H, \
            Alt+Shortcut+H, Shortcut+M, Alt+Shortcut+M, Shortcut+Tab, Shift+Shortcut+Tab, Shortcut+Space, \
            Alt+Shortcut+Space, Ctrl+Shortcut+Space, Ctrl+Shortcut+F, Shortcut+`, Alt+Shortcut+Esc, Alt+Shortcut+D, \
            Shift+Shortcut+3, Shift+Shortcut+4, Shift+Shortcut+5, Ctrl+Up, Ctrl+Down, Ctrl+Left, Ctrl+Right, \
            Ctrl+Space, Ctrl+Tab, Ctrl+F2, F11""");

    /// What a text field does with them, and so everybody's hands.
    private static final List<String> TEXT = List.of("Shortcut+A", "Shortcut+C", "Shortcut+V", "Shortcut+X");

    private final String chords;

    DesktopKeys(String chords) {
        this.chords = chords;
    }

    /// Those of the machine that this runs on.
    public static DesktopKeys ofThisMachine() {
        if (KeyStroke.MAC) {
            return MAC;
        }
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win") ? WINDOWS : LINUX;
    }

    /// Why a stroke cannot be given to a command, as a sentence; empty when it can.
    public Optional<String> refuse(String stroke) {
        String said = String.join(" ", KeyCap.names(stroke));
        if (stroke.contains("Super+") || stroke.matches("(Alt\\+)?(Shift\\+)?Windows")) {
            return Optional.of("Keys with " + (this == WINDOWS ? "the Windows key" : "Super")
                    + " belong to the desktop. Press others.");
        }
        if (this == LINUX && stroke.matches("Alt\\+Shortcut\\+F\\d+")) {
            return Optional.of(said + " changes to another console. Press other keys.");
        }
        if (List.of(chords.strip().split(", *")).contains(stroke)) {
            return Optional.of(said + " belongs to the desktop. Press other keys.");
        }
        if (TEXT.contains(stroke)) {
            return Optional.of(said + " selects, copies or pastes text everywhere. Press other keys.");
        }
        if (stroke.equals("Tab") || stroke.equals("Shift+Tab")) {
            return Optional.of(said + " goes from field to field. Press another key.");
        }
        return Optional.empty();
    }
}
