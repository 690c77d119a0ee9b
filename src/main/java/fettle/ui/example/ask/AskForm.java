package fettle.ui.example.ask;

import fettle.ui.control.Buttons;
import fettle.ui.control.Labels;
import fettle.ui.control.Segmented;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What shall become of which words, and who is asked.
final class AskForm {

    private final AskViewModel model;
    private final TextField instruction = new TextField();
    private final VBox root = new VBox(10);

    AskForm(AskViewModel model) {
        this.model = model;
        root.getChildren().setAll(asking(), presets(), who());
    }

    Node root() {
        return root;
    }

    void focus() {
        instruction.requestFocus();
    }

    private Node asking() {
        instruction.setId("ask-instruction");
        instruction.setPromptText("What shall become of it? Such as: say it in two sentences");
        instruction.textProperty().bindBidirectional(model.instructionProperty());
        instruction.setOnAction(_ -> model.ask());
        HBox.setHgrow(instruction, Priority.ALWAYS);
        Button ask = Buttons.primary("ask-start", "Ask", Feather.MESSAGE_CIRCLE, model::ask);
        ask.disableProperty().bind(Bindings.createBooleanBinding(() -> !model.canAsk(), model.instructionProperty(),
                model.modelProperty(), model.busyProperty()));
        Button stop = Buttons.danger("ask-stop", "Stop", Feather.SQUARE, model::stop);
        stop.visibleProperty().bind(model.busyProperty());
        stop.managedProperty().bind(model.busyProperty());
        ask.visibleProperty().bind(model.busyProperty().not());
        ask.managedProperty().bind(ask.visibleProperty());
        var row = new HBox(8, targets(), instruction, ask, stop);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node targets() {
        var box = new ComboBox<Target>();
        box.getItems().setAll(model.targets());
        box.setId("ask-target");
        box.setAccessibleText("Text that is rewritten");
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Target target) {
                return target == null ? "" : target.title();
            }

            @Override
            public Target fromString(String text) {
                return model.targets().getFirst(); // the list is not editable
            }
        });
        box.valueProperty().bindBidirectional(model.targetProperty());
        box.disableProperty().bind(model.busyProperty());
        return box;
    }

    private Node presets() {
        var row = new FlowPane(6, 6);
        for (Preset preset : Preset.values()) {
            row.getChildren().add(Buttons.small(Buttons.plain("preset-" + preset.name().toLowerCase(
                    java.util.Locale.ROOT).replace('_', '-'), preset.title(), () -> model.take(preset))));
        }
        var before = new MenuButton("Asked before");
        before.setId("ask-remembered");
        before.getStyleClass().add("small");
        model.remembered().addListener((ListChangeListener<String>) _ -> fill(before, model.remembered()));
        fill(before, model.remembered());
        row.getChildren().add(before);
        return row;
    }

    private void fill(MenuButton menu, List<String> instructions) {
        menu.getItems().setAll(instructions.stream().map(words -> {
            var item = new MenuItem(words.length() > 90 ? words.substring(0, 89) + "…" : words);
            item.setOnAction(_ -> model.instructionProperty().set(words));
            return item;
        }).toList());
        menu.setVisible(!instructions.isEmpty());
        menu.setManaged(!instructions.isEmpty());
    }

    private Node who() {
        ObjectProperty<Integer> count = new SimpleObjectProperty<>(model.wantedProperty().get());
        count.addListener((_, _, now) -> model.wantedProperty().set(now));
        var numbers = new Segmented<>("ask-candidates", IntStream.rangeClosed(1, AskViewModel.MOST).boxed().toList(),
                String::valueOf, count);
        var several = new HBox(6, Labels.whole("Candidates", "t-label"), numbers.root());
        several.setAlignment(Pos.CENTER_LEFT);
        var second = field("ask-second", "Every other by", model.secondProperty(), "the same model");
        second.visibleProperty().bind(model.wantedProperty().greaterThan(1));
        second.managedProperty().bind(second.visibleProperty());
        var source = new CheckBox("Give the source chunk along");
        source.setId("ask-source");
        source.selectedProperty().bindBidirectional(model.withSourceProperty());
        source.disableProperty().bind(model.sourceProperty().map(java.util.Optional::isEmpty));
        var row = new FlowPane(16, 8, field("ask-model-name", "Model", model.modelProperty(),
                "a local model, or PROVIDER/MODEL"), several, second, source);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox field(String id, String name, StringProperty value, String prompt) {
        var box = new ComboBox<String>(model.models());
        box.setId(id);
        box.setEditable(true);
        box.setPromptText(prompt);
        box.setPrefWidth(230);
        box.setAccessibleText(name);
        box.valueProperty().bindBidirectional(value);
        box.getEditor().textProperty().addListener((_, _, now) -> value.set(now)); // each letter counts, not only Enter
        var row = new HBox(6, Labels.whole(name, "t-label"), box);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
