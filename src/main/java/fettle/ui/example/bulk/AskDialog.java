package fettle.ui.example.bulk;

import fettle.ui.control.Buttons;
import fettle.ui.control.Dialog;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.example.table.Targets;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Asks the one thing that an act needs to know; its button says the number.
final class AskDialog {

    private final BulkViewModel bulk;
    private final Overlay overlay;

    AskDialog(BulkViewModel bulk, Overlay overlay) {
        this.bulk = bulk;
        this.overlay = overlay;
    }

    /// `deed` makes the act of what stands in the fields; empty while it cannot be done. It depends on `values`.
    void show(String title, Node fields, Supplier<Optional<Deed>> deed, Observable... values) {
        Targets targets = bulk.targets().getValue();
        var wanted = Bindings.createObjectBinding(deed::get, values);
        Button act = Buttons.primary("ask-run", title, Feather.CHECK, () -> wanted.get().ifPresent(now -> {
            overlay.close();
            bulk.run(now, targets, java.util.Set.of());
        }));
        act.textProperty().bind(wanted.map(now -> now.map(known -> known.command(targets.count())).orElse(title)));
        act.disableProperty().bind(wanted.map(Optional::isEmpty));
        String where = targets.words();
        var body = new VBox(10, Labels.wrapped(Character.toUpperCase(where.charAt(0)) + where.substring(1) + ".",
                "t-soft"), fields);
        overlay.showDialog(Dialog.of(title, body, "It can be undone as a whole.", overlay, act), () -> {});
    }
}
