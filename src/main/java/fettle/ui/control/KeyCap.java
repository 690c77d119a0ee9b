package fettle.ui.control;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Keys as small boxes, shown where they act.
public final class KeyCap {

    private KeyCap() {}

    /// The keys of a command, such as "Shortcut+K", "Shift+Shortcut+Z", "G E" or "?", one box each.
    public static HBox caps(String keys) {
        var row = new HBox(4);
        row.getStyleClass().add("key-caps");
        row.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        fill(row, keys);
        row.setMinWidth(HBox.USE_PREF_SIZE);
        return row;
    }

    /// The same, following keys that people may change; takes no room while there are none.
    public static HBox caps(ObservableValue<String> keys) {
        HBox row = caps("");
        keys.subscribe(now -> {
            fill(row, now);
            row.setManaged(!now.isEmpty());
            row.setVisible(!now.isEmpty());
        });
        row.getProperties().put("keys", keys); // the value lives as long as the row
        return row;
    }

    private static void fill(HBox row, String keys) {
        row.getChildren().setAll(names(keys).stream().map(KeyCap::cap).toList());
    }

    /// The keys in one box: "Ctrl K".
    public static Label joined(String keys) {
        return cap(String.join(" ", names(keys)));
    }

    /// The same, following keys that people may change.
    public static Label joined(ObservableValue<String> keys) {
        Label cap = cap("");
        cap.textProperty().bind(keys.map(now -> String.join(" ", names(now))));
        cap.visibleProperty().bind(keys.map(now -> !now.isEmpty()));
        return cap;
    }

    /// The names that people read on their keyboard; of two ways ("J|Down") the first.
    public static List<String> names(String keys) {
        return names(keys, KeyStroke.MAC);
    }

    /// The names on a keyboard of macOS, or of another system.
    static List<String> names(String keys, boolean mac) {
        String first = keys.contains("|") ? keys.substring(0, keys.indexOf('|')) : keys;
        return Stream.of(first.split(" ")).flatMap(stroke -> Stream.of(stroke.split("\\+")))
                .filter(key -> !key.isEmpty()).map(key -> name(key, mac)).toList();
    }

    private static Label cap(String name) {
        return Labels.whole(name, "key-cap");
    }

    private static String name(String key, boolean mac) {
        return switch (key) {
            case "Shortcut" -> mac ? "⌘" : "Ctrl";
            case "Alt" -> mac ? "⌥" : "Alt";
            case "Shift" -> mac ? "⇧" : "Shift";
            case "Ctrl" -> mac ? "⌃" : "Ctrl";
            case "Enter" -> "↵";
            case "Backspace" -> "⌫";
            case "PageDown" -> "PgDn";
            case "PageUp" -> "PgUp";
            case "Up" -> "↑";
            case "Down" -> "↓";
            case "Left" -> "←";
            case "Right" -> "→";
            default -> key;
        };
    }
}
