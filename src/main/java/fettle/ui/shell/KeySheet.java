package fettle.ui.shell;

import fettle.ui.control.Dialog;
import fettle.ui.control.KeyCap;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.session.Command;
import fettle.ui.session.Place;
import fettle.ui.session.Session;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All keys, made from the real commands: those of the screen first.
final class KeySheet {

    private KeySheet() {}

    static void show(Session session, Overlay overlay) {
        Place here = session.destinationProperty().get().place();
        List<Command> keyed = session.commands().all().stream().filter(command -> !command.keys().isEmpty()).toList();
        var groups = new FlowPane(32, 18);
        addGroup(groups, here.title(), keyed.stream().filter(c -> c.place().equals(Optional.of(here))).toList());
        List<Command> everywhere = keyed.stream().filter(c -> c.place().isEmpty()).toList();
        for (Command.Kind kind : Command.Kind.values()) {
            addGroup(groups, kind.word(), everywhere.stream().filter(command -> command.kind() == kind).toList());
        }
        groups.setPrefWrapLength(640);
        var scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(560);
        VBox dialog = Dialog.of("Keys", new VBox(scroll), "", overlay);
        dialog.setMaxWidth(720);
        dialog.setId("key-sheet");
        overlay.showDialog(dialog, () -> {});
    }

    private static void addGroup(FlowPane groups, String title, List<Command> commands) {
        if (commands.isEmpty()) {
            return;
        }
        var group = new VBox(6, Labels.of(title, "t-label"));
        commands.forEach(command -> group.getChildren().add(row(command)));
        group.setPrefWidth(300);
        groups.getChildren().add(group);
    }

    private static Node row(Command command) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(8, Labels.of(command.title()), gap, KeyCap.caps(command.keys()));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
