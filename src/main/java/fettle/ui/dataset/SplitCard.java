package fettle.ui.dataset;

import fettle.dataset.Split;
import fettle.dataset.SplitSettings;
import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.session.Words;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// How the rows are divided, and what leaks from one side to the other.
final class SplitCard {

    private final DatasetViewModel model;
    private final Overlay overlay;
    private final Label note = Labels.of("", "t-soft");
    private final VBox body = new VBox(10);
    private final VBox root;

    SplitCard(DatasetViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        Button change = Buttons.small(Buttons.plain("change-split", "Change…",
                () -> new SplitDialog(model, overlay).show()));
        change.disableProperty().bind(model.session().writable().not());
        note.setMinWidth(0);
        root = Card.of(Card.head("Split", note, change), body);
        model.sidesProperty().subscribe(_ -> show());
        model.splitProperty().subscribe(_ -> show());
    }

    VBox root() {
        return root;
    }

    private void show() {
        Sides sides = model.sidesProperty().get().orElse(Sides.NONE);
        body.getChildren().clear();
        if (!sides.split()) {
            note.setText("not made yet");
            body.getChildren().add(Labels.wrapped("All rows would be trained, and nothing would tell how well a model"
                    + " answers what it has not seen. Hold some back.", "t-soft"));
            return;
        }
        SplitSettings settings = model.settingsProperty().get();
        boolean here = model.splitProperty().get().isPresent();
        note.setText(here
                ? (settings.group() == SplitSettings.Group.SOURCE ? "by source, " : "row by row, ") + "seed "
                        + settings.seed()
                : "");
        body.getChildren().add(bar(sides));
        if (sides.none() > 0) {
            body.getChildren().add(line(Feather.INFO, "icon-soft",
                    Words.count(sides.none(), "row came", "rows came") + " after the split and will be trained."));
        }
        model.splitProperty().get().ifPresent(this::leaks);
    }

    private static Node bar(Sides sides) {
        Label train = side("train " + Words.number(sides.train()), "split-train");
        Label validation = side("validation " + Words.number(sides.validation()), "split-validation");
        double share = (double) sides.validation() / Math.max(1, sides.train() + sides.validation());
        var bar = new Pane(train, validation) {
            @Override
            protected void layoutChildren() {
                double wanted = Math.rint(getWidth() * share);
                double right = sides.validation() == 0
                        ? 0
                        : Math.clamp(Math.max(wanted, validation.prefWidth(-1)), 0, getWidth());
                train.resizeRelocate(0, 0, getWidth() - right, getHeight());
                validation.resizeRelocate(getWidth() - right, 0, right, getHeight());
                validation.setVisible(right > 0);
            }
        };
        bar.getStyleClass().add("split-bar");
        return bar;
    }

    private static Label side(String text, String style) {
        Label side = Labels.of(text, style);
        side.setAlignment(javafx.geometry.Pos.CENTER);
        return side;
    }

    private void leaks(Split split) {
        long half = split.leaks().stream().filter(leak -> leak.overlap() >= 0.5).count();
        if (half == 0) {
            body.getChildren().add(line(Feather.SHIELD, "icon-good",
                    "No validation row shares half of its 13-word runs with a training row."));
            return;
        }
        HBox line = line(Feather.ALERT_TRIANGLE, "icon-warn",
                Words.count(half, "training row holds", "training rows hold")
                        + " more than half of a validation row's 13-word runs.");
        line.getChildren().add(Buttons.small(Buttons.plain("look-at-leaks",
                half == 1 ? "Look at the pair" : "Look at " + Words.number(half) + " pairs",
                () -> LeakDialog.show(split, model, overlay))));
        body.getChildren().add(line);
    }

    private static HBox line(Feather icon, String style, String words) {
        Label text = Labels.wrapped(words);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(8, Icons.of(icon, style), text);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return line;
    }
}
