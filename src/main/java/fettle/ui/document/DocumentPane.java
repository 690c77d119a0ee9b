package fettle.ui.document;

import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.control.Reader;
import fettle.ui.control.Segmented;
import fettle.ui.document.DocumentsViewModel.Showing;
import fettle.ui.session.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The chosen document: where it comes from, its text cleaned or as it was read, and for a page what was taken of it.
final class DocumentPane {

    private final DocumentsViewModel model;
    private final Reader reader = new Reader("document-text");
    private final Map<List<Showing>, Node> choices = new HashMap<>(); // each follows the model as long as it lives
    private final VBox head = new VBox();
    private final VBox body = new VBox();
    private final VBox root = new VBox(head, Card.hairline(), body);

    DocumentPane(DocumentsViewModel model) {
        this.model = model;
        VBox.setVgrow(reader.root(), Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getStyleClass().add("pane");
        root.setMinWidth(280);
        model.openedProperty().subscribe(_ -> draw());
        model.showingProperty().subscribe(this::fill);
    }

    Region root() {
        return root;
    }

    private void draw() {
        head.getChildren().clear();
        model.openedProperty().get().ifPresent(opened -> {
            head.getChildren().add(title(opened));
            if (!opened.from().isEmpty() || !opened.facts().isEmpty()) {
                head.getChildren().add(provenance(opened));
            }
        });
        fill();
    }

    private Node title(Opened opened) {
        boolean twice = opened.from().equals(opened.document().path());
        var path = twice
                ? Labels.of(opened.document().title(), "t-medium")
                : Labels.of(opened.document().path(), "t-mono", "t-soft");
        HBox.setHgrow(path, Priority.ALWAYS);
        path.setMaxWidth(Double.MAX_VALUE);
        path.setMinWidth(70);
        var size = Labels.of(Words.count(opened.document().text().length(), "character", "characters"), "t-small",
                "t-soft");
        size.setMinWidth(0);
        var line = new HBox(12, path, size);
        choices(opened).ifPresent(line.getChildren()::add);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("reader-head");
        return line;
    }

    /// Only what this document can be shown as.
    private Optional<Node> choices(Opened opened) {
        var ways = new ArrayList<>(List.of(Showing.CLEANED));
        opened.asRead().ifPresent(_ -> ways.add(Showing.AS_READ));
        if (opened.isPage()) {
            ways.add(Showing.PAGE);
        }
        return ways.size() == 1
                ? Optional.empty()
                : Optional.of(choices.computeIfAbsent(List.copyOf(ways), this::choice));
    }

    private Node choice(List<Showing> ways) {
        return new Segmented<>("document-showing", ways, way -> switch (way) {
            case CLEANED -> "Cleaned";
            case AS_READ -> "As read";
            case PAGE -> "The page";
        }, model.showingProperty()).root();
    }

    private Node provenance(Opened opened) {
        var from = Labels.of(opened.from(), "t-mono", "t-soft");
        from.setMinWidth(90);
        HBox.setHgrow(from, Priority.ALWAYS);
        from.setMaxWidth(Double.MAX_VALUE);
        var facts = Labels.of(opened.facts(), "t-small", "t-soft");
        facts.setMinWidth(0);
        facts.setTooltip(new Tooltip(opened.facts()));
        var line = new HBox(8, Icons.of(opened.from().isEmpty() ? Feather.FOLDER : Feather.GLOBE, "icon-small"),
                from, facts);
        if (opened.address().isPresent()) {
            line.getChildren().add(Buttons.icon("open-document", Feather.EXTERNAL_LINK, "Open it in the browser (O)",
                    model::openAddress));
        }
        line.getStyleClass().add("provenance");
        line.setId("provenance");
        return line;
    }

    private void fill() {
        Optional<Opened> opened = model.openedProperty().get();
        if (opened.isPresent() && model.showingProperty().get() == Showing.PAGE && opened.get().isPage()) {
            body.getChildren().setAll(new PagePane(model.page(opened.get())).root());
            return;
        }
        boolean before = model.showingProperty().get() == Showing.AS_READ;
        reader.show(opened.map(it -> before ? it.asRead().orElse(it.lines()) : it.lines()).orElse(List.of()));
        body.getChildren().setAll(reader.root());
    }
}
