package fettle.ui.control;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Keys as small boxes, shown where they act.
public final class KeyCap {

    private static final boolean MAC = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");

    private KeyCap() {}

    /// The keys of a command, such as "Shortcut+K", "Shift+Shortcut+Z", "G E" or "?", one box each.
    public static HBox caps(String keys) {
        var row = new HBox(4);
        row.getStyleClass().add("key-caps");
        row.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        names(keys).forEach(name -> row.getChildren().add(cap(name)));
        row.setMinWidth(HBox.USE_PREF_SIZE);
        return row;
    }

    /// The keys in one box: "Ctrl K".
    public static Label joined(String keys) {
        return cap(String.join(" ", names(keys)));
    }

    /// The names that people read on their keyboard; of two ways ("J|Down") the first.
    public static List<String> names(String keys) {
        String first = keys.contains("|") ? keys.substring(0, keys.indexOf('|')) : keys;
        return Stream.of(first.split(" ")).flatMap(stroke -> Stream.of(stroke.split("\\+")))
                .map(KeyCap::name).toList();
    }

    private static Label cap(String name) {
        return Labels.whole(name, "key-cap");
    }

    private static String name(String key) {
        return switch (key) {
            case "Shortcut" -> MAC ? "⌘" : "Ctrl";
            case "Alt" -> MAC ? "⌥" : "Alt";
            case "Shift" -> MAC ? "⇧" : "Shift";
            case "Enter" -> "↵";
            case "Up" -> "↑";
            case "Down" -> "↓";
            case "Left" -> "←";
            case "Right" -> "→";
            default -> key;
        };
    }
}
