package fettle.ui.settings;

import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.session.Command;
import fettle.ui.session.Words;
import fettle.web.NetworkLog.Entry;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Draws what went out, newest first, and the switch that lets nothing out.
public final class NetworkPanel {

    private final NetworkViewModel model;
    private final Overlay overlay;
    private final ListView<Entry> list;
    private final VBox root;

    public NetworkPanel(NetworkViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        list = new ListView<>(model.entries());
        list.setId("network-entries");
        list.setCellFactory(_ -> new EntryCell());
        list.setPlaceholder(none());
        VBox.setVgrow(list, Priority.ALWAYS);
        root = new VBox(head(), offline(), Card.hairline(), list);
        root.setId("network-panel");
        root.getStyleClass().addAll("dialog-layer", "network-panel");
        model.session().commands().add(Command.of("network-log", "Show what went out to the network", Feather.WIFI,
                this::open));
    }

    private void open() {
        overlay.show(root, Pos.CENTER_RIGHT, new Insets(56, 8, 40, 8), () -> {});
    }

    private Node head() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(8, Labels.whole("Network", "t-heading"), Labels.of(model.summary(), "t-soft"), gap,
                Buttons.icon("close-network", Feather.X, "Close", overlay::close));
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPadding(new Insets(12, 12, 8, 16));
        return head;
    }

    private Node offline() {
        var offline = new CheckBox("Offline: nothing leaves this machine");
        offline.setId("offline-switch");
        offline.selectedProperty().bindBidirectional(model.session().offlineProperty());
        var note = Labels.wrapped("Each call of this window, without its content.", "t-small", "t-soft");
        var both = new VBox(6, offline, note);
        both.setPadding(new Insets(0, 16, 12, 16));
        return both;
    }

    private static Node none() {
        var none = Labels.wrapped("Nothing has gone out since Fettle was started.", "t-soft");
        none.setPadding(new Insets(16));
        return none;
    }

    private static final class EntryCell extends ListCell<Entry> {

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setGraphic(empty || entry == null ? null : row(entry));
        }

        private static Node row(Entry entry) {
            boolean fine = entry.problem().isEmpty() && entry.status() < 400;
            var host = Labels.of(entry.host(), "t-mono");
            HBox.setHgrow(host, Priority.ALWAYS);
            host.setMaxWidth(Double.MAX_VALUE);
            var outcome = Labels.whole(NetworkViewModel.outcome(entry), "t-small", fine ? "t-soft" : "t-bad");
            var first = new HBox(8, host, outcome);
            var what = Labels.of(entry.purpose() + " · " + NetworkViewModel.sizes(entry), "t-small", "t-soft");
            HBox.setHgrow(what, Priority.ALWAYS);
            what.setMaxWidth(Double.MAX_VALUE);
            var when = Labels.whole(Words.when(entry.time().toEpochMilli()), "t-small", "t-soft");
            var lines = new VBox(2, first, new HBox(8, what, when));
            HBox.setHgrow(lines, Priority.ALWAYS);
            lines.setMinWidth(0);
            lines.setAlignment(Pos.CENTER_LEFT);
            var row = new HBox(10, Icons.of(fine ? Feather.CHECK : Feather.ALERT_CIRCLE,
                    fine ? "icon-good" : "icon-bad", "icon-small"), lines);
            row.setAlignment(Pos.CENTER_LEFT);
            row.setPrefWidth(0);
            row.getStyleClass().add("network-row");
            return row;
        }
    }
}
