package fettle.ui.source;

import fettle.source.Source;
import fettle.ui.control.DropDown;
import fettle.ui.control.KeyCap;
import fettle.ui.control.MenuList;
import fettle.ui.session.Commands;
import fettle.ui.session.Words;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with one source, each with the key that does it.
final class SourceMenu {

    private final SourcesView view;
    private final SourcesViewModel model;
    private final SourceRow row;
    private final MenuList list = new MenuList();
    private final DropDown menu;

    SourceMenu(SourcesView view, SourcesViewModel model, SourceRow row, Node at) {
        this.view = view;
        this.model = model;
        this.row = row;
        this.menu = new DropDown(at, list.root(), () -> {});
        list.root().setId("source-menu-list");
        fill();
    }

    void show() {
        menu.show();
        list.focusFirst();
    }

    private void fill() {
        boolean writable = model.session().writable().get();
        if (row.isWorking()) {
            item("stop-source", Feather.SQUARE, "Stop", () -> model.stop(row), true);
            return;
        }
        boolean rows = row.kind() == Source.Kind.EXAMPLES;
        boolean failed = row.activityProperty().get() instanceof Activity.Failed;
        item("refresh-source", Feather.REFRESH_CW, rows ? "Import again…" : failed ? "Try again" : "Refresh",
                () -> model.refresh(row), writable);
        row.source().ifPresentOrElse(source -> fill(source, rows, writable), () -> item("forget-source", Feather.X,
                "Take it off the list", () -> model.forget(row), true));
    }

    private void fill(Source source, boolean rows, boolean writable) {
        item("show-source", rows ? Feather.MESSAGE_SQUARE : Feather.FILE_TEXT, rows
                ? "Show its examples"
                : "Show its documents", () -> model.show(source), true);
        if (SourceWords.opens(source, row.knownProperty().get().entries()).isPresent()) {
            item("open-source", Feather.EXTERNAL_LINK, switch (source.kind()) {
                case FOLDER -> "Open the folder";
                case EXAMPLES -> "Open the file";
                case GITHUB, GIT, ARTICLES -> "Open in the browser";
            }, () -> model.open(row), true);
        }
        if (rows) {
            item("source-receipt", Feather.LIST, "Receipt", () -> model.showReceipt(source), true);
        } else if (source.kind() != Source.Kind.ARTICLES || !source.location().equals(SourceWords.ARTICLES)) {
            item("source-paths", Feather.FILTER, "Include and exclude…", view::askPaths, writable);
        }
        list.add(fettle.ui.control.Card.hairline());
        item("remove-source", Feather.TRASH_2, "Remove " + (source.taken() == 0
                ? "it"
                : rows ? "from the list" : Words.count(source.taken(), "document", "documents")) + "…",
                view::askRemoval, writable);
    }

    private void item(String id, Feather icon, String words, Runnable action, boolean possible) {
        Commands commands = model.session().commands();
        String keys = String.join(" ", KeyCap.names(commands.find(id).map(fettle.ui.session.Command::keys)
                .orElse("")));
        list.row("menu-" + id, icon, words, keys, () -> {
            menu.close();
            action.run();
        }).setDisable(!possible);
    }
}
