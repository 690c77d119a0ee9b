package fettle.ui.dataset;

import fettle.dataset.Split;
import fettle.ui.control.Buttons;
import fettle.ui.control.Dialog;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;

/// The pairs of a training and a validation row that say much the same.
final class LeakDialog {

    private static final int MOST = 50;

    private LeakDialog() {}

    static void show(Split split, DatasetViewModel model, Overlay overlay) {
        List<Split.Leak> leaks = split.leaks().stream().filter(leak -> leak.overlap() >= 0.5).limit(MOST).toList();
        var grid = new GridPane(18, 8);
        grid.addRow(0, Labels.whole("shared", "t-label"), Labels.whole("in validation", "t-label"),
                Labels.whole("in training", "t-label"));
        for (int index = 0; index < leaks.size(); index++) {
            Split.Leak leak = leaks.get(index);
            grid.addRow(index + 1, Labels.whole(String.format(Locale.ENGLISH, "%.0f %%", leak.overlap() * 100)),
                    jump(leak.validation(), model, overlay), jump(leak.train(), model, overlay));
        }
        var scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(420);
        overlay.showDialog(Dialog.of("Rows that give answers away", scroll,
                "Reject one of a pair, or split by source.", overlay), () -> {});
    }

    private static javafx.scene.Node jump(long id, DatasetViewModel model, Overlay overlay) {
        return Buttons.small(Buttons.plain("leak-" + id, "Row " + id, () -> {
            overlay.close();
            model.show(id);
        }));
    }
}
