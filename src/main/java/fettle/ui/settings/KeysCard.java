package fettle.ui.settings;

import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.Labels;
import fettle.ui.key.KeyList;
import fettle.ui.key.KeyListViewModel;
import fettle.ui.session.Commands;
import fettle.ui.session.DesktopKeys;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// All commands with their keys, to be changed.
final class KeysCard {

    private final VBox root;

    KeysCard(Commands commands) {
        var model = new KeyListViewModel(commands, DesktopKeys.ofThisMachine(), Optional.empty());
        var reset = Buttons.small(Buttons.secondary("settings-keys-reset", "All as they came", Feather.ROTATE_CCW,
                model::resetAll));
        reset.disableProperty().bind(Bindings.isEmpty(commands.changedKeys()));
        root = Card.of(Card.head("Keys", Labels.of(""), reset), Labels.wrapped("Press a line, then the keys that it"
                + " shall have: one stroke, or two letters after each other. A plain letter acts while no text has"
                + " the focus. What the desktop needs is left to it.", "t-soft"), new KeyList(model).root());
        root.setId("settings-keys");
    }

    Node root() {
        return root;
    }
}
