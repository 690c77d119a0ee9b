package fettle.ui.control.text;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.NavigationActions.SelectionPolicy;
import org.fxmisc.richtext.StyleClassedTextArea;

/// Moves and deletes by what people see as one character: an emoji of several code points, a letter with its marks, a
/// flag. The area itself knows code points alone. Text from right to left is moved through in its logical order: Left goes
/// back, whichever way the line runs.
final class Graphemes {

    /// No character is longer, in UTF-16 units.
    private static final int LONGEST = 64;

    private Graphemes() {}

    static void keepWhole(StyleClassedTextArea area) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(area, event));
        area.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> snap(area));
        area.addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                snap(area);
            }
        });
    }

    private static void pressed(StyleClassedTextArea area, KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isControlDown() && !event.isMetaDown();
        if (plain && (event.getCode() == KeyCode.HOME || event.getCode() == KeyCode.END)) {
            toEnd(area, event);
            return;
        }
        boolean moves = event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT;
        boolean deletes = area.isEditable() && !event.isShiftDown()
                && (event.getCode() == KeyCode.BACK_SPACE || event.getCode() == KeyCode.DELETE);
        boolean selects = area.getSelection().getLength() > 0;
        if (!plain || !(moves || deletes) || (selects && !event.isShiftDown())) {
            return;
        }
        boolean back = event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.BACK_SPACE;
        int at = area.getCaretPosition();
        int to = back ? before(area, at) : after(area, at);
        if (Math.abs(to - at) < 2) {
            return; // as everybody does it
        }
        if (deletes) {
            area.deleteText(Math.min(at, to), Math.max(at, to));
        } else {
            area.moveTo(to, event.isShiftDown() ? SelectionPolicy.EXTEND : SelectionPolicy.CLEAR);
        }
        area.requestFollowCaret();
        event.consume();
    }

    /// In a paragraph with text from right to left, Home and End go to the ends of the paragraph: the area knows only the
    /// left and the right end of the line, which are not where the text begins and ends.
    private static void toEnd(StyleClassedTextArea area, KeyEvent event) {
        int paragraph = area.getCurrentParagraph();
        char[] text = area.getText(paragraph).toCharArray();
        if (Bidi.requiresBidi(text, 0, text.length)) {
            area.moveTo(paragraph, event.getCode() == KeyCode.HOME ? 0 : text.length,
                    event.isShiftDown() ? SelectionPolicy.EXTEND : SelectionPolicy.CLEAR);
            area.requestFollowCaret();
            event.consume();
        }
    }

    /// A click, or a line above, can put the caret inside a character.
    private static void snap(StyleClassedTextArea area) {
        int at = area.getCaretPosition();
        if (area.getSelection().getLength() == 0 && at > 0 && at < area.getLength()) {
            int from = before(area, at);
            int to = after(area, from);
            if (to > at) {
                area.moveTo(at - from < to - at ? from : to);
            }
        }
    }

    private static int before(StyleClassedTextArea area, int at) {
        String text = area.getText(Math.max(0, at - LONGEST), at);
        return text.isEmpty() ? at : at - (text.length() - boundaries(text).preceding(text.length()));
    }

    private static int after(StyleClassedTextArea area, int at) {
        String text = area.getText(at, Math.min(area.getLength(), at + LONGEST));
        return text.isEmpty() ? at : at + boundaries(text).following(0);
    }

    private static BreakIterator boundaries(String text) {
        BreakIterator boundaries = BreakIterator.getCharacterInstance(Locale.ROOT);
        boundaries.setText(text);
        return boundaries;
    }
}
