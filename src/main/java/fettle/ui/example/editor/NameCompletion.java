package fettle.ui.example.editor;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Completes what is typed into an editable choice: the first name that begins so is put in, the rest selected; Enter or
/// Right takes it, going on writing replaces it.
final class NameCompletion {

    private NameCompletion() {}

    static void on(ComboBox<String> choice) {
        TextField field = choice.getEditor();
        field.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            String typed = field.getText();
            boolean writes = !event.getCharacter().isEmpty() && !Character.isISOControl(event.getCharacter().charAt(0));
            if (writes && !event.isShortcutDown() && field.getCaretPosition() == typed.length() && !typed.isEmpty()) {
                List<String> found = choice.getItems().stream().filter(name -> name.startsWith(typed)).toList();
                if (!found.isEmpty() && found.getFirst().length() > typed.length()) {
                    field.setText(found.getFirst());
                    field.selectRange(found.getFirst().length(), typed.length());
                }
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                field.selectEnd();
                field.deselect();
                field.end();
            }
        });
    }
}
