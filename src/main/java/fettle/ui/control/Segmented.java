package fettle.ui.control;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// One of a few choices, side by side; the chosen one follows a property both ways.
///
/// @param <T> what is chosen
public final class Segmented<T> {

    private final HBox root = new HBox();
    private final ToggleGroup group = new ToggleGroup();
    private final String id;
    private final Function<T, String> words;
    private final Property<T> chosen;

    /// Each choice becomes a button with the id `id-CHOICE` in lower case.
    public Segmented(String id, List<T> choices, Function<T, String> words, Property<T> chosen) {
        this.id = id;
        this.words = words;
        this.chosen = chosen;
        root.getStyleClass().add("segmented");
        root.setId(id);
        choices.forEach(this::add);
        root.setMaxWidth(HBox.USE_PREF_SIZE);
        root.setMinWidth(HBox.USE_PREF_SIZE);
    }

    /// One more choice, at the end.
    public void add(T choice) {
        var button = new ToggleButton(words.apply(choice));
        button.setId(id + "-" + choice.toString().toLowerCase(java.util.Locale.ROOT));
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        button.setToggleGroup(group);
        button.setUserData(choice);
        button.setSelected(choice.equals(chosen.getValue()));
        button.setOnAction(_ -> {
            button.setSelected(true); // a second click does not choose nothing
            chosen.setValue(choice);
        });
        chosen.addListener((_, _, now) -> button.setSelected(choice.equals(now)));
        if (!root.getChildren().isEmpty()) {
            root.getChildren().getLast().getStyleClass().remove("last");
        }
        button.getStyleClass().addAll(root.getChildren().isEmpty() ? List.of("first", "last") : List.of("last"));
        root.getChildren().add(button);
    }

    public Node root() {
        return root;
    }
}
