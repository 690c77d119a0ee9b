package fettle.ui.example.editor;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Completes what is typed into a field: the first name that begins so is put in, the rest selected; Enter or Right takes
/// it, going on writing replaces it.
final class NameCompletion {

    private NameCompletion() {}

    static void on(TextField field, Supplier<List<String>> names) {
        field.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            String typed = field.getText();
            boolean writes = !event.getCharacter().isEmpty() && !Character.isISOControl(event.getCharacter().charAt(0));
            if (writes && !event.isShortcutDown() && field.getCaretPosition() == typed.length() && !typed.isEmpty()) {
                names.get().stream().filter(name -> name.startsWith(typed) && name.length() > typed.length())
                        .findFirst().ifPresent(name -> {
                            field.setText(name);
                            field.selectRange(name.length(), typed.length());
                        });
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                field.end();
            }
        });
    }
}
