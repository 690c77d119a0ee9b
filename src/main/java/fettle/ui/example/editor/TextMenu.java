package fettle.ui.example.editor;

import fettle.ui.example.spelling.Spelling;
import fettle.ui.example.spelling.SpellingViewModel;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.fxmisc.richtext.StyleClassedTextArea;

/// The menu of a text: what might have been meant, cut and paste, and the language of the spelling.
final class TextMenu {

    private final StyleClassedTextArea area;
    private final SpellMarks marks;
    private final SpellingViewModel spelling;
    private final ContextMenu menu = new ContextMenu();

    private TextMenu(StyleClassedTextArea area, SpellMarks marks, SpellingViewModel spelling) {
        this.area = area;
        this.marks = marks;
        this.spelling = spelling;
    }

    static void on(StyleClassedTextArea area, SpellMarks marks, SpellingViewModel spelling) {
        var made = new TextMenu(area, marks, spelling);
        area.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, made::asked);
    }

    private void asked(ContextMenuEvent event) {
        int at = event.isKeyboardTrigger()
                ? area.getCaretPosition()
                : area.hit(event.getX(), event.getY()).getInsertionIndex();
        marks.at(at).ifPresentOrElse(word -> spelling.suggest(text(word), meant -> show(event, () -> {
            if (text(word).isEmpty()) {
                return;
            }
            addSuggestions(word, meant);
        })), () -> show(event, () -> {}));
        event.consume();
    }

    private void show(ContextMenuEvent event, Runnable first) {
        menu.getItems().clear();
        first.run();
        addEditing();
        menu.getItems().addAll(new SeparatorMenuItem(), languages());
        if (area.getScene() != null) {
            menu.show(area, event.getScreenX(), event.getScreenY());
        }
    }

    private String text(Spelling.Misspelt word) {
        return word.to() <= area.getLength() ? area.getText(word.from(), word.to()) : "";
    }

    private void addSuggestions(Spelling.Misspelt word, List<String> meant) {
        String wrong = text(word);
        for (String each : meant) {
            MenuItem item = TurnMenu.item(each, () -> {
                if (text(word).equals(wrong)) {
                    area.replaceText(word.from(), word.to(), each);
                }
            });
            item.getStyleClass().add("suggestion");
            item.setDisable(!area.isEditable());
            menu.getItems().add(item);
        }
        if (meant.isEmpty()) {
            MenuItem none = TurnMenu.item("The dictionary has nothing like it", () -> {});
            none.setDisable(true);
            menu.getItems().add(none);
        }
        menu.getItems().addAll(TurnMenu.item("Add “" + wrong + "” to the project's words",
                () -> spelling.learn(wrong)), new SeparatorMenuItem());
    }

    private void addEditing() {
        boolean selected = area.getSelection().getLength() > 0;
        MenuItem cut = TurnMenu.item("Cut", area::cut);
        MenuItem copy = TurnMenu.item("Copy", area::copy);
        MenuItem paste = TurnMenu.item("Paste", area::paste);
        cut.setDisable(!selected || !area.isEditable());
        copy.setDisable(!selected);
        paste.setDisable(!area.isEditable());
        menu.getItems().addAll(cut, copy, paste, TurnMenu.item("Select all", area::selectAll));
    }

    private Menu languages() {
        String now = spelling.settingsProperty().get().language();
        var languages = new Menu("Spelling");
        languages.getItems().add(language("Not checked", now.isEmpty(), ""));
        for (String each : spelling.languages()) {
            languages.getItems().add(language(name(each), each.equals(now), each));
        }
        return languages;
    }

    private CheckMenuItem language(String title, boolean chosen, String language) {
        var item = new CheckMenuItem(title);
        item.setSelected(chosen);
        item.setOnAction(_ -> spelling.choose(language));
        return item;
    }

    /// "English (US)", "Norwegian Bokmål (Norway)", or the name as it is.
    private static String name(String dictionary) {
        var locale = java.util.Locale.forLanguageTag(dictionary.replace('_', '-'));
        String words = locale.getDisplayName(java.util.Locale.ENGLISH);
        return words.isEmpty() ? dictionary : dictionary.equals("en") ? "English (US)" : words;
    }
}
