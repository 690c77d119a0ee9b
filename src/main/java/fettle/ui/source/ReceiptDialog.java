package fettle.ui.source;

import fettle.example.Receipt;
import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.Dialog;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.control.Pill;
import fettle.ui.control.Tile;
import fettle.ui.session.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What an import did: how many rows, what is wrong with which, what can be mended, and the way back.
final class ReceiptDialog {

    private static final int MOST_KINDS = 30;

    private final PlainImports.Imported done;
    private final Receipt receipt;
    private final PlainImports model;
    private final Overlay overlay;

    ReceiptDialog(PlainImports.Imported done, PlainImports model, Overlay overlay) {
        this.done = done;
        this.receipt = done.receipt();
        this.model = model;
        this.overlay = overlay;
    }

    /// `fresh` offers the way back: only right after the import.
    void show(boolean fresh) {
        var body = new VBox(12, facts(), tiles(), share(), problems());
        VBox dialog = Dialog.of(title(), body, fresh && receipt.kept() > 0
                ? "One step in the project’s history: it can be undone as a whole."
                : "", overlay, buttons(fresh));
        dialog.setId("receipt");
        dialog.setMaxWidth(1040);
        overlay.showDialog(dialog, () -> {});
    }

    private String title() {
        String name = String.valueOf(done.files().getFirst().getFileName());
        return done.files().size() == 1 ? name : name + " and " + (done.files().size() - 1) + " more";
    }

    private Node[] buttons(boolean fresh) {
        var buttons = new ArrayList<Node>();
        long repairs = receipt.problems().stream().filter(ReceiptDialog::canBeRepaired).count();
        if (fresh && done.step() > 0) {
            buttons.add(Buttons.plain("undo-import", "Undo the import", () -> leave(() -> model.undo(done))));
        }
        if (fresh && repairs > 0) {
            buttons.add(Buttons.secondary("repair", "Repair " + Words.number(repairs) + " and import again",
                    Feather.TOOL, () -> leave(() -> model.repair(done))));
        }
        if (receipt.kept() > 0) {
            buttons.add(Buttons.primary("show-examples", "Show " + Words.count(receipt.kept(), "example", "examples"),
                    Feather.MESSAGE_SQUARE, () -> leave(model::showExamples)));
        } else {
            buttons.add(Buttons.plain("close-receipt", "Close", overlay::close));
        }
        return buttons.toArray(Node[]::new);
    }

    private void leave(Runnable then) {
        overlay.close();
        then.run();
    }

    private Node facts() {
        var facts = new FlowPane(10, 8);
        addFact(facts, receipt.encoding(), Pill.Tone.OUTLINE);
        if (!receipt.unused().isEmpty()) {
            addFact(facts, "Not used: " + String.join(", ", receipt.unused()), Pill.Tone.OUTLINE);
        }
        addFact(facts, receipt.shape().isEmpty() ? "" : "Shape: " + receipt.shape(), Pill.Tone.ACCENT);
        var both = new VBox(8, facts);
        if (!receipt.evidence().isEmpty()) {
            both.getChildren().add(Labels.wrapped(receipt.evidence(), "t-soft"));
        }
        return both;
    }

    private static void addFact(FlowPane facts, String text, Pill.Tone tone) {
        if (!text.isEmpty()) {
            var pill = Pill.of(text, tone);
            pill.setMinWidth(0);
            pill.setMaxWidth(900);
            facts.getChildren().add(pill);
        }
    }

    private Node tiles() {
        var tiles = new HBox(12, tile("Read", receipt.read(), ""),
                tile("Kept", receipt.kept(), receipt.kept() > 0 ? "t-good" : ""),
                tile("Of these repaired", receipt.repaired(), receipt.repaired() > 0 ? "t-warn" : ""),
                tile("Of these duplicates", receipt.duplicates(), ""),
                tile("Refused", receipt.refused(), receipt.refused() > 0 ? "t-bad" : ""));
        tiles.getChildren().forEach(tile -> HBox.setHgrow(tile, Priority.ALWAYS));
        return tiles;
    }

    private static Region tile(String name, int value, String style) {
        VBox tile = Tile.of(name, new ReadOnlyStringWrapper(Words.number(value)), new ReadOnlyStringWrapper(""));
        tile.setPrefWidth(150);
        if (!style.isEmpty()) {
            tile.getChildren().get(1).getStyleClass().add(style);
        }
        return tile;
    }

    /// One bar: kept, repaired, duplicates, refused.
    private Node share() {
        int plain = receipt.kept() - receipt.repaired() - receipt.duplicates();
        var bar = new HBox(part("good", Math.max(0, plain)), part("warn", receipt.repaired()),
                part("neutral", receipt.duplicates()), part("bad", receipt.refused()));
        bar.getStyleClass().add("share-bar");
        bar.setVisible(receipt.read() > 0);
        Card.round(bar, 4);
        return bar;
    }

    private Node part(String tone, int count) {
        var part = new Region();
        part.getStyleClass().addAll("share-part", tone);
        part.setMinWidth(count == 0 ? 0 : 4);
        part.setPrefWidth(960.0 * count / Math.max(1, receipt.read()));
        part.setVisible(count > 0);
        HBox.setHgrow(part, count > 0 ? Priority.ALWAYS : Priority.NEVER);
        return part;
    }

    private Node problems() {
        if (receipt.problems().isEmpty()) {
            var fine = Labels.wrapped(
                    receipt.read() == 0 ? "Nothing could be read." : "Every row came in as it stands.",
                    "t-soft");
            return new HBox(8, Icons.of(receipt.read() == 0 ? Feather.ALERT_TRIANGLE : Feather.CHECK,
                    receipt.read() == 0 ? "icon-warn" : "icon-good"), fine);
        }
        var rows = new VBox();
        kinds().forEach((_, same) -> rows.getChildren().addAll(row(same), Card.hairline()));
        if (receipt.furtherProblems() > 0) {
            rows.getChildren().add(Labels.wrapped("And " + Words.number(receipt.furtherProblems()) + " more.",
                    "t-soft"));
        }
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(260);
        return new VBox(4, Labels.of("What is wrong", "t-label"), scroll);
    }

    private Map<String, List<Receipt.Problem>> kinds() {
        var kinds = new LinkedHashMap<String, List<Receipt.Problem>>();
        for (Receipt.Problem problem : receipt.problems()) {
            if (kinds.containsKey(problem.kind()) || kinds.size() < MOST_KINDS) {
                kinds.computeIfAbsent(problem.kind(), _ -> new ArrayList<>()).add(problem);
            }
        }
        return kinds;
    }

    private static Node row(List<Receipt.Problem> same) {
        Receipt.Problem first = same.getFirst();
        var line = Labels.whole(first.line() > 0 ? Words.number(first.line()) : "–", "t-mono", "t-soft",
                "receipt-line");
        var words = new VBox(1, Labels.wrapped(first.message()));
        if (!first.repair().isEmpty()) {
            words.getChildren().add(Labels.wrapped((first.repaired() ? "Mended: " : "Can be mended: ")
                    + first.repair(), "t-soft", "t-small"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        Feather icon = canBeRepaired(first) || first.repaired() ? Feather.TOOL : Feather.ALERT_OCTAGON;
        String tone = canBeRepaired(first) || first.repaired() ? "icon-warn" : "icon-bad";
        var row = new HBox(12, line, Icons.of(icon, tone), words,
                Pill.of(Words.count(same.size(), "row", "rows"), Pill.Tone.NEUTRAL));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPadding(new javafx.geometry.Insets(7, 4, 7, 0));
        return row;
    }

    private static boolean canBeRepaired(Receipt.Problem problem) {
        return !problem.repaired() && !problem.repair().isEmpty();
    }
}
