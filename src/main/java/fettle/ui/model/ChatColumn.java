package fettle.ui.model;

import fettle.model.Model;
import fettle.ui.control.Buttons;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One model's side of the chat: what was asked, what it said, and what can be done with that.
final class ChatColumn {

    private final ModelsViewModel model;
    private final ChatSide side;
    private final Overlay overlay;
    private final String name;
    private final VBox answers = new VBox(18);
    private final ScrollPane scroll = new ScrollPane(answers);
    private final VBox root;

    ChatColumn(ModelsViewModel model, ChatSide side, Overlay overlay, String name) {
        this.model = model;
        this.side = side;
        this.overlay = overlay;
        this.name = name;
        answers.getStyleClass().add("chat-answers");
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root = new VBox(head(), scroll);
        side.answers().addListener(this::changed);
        answers.heightProperty().addListener(_ -> scroll.setVvalue(1));
    }

    VBox root() {
        return root;
    }

    private Node head() {
        var dot = new Region();
        dot.getStyleClass().addAll("dot", name.equals("right") ? "accent" : "plain");
        var box = new ComboBox<Model>(model.models());
        box.setId("chat-" + name);
        box.setAccessibleText("Model of the " + name + " column");
        box.getStyleClass().add("chat-model");
        box.valueProperty().bindBidirectional(side.modelProperty());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Model found) {
                return found == null ? "" : found.id();
            }

            @Override
            public @Nullable Model fromString(String text) {
                return null;
            }
        });
        var note = Labels.of(Bindings.createStringBinding(() -> {
            Model found = side.modelProperty().get();
            return found == null ? "no model yet" : found.tuned() ? "tuned here" : "base";
        }, side.modelProperty()), "t-soft");
        var head = new HBox(8, dot, box, note);
        head.getStyleClass().add("chat-head");
        return head;
    }

    private void changed(ListChangeListener.Change<? extends ChatAnswer> change) {
        answers.getChildren().setAll(side.answers().stream().map(this::answer).toList());
    }

    private Node answer(ChatAnswer answer) {
        Label question = Labels.wrapped(answer.question(), "chat-question");
        question.maxWidthProperty().bind(answers.widthProperty().multiply(0.86));
        var asked = new HBox(question);
        asked.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        Label text = Labels.wrapped(Bindings.createStringBinding(() -> answer.textProperty().get()
                + (answer.stateProperty().get() instanceof ChatAnswer.State.Writing ? " ▍" : ""),
                answer.textProperty(), answer.stateProperty()), "t-reading");
        text.visibleProperty().bind(text.textProperty().isNotEmpty());
        text.managedProperty().bind(text.visibleProperty());
        return new VBox(12, asked, text, foot(answer));
    }

    private Node foot(ChatAnswer answer) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var done = answer.stateProperty().map(state -> state instanceof ChatAnswer.State.Done);
        Label words = Labels.wrapped(answer.stateProperty().map(ChatAnswer::words), "t-small", "t-soft");
        var failed = Icons.of(Feather.ALERT_OCTAGON, "icon-bad");
        failed.visibleProperty().bind(answer.stateProperty().map(ChatAnswer.State.Failed.class::isInstance));
        failed.managedProperty().bind(failed.visibleProperty());
        Button copy = Buttons.icon("copy-answer", Feather.COPY, "Copy the answer", () -> {
            var content = new ClipboardContent();
            content.putString(answer.textProperty().get());
            Clipboard.getSystemClipboard().setContent(content);
        });
        Button make = Buttons.small(Buttons.secondary("make-example-" + name, "Make it an example",
                Feather.CORNER_UP_LEFT, () -> model.makeExample(answer, id -> overlay.toast(
                        "It is example " + id + ", a draft.", "Go there", () -> model.goToExample(id)))));
        copy.visibleProperty().bind(done);
        make.visibleProperty().bind(done);
        make.disableProperty().bind(model.session().writable().not());
        var foot = new HBox(8, failed, words, gap, copy, make);
        foot.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return foot;
    }
}
