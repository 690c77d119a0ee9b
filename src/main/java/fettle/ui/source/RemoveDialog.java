package fettle.ui.source;

import fettle.source.Source;
import fettle.ui.control.Buttons;
import fettle.ui.control.Dialog;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.session.Words;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Says what goes with a source before it goes.
final class RemoveDialog {

    private final SourcesViewModel model;
    private final SourcesViewModel.Removal removal;
    private final Overlay overlay;

    RemoveDialog(SourcesViewModel model, SourcesViewModel.Removal removal, Overlay overlay) {
        this.model = model;
        this.removal = removal;
        this.overlay = overlay;
    }

    void show() {
        Source source = removal.source();
        boolean rows = source.kind() == Source.Kind.EXAMPLES;
        var body = new VBox(8, Labels.wrapped(goes(rows)), Labels.wrapped(stays(rows), "t-soft"));
        Button remove = Buttons.danger("confirm-removal", rows
                ? "Remove the source"
                : removal.documents() == 0
                        ? "Remove the source"
                        : "Remove " + Words.count(removal.documents(), "document", "documents"),
                Feather.TRASH_2, () -> {
                    overlay.close();
                    model.remove(source);
                });
        VBox dialog = Dialog.of("Remove " + SourceWords.title(source) + "?", body, "", overlay,
                Buttons.plain("cancel", "Cancel", overlay::close), remove);
        dialog.setId("remove-dialog");
        overlay.showDialog(dialog, () -> {});
        remove.requestFocus();
    }

    private String goes(boolean rows) {
        if (rows) {
            return "The file leaves the list, and its receipt and mapping with it.";
        }
        String documents = Words.count(removal.documents(), "document", "documents");
        String chunks = removal.chunks() == 0 ? "" : " and " + Words.count(removal.chunks(), "chunk", "chunks");
        return documents + chunks
                + " will go from this project. That cannot be undone; the source can be added again.";
    }

    private String stays(boolean rows) {
        return rows
                ? "Its examples stay; undo the import in the history to take them back. The file itself is not touched."
                : "Examples that were made from them stay. The place itself is not touched.";
    }
}
