package fettle.ui.example.editor;

import fettle.ui.control.text.Span;
import fettle.ui.control.text.StyledArea;
import fettle.ui.control.text.Styling;
import fettle.ui.session.Moment;
import fettle.ui.session.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.StyleClassedTextArea;

/// One text of a turn in its area: what is typed goes to the property, colours and marks follow behind.
final class TurnText {

    private static final long COLOUR_MILLIS = 120;
    /// Shorter texts are coloured at once, so that nothing flashes.
    private static final int COLOURED_AT_ONCE = 12_000;

    private final StringProperty text;
    private final StyledArea styled;
    private final TextTools tools;
    private final Function<String, Styling> styles;
    private final Reading<Coloured> reading;
    private final Moment pause;
    private final Map<String, List<Span>> layers = new LinkedHashMap<>();
    private final ChangeListener<String> outside = (_, _, now) -> shown(now);
    private Coloured colours = new Coloured("", Styling.PLAIN);

    private record Coloured(String text, Styling styling) {}

    /// @param styles the colours of a text; a pure function
    TurnText(StringProperty text, Function<String, Styling> styles, TextTools tools) {
        this.text = text;
        this.styles = styles;
        this.tools = tools;
        styled = new StyledArea(text.get(), tools.readOnly());
        reading = new Reading<>(tools.session(), this::coloured);
        pause = tools.moments().of(COLOUR_MILLIS);
        colour();
        area().textProperty().addListener((_, _, now) -> {
            text.set(now);
            pause.restart(this::colour);
        });
        text.addListener(new WeakChangeListener<>(outside)); // a card that was dropped is not kept by its text
        area().addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        area().focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                tools.save().run();
            }
        });
    }

    Node root() {
        return styled.root();
    }

    /// Whether this is what it writes to.
    boolean isOf(StringProperty other) {
        return text.equals(other);
    }

    StyledArea styled() {
        return styled;
    }

    StyleClassedTextArea area() {
        return styled.area();
    }

    StringProperty text() {
        return text;
    }

    /// Draws these spans over the colours; those of the same layer before are gone.
    void mark(String layer, List<Span> spans) {
        if (!spans.equals(layers.getOrDefault(layer, List.of()))) {
            layers.put(layer, spans);
            paint();
        }
    }

    /// Puts the caret at an offset, or at the end when the text is shorter.
    void focus(int offset) {
        area().moveTo(Math.min(offset, area().getLength()));
        area().requestFocus();
    }

    private void shown(String now) {
        styled.replace(now);
    }

    /// Esc leaves the text; what the text cannot undo, the project can.
    private void key(KeyEvent event) {
        boolean again = event.isShortcutDown()
                && (event.getCode() == KeyCode.Y || (event.getCode() == KeyCode.Z && event.isShiftDown()));
        boolean back = event.isShortcutDown() && event.getCode() == KeyCode.Z && !event.isShiftDown();
        if (event.getCode() == KeyCode.ESCAPE) {
            tools.leave().run();
            event.consume();
        } else if ((back && !area().isUndoAvailable()) || (again && !area().isRedoAvailable())) {
            run(back ? "undo" : "redo");
            event.consume();
        }
    }

    private void run(String command) {
        tools.session().commands().find(command).filter(found -> found.enabled().get())
                .ifPresent(found -> found.run().run());
    }

    private void colour() {
        String now = area().getText();
        if (now.length() <= COLOURED_AT_ONCE) {
            coloured(new Coloured(now, styles.apply(now)));
        } else {
            reading.start(_ -> new Coloured(now, styles.apply(now)));
        }
    }

    private void coloured(Coloured now) {
        colours = now;
        paint();
    }

    private void paint() {
        if (layers.isEmpty()) {
            styled.paint(colours.text(), colours.styling());
            return;
        }
        var spans = new ArrayList<>(colours.styling().spans());
        layers.values().forEach(spans::addAll);
        styled.paint(colours.text(), new Styling(spans, colours.styling().codeLines()));
    }
}
