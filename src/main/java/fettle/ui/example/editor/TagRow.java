package fettle.ui.example.editor;

import fettle.example.Example;
import fettle.example.ExampleQuery;
import fettle.example.FacetCounts;
import fettle.ui.control.Buttons;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.session.Reading;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// The tags of the open example as chips, with a field that completes from the tags of the project.
final class TagRow {

    private final FlowPane root = new FlowPane(8, 6);
    private final EditorViewModel editor;
    private final Runnable leave;
    private final Reading<List<String>> reading;
    private List<String> known = List.of();
    private Shown shown = new Shown(-1, List.of(), false);

    private record Shown(long id, List<String> tags, boolean writable) {}

    /// `leave` takes the focus from the field.
    TagRow(EditorViewModel editor, Runnable leave) {
        this.editor = editor;
        this.leave = leave;
        this.reading = new Reading<>(editor.session(), tags -> known = tags);
    }

    Node root() {
        return root;
    }

    void show(Example example) {
        boolean writable = editor.session().writable().get();
        var wanted = new Shown(example.id(), example.tags(), writable);
        if (wanted.equals(shown)) {
            return; // keeps what is being typed
        }
        boolean writing = root.isFocusWithin() && wanted.id() == shown.id();
        shown = wanted;
        root.getChildren().clear();
        for (String tag : example.tags()) {
            var chip = new HBox(4, Icons.of(Feather.TAG, "icon-small"), Labels.whole(tag, "t-small"));
            chip.getStyleClass().add("tag-chip");
            if (writable) {
                chip.getChildren().add(Buttons.icon("remove-tag-" + tag, Feather.X, "Take this tag off",
                        () -> editor.marks().removeTag(example, tag)));
            }
            root.getChildren().add(chip);
        }
        if (writable) {
            TextField field = field(example);
            root.getChildren().add(field);
            if (writing) {
                field.requestFocus(); // for the next tag
            }
        } else if (example.tags().isEmpty()) {
            root.getChildren().add(Labels.of("No tags", "t-small", "t-soft"));
        }
    }

    private TextField field(Example example) {
        var field = new TextField();
        field.setId("add-tag");
        field.setPromptText("Add a tag");
        field.getStyleClass().addAll("small", "tag-field");
        NameCompletion.on(field, () -> known.stream().filter(tag -> !example.tags().contains(tag)).toList());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (focused) {
                readKnown();
            }
        });
        field.setOnAction(_ -> {
            editor.marks().addTag(example, field.getText());
            field.clear();
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                field.clear();
                leave.run();
                event.consume();
            }
        });
        return field;
    }

    private void readKnown() {
        editor.session().projectProperty().get().ifPresent(project -> {
            var store = project.examples();
            reading.start(_ -> store.facets(ExampleQuery.ALL, List.of("tag")).choices()
                    .getOrDefault("tag", List.of()).stream().map(FacetCounts.Choice::value)
                    .filter(tag -> !tag.isEmpty()).toList());
        });
    }
}
