package fettle.ui.model;

import fettle.ui.control.Buttons;
import fettle.ui.control.KeyCap;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import javafx.animation.PauseTransition;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// Two models side by side, one prompt for both. Their memory is given back after five minutes of silence.
final class ChatView {

    private static final Duration IDLE = Duration.minutes(5);

    private final ModelsViewModel model;
    private final Overlay overlay;
    private final TextArea prompt = new TextArea();
    private final PauseTransition idle = new PauseTransition(IDLE);
    private final VBox root;

    ChatView(ModelsViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        idle.setOnFinished(_ -> model.release());
        var columns = new GridPane();
        columns.getStyleClass().add("pane");
        var half = new ColumnConstraints();
        half.setPercentWidth(50);
        columns.getColumnConstraints().addAll(half, half);
        var high = new RowConstraints();
        high.setVgrow(Priority.ALWAYS);
        columns.getRowConstraints().add(high);
        var left = new ChatColumn(model, model.left(), overlay, "left").root();
        left.getStyleClass().add("pane-line-right");
        columns.addRow(0, left, new ChatColumn(model, model.right(), overlay, "right").root());
        VBox.setVgrow(columns, Priority.ALWAYS);
        root = new VBox(columns, composer());
    }

    VBox root() {
        return root;
    }

    void focus() {
        prompt.requestFocus();
    }

    private Node composer() {
        prompt.setId("prompt");
        prompt.setPromptText("Ask both…");
        prompt.setWrapText(true);
        prompt.setPrefRowCount(2);
        prompt.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                send();
                event.consume();
            }
        });
        BooleanBinding busy = model.left().busyProperty().or(model.right().busyProperty());
        busy.addListener((_, _, writing) -> {
            idle.stop();
            if (!writing) {
                idle.playFromStart();
            }
        });
        Button send = Buttons.plain("send", "Send", this::send, "primary", "small");
        send.setGraphic(KeyCap.joined("Shortcut+Enter"));
        send.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        send.disableProperty().bind(prompt.textProperty().isEmpty().or(busy));
        Button stop = Buttons.small(Buttons.danger("stop-answers", "Stop", Feather.SQUARE, model::stop));
        stop.visibleProperty().bind(busy);
        stop.managedProperty().bind(busy);
        Button system = Buttons.small(Buttons.quiet("system-text", "System text", Feather.MESSAGE_SQUARE,
                () -> ChatSheet.show(model, overlay)));
        Button clear = Buttons.small(Buttons.quiet("clear-chat", "New chat", Feather.X_CIRCLE, model::clear));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(8, system, clear, Labels.of(model.settingsProperty()
                .map(settings -> settings.remembers() ? "earlier turns are sent along" : "each question stands alone"),
                "t-small",
                "t-soft"), gap, stop, send);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        var box = new VBox(6, prompt, row);
        box.getStyleClass().add("composer");
        var around = new VBox(box);
        around.getStyleClass().addAll("composer-around", "pane-line-top");
        return around;
    }

    private void send() {
        if (!prompt.getText().isBlank()) {
            model.ask(prompt.getText());
            prompt.clear();
        }
    }
}
