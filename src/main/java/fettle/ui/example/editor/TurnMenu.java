package fettle.ui.example.editor;

import fettle.ui.control.Icons;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with a turn as a whole.
final class TurnMenu {

    private TurnMenu() {}

    /// `caret` is where the text is split.
    static MenuButton of(EditorViewModel editor, MessageForm form, Supplier<Caret> caret) {
        int index = form.index();
        var menu = new MenuButton("", Icons.of(Feather.MORE_HORIZONTAL));
        menu.setId("turn-menu-" + index);
        menu.setAccessibleText("What can be done with this turn");
        menu.getStyleClass().addAll("quiet", "turn-menu");
        menu.getItems().add(new MenuItem("")); // filled when it opens: five hundred turns have as many menus
        menu.setOnShowing(_ -> fill(menu, editor.edits(), form, caret));
        return menu;
    }

    private static void fill(MenuButton menu, TurnEdits edits, MessageForm form, Supplier<Caret> caret) {
        int index = form.index();
        menu.getItems().clear();
        menu.getItems().addAll(roles("Change the role", role -> edits.setRole(index, role)),
                roles("Add a turn above", role -> edits.add(index, role)),
                roles("Add a turn below", role -> edits.add(index + 1, role)), new SeparatorMenuItem(),
                item("Split at the caret", () -> edits.split(index, caret.get().text(), caret.get().offset())),
                item("Merge with the next", () -> edits.merge(index)),
                item("Duplicate", () -> edits.duplicate(index)),
                item("Move up", () -> edits.move(index, index - 1)),
                item("Move down", () -> edits.move(index, index + 1)));
        if (form.role().equals("assistant")) {
            menu.getItems().addAll(new SeparatorMenuItem(), item("Add a tool call", () -> edits.addCall(index)));
        }
        menu.getItems().addAll(new SeparatorMenuItem(), item("Remove the turn", () -> edits.remove(index)));
    }

    static Menu roles(String title, Consumer<String> chosen) {
        var menu = new Menu(title);
        TurnEdits.ROLES.forEach(role -> menu.getItems().add(item(ExampleWords.role(role), () -> chosen.accept(role))));
        return menu;
    }

    static MenuItem item(String title, Runnable action) {
        var item = new MenuItem(title);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
