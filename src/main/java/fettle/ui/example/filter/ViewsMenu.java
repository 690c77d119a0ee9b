package fettle.ui.example.filter;

import fettle.example.NamedView;
import fettle.ui.control.Buttons;
import fettle.ui.control.DropDown;
import fettle.ui.control.Labels;
import fettle.ui.control.MenuList;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// Draws the named views: a button that says which one is shown, and the menu under it.
final class ViewsMenu {

    private final NamedViewsViewModel views;
    private final QueryModel query;
    private final MenuList menu = new MenuList();
    private final Button root;
    private final DropDown drop;
    private Optional<NamedView> renaming = Optional.empty();

    ViewsMenu(NamedViewsViewModel views, QueryModel query) {
        this.views = views;
        this.query = query;
        root = Buttons.quiet("views", "Save view", Feather.BOOKMARK, this::turn);
        root.getStyleClass().add("views-button");
        root.setMinWidth(Button.USE_PREF_SIZE);
        root.setTooltip(new Tooltip("Named views of the examples"));
        menu.root().getStyleClass().add("views-menu");
        menu.root().setId("views-menu");
        drop = new DropDown(root, menu.root(), () -> renaming = Optional.empty());
        views.stateProperty().subscribe(_ -> tell());
        query.queryProperty().addListener(_ -> tell());
    }

    /// Shows the icon alone while there is less room.
    void shrinkBelow(ReadOnlyDoubleProperty room, double least) {
        room.addListener((_, _, width) -> root.setContentDisplay(
                width.doubleValue() < least ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
    }

    Node root() {
        return root;
    }

    private void turn() {
        if (drop.isShowing()) {
            drop.close();
        } else {
            show();
        }
    }

    void show() {
        if (!drop.isShowing()) {
            views.refresh();
            fill();
            drop.show();
            menu.root().lookupAll(".text-field").stream().findFirst().ifPresentOrElse(Node::requestFocus,
                    menu::focusFirst);
        }
    }

    private void tell() {
        var state = views.stateProperty().get();
        root.setText(state.current().map(view -> view.name() + (state.changed() ? ", changed" : ""))
                .orElse(query.isFiltered() || state.views().isEmpty() ? "Save view" : "Views"));
        if (drop.isShowing()) {
            fill();
            drop.fit();
        }
    }

    private void fill() {
        var state = views.stateProperty().get();
        boolean writable = views.session().writable().get();
        menu.clear();
        state.current().filter(_ -> state.changed()).ifPresent(view -> {
            if (writable) {
                menu.row("view-update", Feather.SAVE, "Update “" + view.name() + "”", "", () -> {
                    views.save(view.name());
                    drop.close();
                });
            }
            menu.row("view-back", Feather.ROTATE_CCW, "Back to how it is saved", "",
                    () -> choose(view));
        });
        if (writable) {
            menu.add(saver());
        }
        if (!state.views().isEmpty()) {
            menu.heading("Views of this project");
        }
        for (NamedView view : state.views()) {
            if (renaming.filter(view::equals).isPresent()) {
                menu.add(renamer(view));
            } else {
                row(view, state.current().filter(view::equals).isPresent(), writable);
            }
        }
        state.problems().forEach(problem -> menu.add(Labels.wrapped(problem, "t-small", "t-bad", "menu-problem")));
        menu.heading("Filter");
        menu.row("filter-copy", Feather.COPY, "Copy the filter as text", "", () -> {
            copy(query.text());
            drop.close();
        }).setDisable(query.text().isEmpty());
        menu.row("filter-clear", Feather.X, "Show all examples", "", () -> {
            views.remember("");
            query.clear();
            drop.close();
        });
    }

    private void row(NamedView view, boolean current, boolean writable) {
        Button rename = Buttons.icon("view-rename", Feather.EDIT_2, "Rename this view", () -> {
            renaming = Optional.of(view);
            fill();
            menu.root().lookupAll(".text-field.renaming").forEach(Node::requestFocus);
        });
        Button delete = Buttons.icon("view-delete", Feather.TRASH_2, "Delete this view; its rows stay",
                () -> views.delete(view));
        Button row = menu.row("view-show", Feather.BOOKMARK, view.name(), "", () -> choose(view),
                writable ? new Node[]{rename, delete} : new Node[0]);
        MenuList.choose(row, current);
    }

    private void choose(NamedView view) {
        drop.close();
        views.show(view);
    }

    private HBox saver() {
        var name = new TextField();
        name.setId("view-name");
        name.setPromptText("Save what is shown as …");
        Button save = Buttons.small(Buttons.plain("view-save", "Save", () -> save(name)));
        save.disableProperty().bind(name.textProperty().map(String::isBlank));
        name.setOnAction(_ -> save(name));
        return line(name, save);
    }

    private void save(TextField name) {
        if (!name.getText().isBlank()) {
            views.save(name.getText());
            drop.close();
        }
    }

    private HBox renamer(NamedView view) {
        var name = new TextField(view.name());
        name.setId("view-new-name");
        name.getStyleClass().add("renaming");
        Runnable done = () -> {
            renaming = Optional.empty();
            views.rename(view, name.getText());
            fill();
        };
        name.setOnAction(_ -> done.run());
        return line(name, Buttons.small(Buttons.plain("view-rename-done", "Rename", done)));
    }

    private static HBox line(TextField field, Button button) {
        field.getStyleClass().add("small");
        HBox.setHgrow(field, Priority.ALWAYS);
        var line = new HBox(8, field, button);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("menu-line");
        return line;
    }

    static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
