package fettle.ui.example.editor;

import fettle.ui.session.Moment;
import fettle.ui.control.text.MarkdownStyles;
import fettle.ui.control.text.StyledArea;
import fettle.ui.control.text.Styling;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// One text of a turn in its area: what is typed goes to the property, colours follow behind.
final class TurnText {

    private static final long COLOUR_MILLIS = 120;
    /// Shorter texts are coloured at once, so that nothing flashes.
    private static final int COLOURED_AT_ONCE = 12_000;

    private final StyledArea styled;
    private final Reading<Coloured> reading;
    private final Moment pause;

    private record Coloured(String text, Styling styling) {}

    TurnText(StringProperty text, boolean readOnly, Session session, Moment.Maker moments) {
        styled = new StyledArea(text.get(), readOnly);
        reading = new Reading<>(session, coloured -> styled.paint(coloured.text(), coloured.styling()));
        pause = moments.of(COLOUR_MILLIS);
        if (text.get().length() <= COLOURED_AT_ONCE) {
            styled.paint(text.get(), MarkdownStyles.of(text.get()));
        } else {
            colour();
        }
        styled.area().textProperty().addListener((_, _, now) -> {
            text.set(now);
            pause.restart(this::colour);
        });
        text.addListener((_, _, now) -> styled.replace(now));
    }

    Node root() {
        return styled.root();
    }

    StyledArea styled() {
        return styled;
    }

    /// What Esc does in the text.
    TurnText onEscape(Runnable leave) {
        styled.area().addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run();
                event.consume();
            }
        });
        return this;
    }

    /// What happens when the focus goes elsewhere.
    TurnText onLeaving(Runnable save) {
        styled.area().focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                save.run();
            }
        });
        return this;
    }

    private void colour() {
        String text = styled.area().getText();
        if (text.length() <= COLOURED_AT_ONCE) {
            styled.paint(text, MarkdownStyles.of(text));
        } else {
            reading.start(_ -> new Coloured(text, MarkdownStyles.of(text)));
        }
    }
}
