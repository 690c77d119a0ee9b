package fettle.ui.example.editor;

import fettle.ui.control.Buttons;
import fettle.ui.control.Labels;
import fettle.ui.session.Words;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Draws find and replace: two lines above the turns.
final class FindBar {

    private final VBox root = new VBox(6);
    private final FindModel model;
    private final TextField words;
    private final TextField with;
    private final HBox replacing = new HBox(6);
    private final Runnable back;

    /// `back` takes the focus when it is closed.
    FindBar(EditorViewModel editor, FindModel model, Runnable back) {
        this.model = model;
        this.back = back;
        this.words = field("find-words", "Find in this example", model.wordsProperty());
        this.with = field("find-with", "Replace with", model.withProperty());
        root.setId("find-bar");
        root.getStyleClass().add("find-bar");
        root.visibleProperty().bind(model.openProperty());
        root.managedProperty().bind(model.openProperty());
        Label problem = Labels.wrapped(model.problemProperty(), "t-small", "t-bad");
        problem.managedProperty().bind(model.problemProperty().isNotEmpty());
        root.getChildren().addAll(finding(), replacing, problem);
        fillReplacing();
        replacing.disableProperty().bind(editor.session().writable().not());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    Node root() {
        return root;
    }

    /// Shows it; with `replace` the second line too.
    void open(boolean replace, String selected, Caret caret) {
        replacing.setVisible(replace);
        replacing.setManaged(replace);
        model.open(selected, caret);
        words.requestFocus();
        words.selectAll();
    }

    private Node finding() {
        Label count = Labels.of(Bindings.createStringBinding(this::count, model.placesProperty(),
                model.currentProperty(), model.wordsProperty()), "t-small", "t-soft");
        count.setId("find-count");
        count.setMinWidth(Label.USE_PREF_SIZE);
        var line = new HBox(6, words, toggle("find-case", "Aa", "Case counts", model.matchCaseProperty()),
                toggle("find-whole", "“w”", "Whole words only", model.wholeWordProperty()),
                toggle("find-regex", ".*", "Regular expression", model.regexProperty()), count,
                Buttons.icon("find-previous", Feather.CHEVRON_UP, "Previous hit (Shift+Enter)", () -> model.go(-1)),
                Buttons.icon("find-next", Feather.CHEVRON_DOWN, "Next hit (Enter)", () -> model.go(1)),
                Buttons.icon("find-close", Feather.X, "Close (Esc)", this::close));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void fillReplacing() {
        Button one = Buttons.small(Buttons.secondary("find-replace", "Replace", Feather.EDIT_3, model::replace));
        Button all = Buttons.small(Buttons.secondary("find-replace-all", "Replace all", Feather.LAYERS,
                model::replaceAll));
        all.textProperty().bind(model.placesProperty().map(places -> places.isEmpty()
                ? "Replace all"
                : "Replace all " + Words.number(places.size())));
        one.disableProperty().bind(model.currentProperty().lessThan(0));
        all.disableProperty().bind(model.currentProperty().lessThan(0));
        one.setMinWidth(Button.USE_PREF_SIZE);
        all.setMinWidth(Button.USE_PREF_SIZE);
        replacing.getChildren().addAll(with, one, all);
        replacing.setAlignment(Pos.CENTER_LEFT);
        replacing.setVisible(false);
        replacing.setManaged(false);
    }

    private String count() {
        int all = model.placesProperty().get().size();
        if (model.wordsProperty().get().isEmpty()) {
            return "";
        }
        return all == 0 ? "none" : Words.number(model.currentProperty().get() + 1L) + " of " + Words.number(all);
    }

    private static TextField field(String id, String prompt, StringProperty text) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.getStyleClass().add("small");
        field.textProperty().bindBidirectional(text);
        field.setMinWidth(80);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private static ToggleButton toggle(String id, String text, String says, BooleanProperty chosen) {
        var toggle = new ToggleButton(text);
        toggle.setId(id);
        toggle.getStyleClass().addAll("small", "find-toggle");
        toggle.setTooltip(new Tooltip(says));
        toggle.setAccessibleText(says);
        toggle.setMinWidth(ToggleButton.USE_PREF_SIZE);
        toggle.selectedProperty().bindBidirectional(chosen);
        return toggle;
    }

    private void key(KeyEvent event) {
        boolean enter = event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextField;
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (enter && event.getTarget().equals(with)) {
            model.replace();
        } else if (enter) {
            model.go(event.isShiftDown() ? -1 : 1);
        } else {
            return;
        }
        event.consume();
    }

    private void close() {
        back.run();
        model.close();
    }
}
