package fettle.ui.example.editor;

import fettle.example.Example;
import fettle.ui.session.Moment;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A note on the open example, written a moment after the last key, and when one goes elsewhere.
final class NoteField {

    private static final long PAUSE_MILLIS = 700;

    private final TextArea area = new TextArea();
    private final EditorViewModel editor;
    private final Moment pause;
    private long id = -1;
    private String written = "";
    private boolean showing;

    /// `leave` takes the focus when Esc is pressed.
    NoteField(EditorViewModel editor, Moment.Maker moments, Runnable leave) {
        this.editor = editor;
        this.pause = moments.of(PAUSE_MILLIS);
        area.setId("note");
        area.setPromptText("A note on this example");
        area.setWrapText(true);
        area.setPrefRowCount(2);
        area.getStyleClass().add("note-field");
        area.textProperty().addListener(_ -> {
            if (!showing) {
                pause.restart(this::write);
            }
        });
        area.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                write();
            }
        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run();
                event.consume();
            }
        });
    }

    Node root() {
        return area;
    }

    /// Shows the note of an example; what was typed for the one before is written first.
    void show(Example example) {
        String note = example.remarks().note();
        if (example.id() != id) {
            write();
        } else if (area.isFocused() || note.equals(written)) {
            return; // the person's words are newer
        }
        id = example.id();
        written = note;
        showing = true;
        area.setText(note);
        area.setEditable(editor.session().writable().get());
        showing = false;
    }

    /// Writes what was typed, now.
    void write() {
        pause.cancel();
        String now = area.getText();
        if (id >= 0 && !now.equals(written)) {
            written = now;
            editor.marks().setNote(id, now);
        }
    }
}
