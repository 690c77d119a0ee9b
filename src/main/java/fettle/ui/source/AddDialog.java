package fettle.ui.source;

import fettle.ui.control.Buttons;
import fettle.ui.control.Dialog;
import fettle.ui.control.Icons;
import fettle.ui.control.KeyCap;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Asks what to bring in: one field for addresses, and what each of them is.
final class AddDialog {

    private static final int MOST_SHOWN = 6;
    private static final double LINE = 40;

    private final AddViewModel model;
    private final Overlay overlay;
    private final TextArea field = new TextArea();

    AddDialog(AddViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        field.setId("add-field");
        field.setPromptText("github:owner/repo@branch\nhttps://example.org/an-article\nhttps://example.org/sitemap.xml"
                + "\ngit:https://host/repo.git, or a folder");
        field.setPrefRowCount(5);
        field.setWrapText(true);
        field.getStyleClass().add("t-mono");
        field.textProperty().bindBidirectional(model.textProperty());
        TabTravel.on(field);
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                event.consume();
                add();
            }
        });
    }

    void show() {
        var body = new VBox(10, Labels.of("Addresses, one a line", "t-label"), field, offline(), lines(), patterns(),
                access());
        Button add = Buttons.primary("add-sources", "Add", Feather.PLUS, this::add);
        add.textProperty().bind(Bindings.createStringBinding(model::act, model.addressesProperty(),
                model.session().offlineProperty()));
        add.disableProperty().bind(Bindings.createBooleanBinding(() -> !model.canAdd(), model.addressesProperty(),
                model.session().offlineProperty()));
        VBox dialog = Dialog.of("Add sources", body, "", overlay,
                Buttons.secondary("choose-folder", "A folder…", Feather.FOLDER_PLUS, () -> leave(model::chooseFolder)),
                Buttons.secondary("choose-files", "Files…", Feather.FILE_PLUS, () -> leave(model::chooseFiles)), add);
        dialog.setId("add-dialog");
        dialog.setMaxWidth(720);
        overlay.showDialog(dialog, () -> {});
        field.requestFocus();
        field.end();
    }

    private void add() {
        if (model.canAdd()) {
            overlay.close();
            model.add();
        }
    }

    private void leave(Runnable then) {
        overlay.close();
        then.run();
    }

    /// Said before anything is tried.
    private Node offline() {
        var words = Labels.wrapped("Fettle is offline: what lies elsewhere waits. Folders and files are read.",
                "t-warn");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(10, Icons.of(Feather.WIFI_OFF, "icon-warn"), words, Buttons.small(Buttons.plain("go-online",
                "Go online", () -> model.session().offlineProperty().set(false))));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("hint-warn");
        line.setId("add-offline");
        line.visibleProperty().bind(model.session().offlineProperty());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private Node lines() {
        var list = new ListView<Address>();
        list.setId("add-lines");
        list.getStyleClass().add("address-list");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new AddressCell());
        model.addressesProperty().subscribe(found -> list.getItems().setAll(found));
        model.session().offlineProperty().subscribe(_ -> list.refresh());
        var none = Bindings.isEmpty(list.getItems());
        list.visibleProperty().bind(none.not());
        list.managedProperty().bind(list.visibleProperty());
        list.prefHeightProperty().bind(Bindings.createDoubleBinding(
                () -> 2 + LINE * field.getFont().getSize() / 12 * Math.min(MOST_SHOWN, list.getItems().size()),
                list.getItems(), field.fontProperty()));
        list.minHeightProperty().bind(list.prefHeightProperty());
        return list;
    }

    private Node patterns() {
        TextField include = field("add-include", "Take only, such as docs/** *.md");
        include.textProperty().bindBidirectional(model.includeProperty());
        TextField exclude = field("add-exclude", "Leave out, such as **/test/**");
        exclude.textProperty().bindBidirectional(model.excludeProperty());
        var line = new HBox(10, include, exclude);
        return new VBox(4, Labels.of("Paths, where there are many", "t-label"), line);
    }

    private static TextField field(String id, String prompt) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.getStyleClass().add("code-field");
        field.setMinWidth(0);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private Node access() {
        var words = Labels.wrapped(model.accessProperty().map(found -> found.map(Access::words).orElse("")),
                "t-small", "t-soft");
        words.setId("add-access");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(8, Icons.of(Feather.KEY, "icon-small"), words, Labels.whole("Add", "t-small", "t-soft"),
                KeyCap.caps("Shortcut+Enter"));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private final class AddressCell extends ListCell<Address> {

        @Override
        protected void updateItem(@Nullable Address address, boolean empty) {
            super.updateItem(address, empty);
            setGraphic(empty || address == null ? null : draw(address));
        }

        private Node draw(Address address) {
            boolean usable = address.usable() && !model.waits(address);
            var text = Labels.of(address.text(), "t-mono");
            var what = Labels.of(model.words(address), "t-small", usable
                    ? "t-soft"
                    : address.usable()
                            ? "t-warn"
                            : "t-bad");
            var words = new VBox(0, text, what);
            words.setMinWidth(0);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            var line = new HBox(10, icon(address, usable), words);
            line.setAlignment(Pos.CENTER_LEFT);
            line.setPrefWidth(0);
            return line;
        }

        private static Node icon(Address address, boolean usable) {
            if (!address.usable()) {
                return Icons.of(Feather.ALERT_OCTAGON, "icon-bad");
            }
            Feather kind = switch (address.kind().orElseThrow()) {
                case GITHUB -> Feather.GITHUB;
                case GIT -> Feather.GIT_MERGE;
                case ARTICLES -> Feather.GLOBE;
                case FOLDER -> Feather.FOLDER;
                case EXAMPLES -> Feather.FILE;
            };
            return Icons.of(kind, usable ? "icon-accent" : "icon-warn");
        }
    }
}
