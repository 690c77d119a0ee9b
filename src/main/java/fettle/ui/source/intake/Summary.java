package fettle.ui.source.intake;

import fettle.example.Receipt;
import fettle.ui.control.Icons;
import fettle.ui.control.KeyCap;
import fettle.ui.control.Labels;
import fettle.ui.control.Tile;
import fettle.ui.session.Words;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What a file holds: facts, numbers, what is wrong, and the first rows as examples. Also a receipt of long ago.
final class Summary {

    private final IntakeViewModel model;
    private final FactPills facts;
    private final HBox tiles = new HBox(12);
    private final ShareBar share = new ShareBar();
    private final KindsTable kinds;
    private final HBox keys = keys();
    private final Label fine = Labels.wrapped("", "t-soft");
    private final HBox clean = new HBox(8, Icons.of(Feather.CHECK, "icon-good"), fine);
    private final ExampleCards cards = new ExampleCards();
    private final VBox body = new VBox();
    private final ScrollPane root = new ScrollPane(body);

    Summary(IntakeViewModel model) {
        this.model = model;
        facts = new FactPills(model);
        kinds = new KindsTable(new KindsTable.Acts(this::press, model::show));
        tiles.setMinHeight(Region.USE_PREF_SIZE);
        clean.setAlignment(Pos.CENTER_LEFT);
        clean.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(kinds.root(), Priority.ALWAYS);
        body.getChildren().addAll(facts.root(), tiles, share, kinds.root(), keys, clean, cards.root());
        body.getStyleClass().addAll("dialog-body", "intake-body");
        root.setFitToWidth(true);
        root.setFitToHeight(true);
        root.setFocusTraversable(false);
        root.getStyleClass().add("intake-scroll");
    }

    Region root() {
        return root;
    }

    /// What the keys are for: the table, when something is in it.
    @Nullable
    Node firstFocus() {
        return kinds.root().isVisible() ? kinds.list() : null;
    }

    /// Shows a file that is not imported yet.
    void show(FileItem item) {
        item.look().ifPresent(look -> {
            facts.show(item);
            numbers(ImportCounts.of(List.of(look)), "Can be repaired");
            List<KindLine> lines = KindLine.of(look);
            list(lines, look.stands().receipt());
            item.preview().ifPresent(file -> cards.show(file.examples()));
        });
    }

    /// Shows what an import did.
    void show(Receipt receipt) {
        facts.show(receipt);
        numbers(ImportCounts.of(receipt), "Repaired");
        list(KindLine.of(receipt), receipt);
        cards.show(List.of());
    }

    private void list(List<KindLine> lines, Receipt receipt) {
        kinds.show(lines);
        keys.setVisible(!lines.isEmpty());
        keys.setManaged(!lines.isEmpty());
        clean.setVisible(lines.isEmpty());
        clean.setManaged(lines.isEmpty());
        fine.setText(receipt.read() == 0
                ? "The file has no rows."
                : "Nothing is wrong: every row can come in as it stands.");
    }

    private void numbers(ImportCounts counts, String mended) {
        tiles.getChildren().setAll(tile("Read", counts.read(), "", ""),
                tile("Kept as they are", counts.asTheyAre(), "t-good", ""),
                tile(mended, counts.repairable(), "t-warn", "marked"),
                tile("Duplicates", counts.duplicates(), "t-soft", ""), tile("Refused", counts.refused(), "t-bad", ""));
        tiles.getChildren().forEach(tile -> HBox.setHgrow(tile, Priority.ALWAYS));
        share.show(counts.asTheyAre(), counts.repairable(), counts.duplicates(), counts.refused());
    }

    private static Region tile(String name, int value, String style, String marked) {
        VBox tile = Tile.of(name, new ReadOnlyStringWrapper(Words.number(value)), new ReadOnlyStringWrapper(""));
        tile.setPrefWidth(120);
        tile.setId("tile-" + name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
        if (value > 0 && !style.isEmpty()) {
            tile.getChildren().get(1).getStyleClass().add(style);
        }
        if (value > 0 && !marked.isEmpty()) {
            tile.getStyleClass().add(marked);
        }
        return tile;
    }

    private void press(KindLine line) {
        switch (line.act()) {
            case REPAIR -> model.toggle(line.kind());
            case SHOW, REPEATS -> model.show(line);
            case EXPORT -> model.export();
        }
    }

    private static HBox keys() {
        var row = new HBox(6, KeyCap.joined("Up"), KeyCap.joined("Down"), hint("choose"), KeyCap.joined("Space"),
                hint("does what the button says"), KeyCap.joined("Right"), hint("lists every place"));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("kinds-keys");
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }

    private static Label hint(String words) {
        return Labels.of(words, "t-small", "t-soft");
    }
}
