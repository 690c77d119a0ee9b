package fettle.ui.shell;

import fettle.ui.control.Buttons;
import fettle.ui.control.Icons;
import fettle.ui.control.KeyCap;
import fettle.ui.control.Labels;
import fettle.ui.session.Command;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Logo, project, the field that opens the palette, and what is always at hand.
final class TopBar {

    private final ShellViewModel model;
    private final Region root;

    TopBar(ShellViewModel model, Runnable openPalette, Runnable openHistory, Runnable openKeys) {
        this.model = model;
        HBox left = side(Pos.CENTER_LEFT, Labels.whole("F", "logo"), projectButton());
        left.setSpacing(4);
        HBox right = side(Pos.CENTER_RIGHT, offline(), history(openHistory), theme(),
                Buttons.icon("help", Feather.HELP_CIRCLE, "Keys (?)", openKeys));
        root = new Centred(left, find(openPalette), right);
        root.getStyleClass().add("top-bar");
    }

    Node root() {
        return root;
    }

    private static HBox side(Pos where, Node... content) {
        var side = new HBox(8, content);
        side.setAlignment(where);
        return side;
    }

    private Button projectButton() {
        Button button = Buttons.plain("project", "", () -> {}, "project-menu");
        button.textProperty().bind(model.projectName());
        FontIcon chevron = Icons.of(Feather.CHEVRON_DOWN, "icon-small");
        button.setGraphic(chevron);
        button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        button.setMinWidth(60);
        button.setMaxWidth(260);
        button.setOnAction(_ -> {
            var menu = new ContextMenu();
            for (String id : new String[]{"go-start", "new-project", "open-project", "close-project"}) {
                model.session().commands().find(id).map(TopBar::item).ifPresent(menu.getItems()::add);
            }
            menu.show(button, javafx.geometry.Side.BOTTOM, 0, 4);
        });
        return button;
    }

    private static MenuItem item(Command command) {
        var item = new MenuItem(command.title(), Icons.of(command.icon()));
        item.setId("menu-" + command.id());
        item.setDisable(!command.enabled().get());
        item.setOnAction(_ -> command.run().run());
        return item;
    }

    private Button find(Runnable openPalette) {
        Button find = Buttons.plain("find", "", openPalette, "find-box");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(8, Icons.of(Feather.SEARCH), Labels.of("Find anything, run any command", "t-soft"), gap,
                KeyCap.joined(model.session().commands().keysOf("palette")));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMouseTransparent(true);
        row.prefWidthProperty().bind(find.widthProperty().subtract(21));
        find.setGraphic(row);
        find.setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
        find.setAccessibleText("Find anything, run any command");
        return find;
    }

    private Button offline() {
        Button pill = Buttons.plain("offline", "", this::openNetwork, "pill-button");
        var offline = model.session().offlineProperty();
        pill.textProperty().bind(Bindings.when(offline).then("Offline").otherwise("Online"));
        var tip = new javafx.scene.control.Tooltip();
        tip.textProperty().bind(Bindings.when(offline).then("Nothing leaves this machine. Click to see or change.")
                .otherwise("Only what you start goes out. Click to see what went out."));
        pill.setTooltip(tip);
        Runnable dress = () -> {
            pill.getStyleClass().remove("on");
            if (offline.get()) {
                pill.getStyleClass().add("on");
            }
            pill.setGraphic(Icons.of(offline.get() ? Feather.WIFI_OFF : Feather.WIFI));
        };
        offline.addListener((_, _, _) -> dress.run());
        dress.run();
        return pill;
    }

    /// Where there is no list of calls, the pill itself is the switch.
    private void openNetwork() {
        var offline = model.session().offlineProperty();
        model.session().commands().find("network-log").ifPresentOrElse(command -> command.run().run(),
                () -> offline.set(!offline.get()));
    }

    private Button history(Runnable open) {
        Button pill = Buttons.plain("history", "History", open, "pill-button");
        pill.setGraphic(Icons.of(Feather.ROTATE_CCW));
        pill.disableProperty().bind(model.session().hasProject().not());
        return pill;
    }

    private Button theme() {
        var appearance = model.session().appearance();
        Button button = Buttons.icon("theme", Feather.SUN, "Light or dark", appearance::toggle);
        Runnable dress = () -> button.setGraphic(Icons.of(appearance.darkBinding().get() ? Feather.SUN : Feather.MOON));
        appearance.darkBinding().addListener((_, _, _) -> dress.run());
        dress.run();
        return button;
    }
}
