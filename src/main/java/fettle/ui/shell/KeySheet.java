package fettle.ui.shell;

import fettle.ui.control.Buttons;
import fettle.ui.control.Dialog;
import fettle.ui.control.Overlay;
import fettle.ui.key.KeyList;
import fettle.ui.key.KeyListViewModel;
import fettle.ui.session.DesktopKeys;
import fettle.ui.session.Session;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// All keys, made from the real commands: those of the screen first. A press on one changes its keys.
final class KeySheet {

    private KeySheet() {}

    static void show(Session session, Overlay overlay) {
        var model = new KeyListViewModel(session.commands(), DesktopKeys.ofThisMachine(),
                Optional.of(session.destinationProperty().get().place()));
        var scroll = new ScrollPane(new KeyList(model).root());
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(520);
        scroll.setFocusTraversable(false);
        Button reset = Buttons.secondary("keys-reset", "All keys as they came", Feather.ROTATE_CCW, model::resetAll);
        VBox dialog = Dialog.of("Keys", new VBox(scroll), "Press a line to change its keys. They are kept at once.",
                overlay, reset);
        dialog.setMaxWidth(740);
        dialog.setId("key-sheet");
        overlay.showDialog(dialog, () -> {});
    }
}
