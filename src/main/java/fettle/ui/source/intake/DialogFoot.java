package fettle.ui.source.intake;

import fettle.ui.control.Buttons;
import fettle.ui.control.KeyCap;
import fettle.ui.control.Labels;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The foot of the dialog: a sentence, the way back, another way, and what the dialog is for. The three buttons stay the
/// same nodes, so that the focus stays where it is while their words change.
final class DialogFoot {

    /// What a button says and does; none for [#NONE].
    record Act(String words, boolean possible, Runnable run) {

        static final Act NONE = new Act("", false, () -> {});

        Act(String words, Runnable run) {
            this(words, true, run);
        }
    }

    private final Label promise = Labels.wrapped("", "t-soft");
    private final HBox root = new HBox();
    private final Button back = button("intake-back", "Esc");
    private final Button other = button("intake-other", "Alt+I");
    private final Button primary = button("intake-primary", "Enter");
    private Act backAct = Act.NONE;
    private Act otherAct = Act.NONE;
    private Act primaryAct = Act.NONE;

    DialogFoot() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        promise.setId("intake-promise");
        promise.setMinWidth(60);
        promise.setPrefWidth(420);
        primary.getStyleClass().add("primary");
        back.setOnAction(_ -> backAct.run().run());
        other.setOnAction(_ -> otherAct.run().run());
        primary.setOnAction(_ -> primaryAct.run().run());
        root.getChildren().addAll(promise, gap, back, other, primary);
        root.getStyleClass().add("dialog-foot");
        root.setMinHeight(Region.USE_PREF_SIZE);
    }

    Region root() {
        return root;
    }

    /// Says and offers something else.
    void show(String sentence, Act newBack, Act newOther, Act newPrimary) {
        promise.setText(sentence);
        backAct = newBack;
        otherAct = newOther;
        primaryAct = newPrimary;
        put(back, newBack);
        put(other, newOther);
        put(primary, newPrimary);
        back.getGraphic().setVisible(!newBack.words().equals("Back"));
        back.getGraphic().setManaged(!newBack.words().equals("Back"));
    }

    void focus() {
        primary.requestFocus();
    }

    /// Presses the primary button.
    void fire() {
        if (!primary.isDisabled() && primary.isVisible()) {
            primary.fire();
        }
    }

    /// Presses the other one.
    void fireOther() {
        if (!other.isDisabled() && other.isVisible()) {
            other.fire();
        }
    }

    private static void put(Button button, Act act) {
        boolean there = !act.words().isEmpty();
        button.setText(act.words());
        button.setVisible(there);
        button.setManaged(there);
        button.setDisable(!act.possible());
    }

    private static Button button(String id, String keys) {
        Button button = Buttons.plain(id, "", () -> {});
        button.setMnemonicParsing(false);
        button.setGraphic(KeyCap.joined(keys));
        button.setContentDisplay(ContentDisplay.RIGHT);
        return button;
    }
}
