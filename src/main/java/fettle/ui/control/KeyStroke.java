package fettle.ui.control;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The name of one stroke as commands write it: "Shift+Shortcut+Z", "G", "?".
public final class KeyStroke {

    /// Whether this machine calls its shortcut key ⌘.
    public static final boolean MAC = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");

    private KeyStroke() {}

    /// Empty for a modifier alone. "Shortcut" is Ctrl, and ⌘ on macOS; "Super" is the desktop's own key; "Ctrl" stands
    /// only on macOS, beside ⌘.
    public static String of(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code.isModifierKey() || code == KeyCode.UNDEFINED) {
            return "";
        }
        String name = name(code, event.isShiftDown());
        boolean shiftCounts = event.isShiftDown() && !name.equals("?") && !name.equals("=");
        return (shiftCounts ? "Shift+" : "") + (event.isAltDown() ? "Alt+" : "")
                + (MAC && event.isControlDown() ? "Ctrl+" : "") + (!MAC && event.isMetaDown() ? "Super+" : "")
                + (event.isShortcutDown() ? "Shortcut+" : "") + name;
    }

    private static String name(KeyCode code, boolean shift) {
        return switch (code) {
            case SLASH -> shift ? "?" : "/";
            case COMMA -> ",";
            case PERIOD -> ".";
            case EQUALS, PLUS, ADD -> "=";
            case MINUS, SUBTRACT -> "-";
            case OPEN_BRACKET -> "[";
            case CLOSE_BRACKET -> "]";
            case ENTER -> "Enter";
            case SPACE -> "Space";
            case BACK_SPACE -> "Backspace";
            case DELETE -> "Delete";
            case UP -> "Up";
            case DOWN -> "Down";
            case LEFT -> "Left";
            case RIGHT -> "Right";
            case PAGE_UP -> "PageUp";
            case PAGE_DOWN -> "PageDown";
            case ESCAPE -> "Esc";
            case TAB -> "Tab";
            default -> code.isLetterKey() || code.isDigitKey()
                    ? code.getChar().toUpperCase(Locale.ROOT)
                    : code.getName();
        };
    }
}
