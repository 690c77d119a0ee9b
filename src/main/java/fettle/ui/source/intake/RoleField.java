package fettle.ui.source.intake;

import fettle.ui.control.Buttons;
import fettle.ui.control.DropDown;
import fettle.ui.control.Labels;
import fettle.ui.control.MenuList;
import fettle.ui.source.intake.MappingViewModel.Role;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// What a part of an example is made from. Down lists the columns; after `{{` those that begin so are listed by themselves.
/// A line break of a template is written and shown as ⏎.
final class RoleField {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    private static final String BREAK = "⏎";

    private final List<String> columns;
    private final TextField field = new TextField();
    private final MenuList menu = new MenuList();
    private final DropDown drop;
    private final HBox root;
    private boolean filling;

    RoleField(Role role, List<String> columns) {
        this.columns = columns;
        field.setId("role-" + role.key());
        field.setPromptText(RoleWords.hint(role.key()));
        field.setAccessibleText(RoleWords.of(role.key()));
        field.getStyleClass().add("code-field");
        field.setMinWidth(60);
        HBox.setHgrow(field, Priority.ALWAYS);
        drop = new DropDown(field, menu.root(), menu::clear);
        Button all = Buttons.icon("columns-" + role.key(), Feather.CHEVRON_DOWN, "Choose a column", this::listAll);
        all.setFocusTraversable(false);
        root = new HBox(6, Labels.whole(RoleWords.of(role.key()), "t-label", RoleWords.style(role.key()),
                "role-name"), field, all);
        root.setAlignment(Pos.CENTER_LEFT);
        role.value().subscribe(value -> {
            if (!value.equals(text())) {
                filling = true;
                field.setText(value.replace("\n", BREAK));
                filling = false;
            }
        });
        field.textProperty().addListener((_, _, _) -> {
            if (!filling) {
                role.value().set(text());
                complete();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    Region root() {
        return root;
    }

    TextField field() {
        return field;
    }

    /// Puts a column at the caret: alone into an empty field, else as a part of a template.
    void insert(String column) {
        String now = field.getText();
        if (now.isBlank()) {
            field.setText(column);
        } else {
            String before = columns.contains(now) ? OPEN + now + CLOSE + BREAK : now;
            field.setText(before + OPEN + column + CLOSE);
        }
        field.end();
    }

    private String text() {
        return field.getText().replace(BREAK, "\n");
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && (event.isShiftDown() || event.isShortcutDown())) {
            field.insertText(field.getCaretPosition(), BREAK);
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN) {
            if (drop.isShowing()) {
                menu.focusFirst();
            } else {
                listAll();
            }
            event.consume();
        }
    }

    /// What is typed after an open `{{` before the caret; -1 when none is open.
    private int opened() {
        String before = field.getText().substring(0, Math.min(field.getCaretPosition() + 1, field.getLength()));
        int open = before.lastIndexOf(OPEN);
        return open >= 0 && before.indexOf(CLOSE, open) < 0 ? open + OPEN.length() : -1;
    }

    private void complete() {
        int from = opened();
        if (from < 0 || !field.isFocused()) {
            drop.close();
            return;
        }
        String text = field.getText();
        int caret = Math.max(from, Math.min(field.getCaretPosition() + 1, text.length()));
        String typed = text.substring(from, caret).strip().toLowerCase(Locale.ROOT);
        drop.close();
        menu.heading("Columns");
        columns.stream().filter(column -> column.toLowerCase(Locale.ROOT).startsWith(typed))
                .forEach(column -> menu.row("column-" + column, Feather.COLUMNS, column, "", () -> {
                    drop.close();
                    String rest = text.substring(caret);
                    String behind = rest.startsWith(CLOSE) ? rest.substring(CLOSE.length()) : rest;
                    field.setText(text.substring(0, from) + column + CLOSE + behind);
                    field.requestFocus();
                    field.positionCaret(from + column.length() + CLOSE.length());
                }));
        drop.show();
    }

    private void listAll() {
        drop.close();
        menu.row("column-none", Feather.SLASH, "Nothing", "", () -> choose(""));
        columns.forEach(column -> menu.row("column-" + column, Feather.COLUMNS, column, "", () -> choose(column)));
        drop.show();
        menu.focusFirst();
    }

    private void choose(String value) {
        drop.close();
        field.setText(value);
        field.requestFocus();
        field.end();
    }
}
