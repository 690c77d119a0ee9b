package fettle.ui.source;

import fettle.source.Source;
import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.Labels;
import fettle.ui.control.Tile;
import fettle.ui.session.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The right pane: what the chosen source gave, what was skipped and why.
final class SourcePane {

    private static final int MOST_REASONS = 40;

    private final SourcesViewModel model;
    private final Consumer<SourceDetail> showReceipt;
    private final VBox content = new VBox(14);
    private final VBox root;

    SourcePane(SourcesViewModel model, Consumer<SourceDetail> showReceipt) {
        this.model = model;
        this.showReceipt = showReceipt;
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root = Card.of(scroll);
        root.setId("source-pane");
        model.detailProperty().subscribe(this::draw);
    }

    Region root() {
        return root;
    }

    private void draw(Optional<SourceDetail> detail) {
        content.getChildren().clear();
        detail.ifPresent(this::fill);
    }

    private void fill(SourceDetail detail) {
        Source source = detail.source();
        boolean folder = source.kind() != Source.Kind.EXAMPLES;
        var name = Labels.wrapped(source.name(), "t-strong");
        var where = Labels.wrapped(source.location(), "t-mono", "t-soft");
        var tiles = new HBox(10, Tile.compact("Taken", fixed(source.taken())),
                Tile.compact("Skipped", fixed(source.skippedCount())));
        tiles.getChildren().forEach(tile -> HBox.setHgrow(tile, Priority.ALWAYS));
        tiles.getChildren().forEach(tile -> ((Region) tile).setPrefWidth(100));
        var actions = new FlowPane(8, 8, small(folder ? "Show documents" : "Show examples",
                folder ? Feather.FILE_TEXT : Feather.MESSAGE_SQUARE,
                folder ? model::showDocuments : model::showExamples));
        if (folder) {
            Button again = small("Read again", Feather.REFRESH_CW, () -> model.refresh(source));
            again.disableProperty().bind(model.session().writable().not());
            actions.getChildren().add(again);
        }
        if (detail.receipt().isPresent()) {
            actions.getChildren().add(small("Receipt", Feather.LIST, () -> showReceipt.accept(detail)));
        }
        content.getChildren().addAll(new VBox(4, name, where), tiles, actions, skipped(detail));
    }

    private static Button small(String text, Feather icon, Runnable action) {
        return Buttons.small(Buttons.secondary("source-" + text.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'),
                text, icon, action));
    }

    private static ReadOnlyStringWrapper fixed(int number) {
        return new ReadOnlyStringWrapper(Words.number(number));
    }

    private static Node skipped(SourceDetail detail) {
        if (detail.skipped().isEmpty()) {
            return Labels.wrapped("Nothing was skipped.", "t-soft");
        }
        var rows = new VBox(Labels.of("Skipped, and why", "t-label"));
        for (SourceDetail.Reason reason : detail.skipped().subList(0,
                Math.min(MOST_REASONS, detail.skipped().size()))) {
            rows.getChildren().addAll(row(reason), Card.hairline());
        }
        return rows;
    }

    private static Node row(SourceDetail.Reason reason) {
        var words = new VBox(1, Labels.wrapped(capital(reason.why())),
                Labels.of(reason.example(), "t-mono", "t-soft"));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        var row = new HBox(10, words, Labels.whole(Words.number(reason.count()), "t-number"));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPadding(new javafx.geometry.Insets(6, 0, 6, 0));
        return row;
    }

    private static String capital(String clause) {
        return clause.isEmpty() ? clause : Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
    }
}
