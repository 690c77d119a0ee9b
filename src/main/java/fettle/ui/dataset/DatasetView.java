package fettle.ui.dataset;

import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.EmptyState;
import fettle.ui.control.FoldingPane;
import fettle.ui.control.Overlay;
import fettle.ui.control.ScreenHead;
import fettle.ui.session.Chooser;
import fettle.ui.session.Words;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Draws the dataset screen.
final class DatasetView {

    private static final double NARROW = 900;

    private final DatasetViewModel model;
    private final Overlay overlay;
    private final Chooser chooser;
    private final StackPane root = new StackPane();
    private final Node full;
    private final Node empty;

    DatasetView(DatasetViewModel model, Overlay overlay, Chooser chooser) {
        this.model = model;
        this.overlay = overlay;
        this.chooser = chooser;
        full = full();
        empty = empty();
        root.setId("screen-dataset");
        model.sidesProperty().subscribe(this::show);
    }

    StackPane root() {
        return root;
    }

    private void show(Optional<Sides> sides) {
        Node shown = sides.map(now -> now.rows() == 0).orElse(false) ? empty : full;
        if (!root.getChildren().equals(List.of(shown))) {
            root.getChildren().setAll(shown);
        }
    }

    private Node full() {
        var note = Bindings.createStringBinding(model::note, model.sidesProperty(), model.encodingProperty());
        Button release = Buttons.primary("release", "Release", Feather.PACKAGE, this::release);
        release.textProperty().bind(model.sidesProperty().map(
                sides -> "Release " + sides.orElse(Sides.NONE).next()));
        release.disableProperty().bind(model.session().writable().not());
        Button export = Buttons.secondary("export", "Export…", Feather.SHARE,
                () -> new ExportDialog(model, overlay, chooser).show());
        Node tokens = new TokensCard(model).root();
        VBox.setVgrow(tokens, Priority.ALWAYS);
        var left = new VBox(14, tokens, new SplitCard(model, overlay).root());
        left.setMinWidth(0);
        Node checks = new ChecksCard(model).root();
        VBox.setVgrow(checks, Priority.ALWAYS);
        var right = new VBox(14, checks, new ReleasesCard(model).root());
        right.getStyleClass().add("dataset-side");
        right.setId("dataset-side");
        var panes = new FoldingPane(left, right, 14, NARROW, "Checks and releases");
        var head = new ScreenHead("Dataset", note, panes.toggle(), export, release);
        var body = new StackPane(panes.root());
        body.getStyleClass().add("screen-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        return new VBox(head.root(), body);
    }

    private Node empty() {
        var state = EmptyState.of(Feather.LAYERS, "No examples to count yet",
                "Here you see how long the rows are, what is wrong with them and how they are divided, and fix them as a"
                        + " release that a tuning can name.",
                Buttons.primary("dataset-to-examples", "Go to the examples", Feather.MESSAGE_SQUARE,
                        model::goToExamples));
        var card = Card.of(state);
        VBox.setVgrow(state, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        var body = new VBox(card);
        body.getStyleClass().add("screen-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        return new VBox(new ScreenHead("Dataset", new ReadOnlyStringWrapper("")).root(), body);
    }

    private void release() {
        Optional<Sides> before = model.sidesProperty().get();
        model.release(release -> {
            boolean known = before.orElse(Sides.NONE).releases().stream()
                    .anyMatch(earlier -> earlier.name().equals(release.name()));
            String rows = Words.count(release.trainRows(), "row", "rows") + " to train, "
                    + Words.number(release.validationRows()) + " to validate";
            overlay.toast(known ? "Nothing changed since " + release.name() + "." : release.name() + ": " + rows + ".",
                    "", () -> {});
        });
    }
}
