package fettle.ui.source;

import fettle.example.Receipt;
import fettle.ui.control.Card;
import fettle.ui.control.Labels;
import fettle.ui.session.Words;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the last import of a file did, and how its parts were mapped.
final class ImportSection {

    private ImportSection() {}

    static Node of(ImportNote imported) {
        Optional<Receipt> receipt = imported.receipt();
        if (receipt.isEmpty()) {
            return Labels.wrapped("How it was imported is not remembered. Import it again for a receipt.", "t-soft");
        }
        var rows = new VBox(Labels.of("The last import", "t-label"));
        add(rows, "Repaired", Words.number(receipt.get().repaired()));
        add(rows, "Duplicates", Words.number(receipt.get().duplicates()));
        add(rows, "Shape", receipt.get().shape());
        add(rows, "Encoding", receipt.get().encoding());
        add(rows, "Not used", String.join(", ", receipt.get().unused()));
        if (imported.mapping().isEmpty()) {
            return rows;
        }
        var mapping = new VBox(Labels.of("Mapping", "t-label"));
        imported.mapping().forEach(line -> mapping.getChildren().add(Labels.wrapped(line, "t-mono")));
        return new VBox(16, rows, mapping);
    }

    private static void add(VBox rows, String name, String value) {
        if (value.isEmpty()) {
            return;
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(12, Labels.of(name), gap, Labels.of(value, "t-soft"));
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPadding(new Insets(6, 0, 6, 0));
        rows.getChildren().addAll(line, Card.hairline());
    }
}
