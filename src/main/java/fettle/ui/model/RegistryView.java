package fettle.ui.model;

import fettle.model.Lineage;
import fettle.model.Model;
import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.Dialog;
import fettle.ui.control.FoldingPane;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.session.Chooser;
import fettle.ui.session.Words;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The models of this machine, and how the chosen one came to be.
final class RegistryView {

    private static final double NARROW = 900;

    private final ModelsViewModel model;
    private final Overlay overlay;
    private final Chooser chooser;
    private final TableView<Model> table = new TableView<>();
    private final VBox details = Card.of();
    private final FoldingPane panes;
    private final StackPane root;

    RegistryView(ModelsViewModel model, Overlay overlay, Chooser chooser) {
        this.model = model;
        this.overlay = overlay;
        this.chooser = chooser;
        table.setId("models");
        table.setItems(model.models());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column("Model", 180, Model::id, "t");
        column("Made", 80, found -> found.tuned() ? "tuned" : "base", "soft");
        column("From", 130, found -> found.lineage().map(Lineage::base).orElse("–"), "soft");
        column("Dataset", 80, found -> found.lineage().map(Lineage::release).orElse("–"), "soft");
        column("Train", 85, found -> found.lineage().map(line -> loss(line.trainLoss())).orElse("–"), "number");
        column("Validation", 90, found -> found.lineage().map(line -> loss(line.validationLoss())).orElse("–"),
                "number");
        table.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> show(now));
        model.models().addListener((ListChangeListener<Model>) _ -> chooseOne()); // after the table has heard of it
        chooseOne();
        VBox.setVgrow(table, Priority.ALWAYS);
        var card = Card.flush(table);
        card.setMinWidth(0);
        details.getStyleClass().add("model-details");
        details.setId("model-details");
        panes = new FoldingPane(card, details, 14, NARROW, "The model");
        root = new StackPane(panes.root());
        root.getStyleClass().addAll("screen-body", "below-rule");
        show(table.getSelectionModel().getSelectedItem());
    }

    StackPane root() {
        return root;
    }

    /// Lays the details over the list where there is no room beside it.
    Button toggle() {
        return panes.toggle();
    }

    private void chooseOne() {
        if (table.getSelectionModel().getSelectedItem() == null) {
            table.getSelectionModel().selectLast();
        }
    }

    private void column(String title, double width, Function<Model, String> value, String style) {
        var column = new TableColumn<Model, String>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())));
        column.getStyleClass().add(style);
        column.setSortable(false);
        table.getColumns().add(column);
    }

    private void show(@Nullable Model chosen) {
        details.getChildren().clear();
        if (chosen == null) {
            details.getChildren().add(Labels.wrapped("Choose a model to see how it was made.", "t-soft"));
            return;
        }
        details.getChildren().addAll(Labels.of(chosen.id(), "t-heading"), Labels.wrapped(
                chosen.tuned()
                        ? "Tuned here " + Words.when(chosen.createdMillis()) + "."
                        : "A base: what tunings begin with.",
                "t-soft"), Card.hairline());
        chosen.lineage().ifPresent(this::lineage);
        details.getChildren().addAll(Labels.of("Folder", "t-label"),
                Labels.wrapped(chosen.folder().toString(), "t-mono"));
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        details.getChildren().addAll(gap, buttons(chosen));
    }

    private void lineage(Lineage line) {
        details.getChildren().addAll(fact("Tuned from", line.base()), fact("Project", line.project()),
                fact("Dataset", line.release()), fact("Tuning", line.tuning()),
                fact("Steps", Words.number(line.steps())), fact("Train loss", loss(line.trainLoss())),
                fact("Validation loss", loss(line.validationLoss())),
                fact("Learning rate",
                        BigDecimal.valueOf(line.recipe().learningRate()).stripTrailingZeros().toPlainString()),
                fact("Batch size", String.valueOf(line.recipe().perDeviceTrainBatchSize())),
                fact("Longest row", Words.count(line.recipe().maxLength(), "token", "tokens")));
    }

    private static Node fact(String name, String value) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var found = Labels.of(value, "t-medium");
        found.setMinWidth(0);
        var row = new HBox(8, Labels.whole(name, "t-soft"), gap, found);
        row.getStyleClass().add("fact");
        return row;
    }

    private Node buttons(Model chosen) {
        Button chat = Buttons.small(Buttons.secondary("chat-with", "Chat", Feather.MESSAGE_SQUARE,
                () -> model.chat(chosen.id())));
        Button export = Buttons.small(Buttons.secondary("export-model", "Export…", Feather.SHARE,
                () -> chooser.folder("Export " + chosen.id() + " into").ifPresent(folder -> model.export(chosen,
                        folder.resolve(chosen.id()), written -> overlay.toast(chosen.id() + " is in " + written
                                + ", as a Hugging Face directory.", "", () -> {})))));
        Button delete = Buttons.small(Buttons.danger("delete-model", "Delete…", Feather.TRASH_2,
                () -> confirm(chosen)));
        delete.setDisable(bundled(chosen));
        return new HBox(8, chat, export, delete);
    }

    private boolean bundled(Model chosen) {
        return !chosen.tuned() && model.models().getFirst().equals(chosen);
    }

    private void confirm(Model chosen) {
        String what = chosen.tuned()
                ? "Its weights are deleted from this disk. The tuning, its curve and its recipe stay, so it can be made"
                        + " again."
                : "It is taken out of the list; a copy that Fettle made of it is deleted.";
        overlay.showDialog(Dialog.of("Delete " + chosen.id() + "?", Labels.wrapped(what), "This cannot be undone.",
                overlay, Buttons.plain("keep-model", "Keep it", overlay::close),
                Buttons.danger("really-delete", "Delete the model", Feather.TRASH_2, () -> {
                    overlay.close();
                    model.delete(chosen, () -> overlay.toast(chosen.id() + " is deleted.", "", () -> {}));
                })), () -> {});
    }

    /// Lets the person choose a Hugging Face directory, and takes it in.
    void add() {
        Optional.of(chooser).flatMap(desktop -> desktop.folder("Add a model: a Hugging Face directory"))
                .ifPresent(folder -> model.add(folder, added -> overlay.toast(added.id() + " is here.", "", () -> {})));
    }

    private static String loss(double value) {
        return Double.isFinite(value) ? String.format(Locale.ENGLISH, "%.3f", value) : "–";
    }
}
