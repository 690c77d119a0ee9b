package fettle.ui.settings;

import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.control.Pill;
import fettle.ui.settings.SettingsViewModel.State;
import fettle.ui.settings.SettingsViewModel.Trial;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The provider: its address, the model, the key, and a try of all three.
final class ProviderCard {

    private final SettingsViewModel model;
    private final TextField address;
    private final Label addressSource = Labels.wrapped(
            "OPENAI_BASE_URL in the environment gives it, and wins over what is set here.", "t-small", "t-soft");
    private final PasswordField key = new PasswordField();
    private final Label keyState = Pill.of("", Pill.Tone.NEUTRAL);
    private final Label keyNote = Labels.wrapped("", "t-small", "t-soft");
    private final Button delete;
    private final Button test;
    private final HBox result = new HBox(8);
    private final VBox root;

    ProviderCard(SettingsViewModel model) {
        this.model = model;
        address = field("provider-url", "https://api.openai.com/v1", model.baseUrlProperty());
        var name = field("provider-model", "The name of a model, such as gpt-4.1-mini", model.modelProperty());
        delete = Buttons.small(Buttons.danger("delete-key", "Delete the key", Feather.TRASH_2, model::deleteKey));
        test = Buttons.secondary("test-connection", "Test connection", Feather.ZAP, this::testOrStop);
        var note = Labels.wrapped(model.addressNote(), "t-small", "t-warn");
        note.setId("address-note");
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        result.setId("test-result");
        var tries = new FlowPane(12, 8, test);
        root = Card.of(Card.head("Provider of models", Labels.of("any that speaks like OpenAI", "t-soft")),
                named("Address", address, note, addressSource), named("Model", name), named("Key", keyRow(), keyNote),
                tries, result);
        root.setId("provider-card");
        model.stateProperty().subscribe(this::draw);
    }

    Node root() {
        return root;
    }

    private TextField field(String id, String prompt, StringProperty text) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.textProperty().bindBidirectional(text);
        field.setOnAction(_ -> model.save());
        field.focusedProperty().addListener((_, _, now) -> {
            if (!now) {
                model.save();
            }
        });
        return field;
    }

    private Node keyRow() {
        key.setId("provider-key");
        key.setPromptText("Paste a key; it is never shown");
        key.setOnAction(_ -> keep());
        HBox.setHgrow(key, Priority.ALWAYS);
        Button keep = Buttons.plain("keep-key", "Keep the key", this::keep);
        keep.disableProperty().bind(Bindings.createBooleanBinding(() -> key.getText().isBlank(), key.textProperty()));
        keyState.setId("key-state");
        var row = new HBox(8, key, keep);
        var there = new FlowPane(8, 6, keyState, delete);
        there.setRowValignment(javafx.geometry.VPos.CENTER);
        return new VBox(6, there, row);
    }

    private void keep() {
        String text = key.getText();
        key.clear();
        model.keepKey(text);
    }

    private void testOrStop() {
        if (model.stateProperty().get() instanceof State.Ready(_, Trial.Running _)) {
            model.stopTest();
        } else {
            model.test();
        }
    }

    private static Node named(String name, Node... below) {
        var all = new VBox(4, Labels.of(name, "t-label"));
        all.getChildren().addAll(below);
        return all;
    }

    private void draw(State state) {
        root.setDisable(state instanceof State.Reading);
        if (state instanceof State.Ready(var setup, var trial)) {
            drawSetup(setup);
            drawTrial(trial);
        }
    }

    private void drawSetup(ProviderSetup setup) {
        address.setEditable(!setup.addressGiven());
        addressSource.setVisible(setup.addressGiven());
        addressSource.setManaged(setup.addressGiven());
        boolean kept = setup.key() == ProviderSetup.Key.KEPT;
        delete.setVisible(kept);
        delete.setManaged(kept);
        keyState.setText(switch (setup.key()) {
            case NONE -> "No key";
            case KEPT -> "A key is kept";
            case ENVIRONMENT -> "A key comes from OPENAI_API_KEY";
        });
        Pill.tone(keyState, setup.key() == ProviderSetup.Key.NONE ? Pill.Tone.NEUTRAL : Pill.Tone.GOOD);
        keyNote.setText(setup.key() == ProviderSetup.Key.ENVIRONMENT
                ? "It wins over a key that is kept here."
                : "It lies outside every project, readable by you alone, and goes to this address and nowhere else.");
    }

    private void drawTrial(Trial trial) {
        boolean running = trial instanceof Trial.Running;
        test.setText(running ? "Stop" : "Test connection");
        test.setGraphic(Icons.of(running ? Feather.SQUARE : Feather.ZAP));
        result.getChildren().clear();
        result.setAlignment(Pos.TOP_LEFT);
        switch (trial) {
            case Trial.None() -> {}
            case Trial.Running _ -> tell(Feather.CLOCK, "icon-accent", "Asking for the models that it offers…", "");
            case Trial.Answered(var sentence) -> tell(Feather.CHECK_CIRCLE, "icon-good", sentence, "");
            case Trial.Refused(var problem) -> tell(Feather.ALERT_OCTAGON, "icon-bad", problem.sentence(),
                    problem.next());
        }
        result.setVisible(!result.getChildren().isEmpty());
        result.setManaged(result.isVisible());
    }

    private void tell(Feather icon, String tone, String sentence, String next) {
        var words = new VBox(2, Labels.wrapped(sentence));
        if (!next.isEmpty()) {
            words.getChildren().add(Labels.wrapped(next, "t-soft"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        result.getChildren().addAll(Icons.of(icon, tone), words);
    }
}
