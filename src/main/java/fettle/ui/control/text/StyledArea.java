package fettle.ui.control.text;

import java.util.BitSet;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.jspecify.annotations.Nullable;

/// A text area that grows with its content and has no scroll bar of its own. A text that is too large for that gets a
/// fixed height and scrolls; one with very long lines is not wrapped, since wrapping them takes minutes.
public final class StyledArea {

    /// A longer line is never wrapped.
    static final int LONGEST_WRAPPED = 4000;
    /// Of a longer line only what was asked for is marked: each mark makes it slower to lay out.
    private static final int GIGANTIC = 20_000;
    /// More lines, or more characters, than this scroll inside.
    private static final int MOST_LINES = 300;
    private static final int MOST_CHARACTERS = 40_000;
    private static final double SCROLLED_HEIGHT = 480;
    /// Of an unwrapped text: a line, and the bar below.
    private static final double LINE = 26;
    private static final double BAR = 14;

    private final StyleClassedTextArea area = new StyleClassedTextArea(false);
    private final StackPane root = new StackPane();
    private final GrowingPane growing = new GrowingPane(area);
    private final BitSet markedLines = new BitSet();
    private final PauseTransition soon = new PauseTransition(Duration.millis(1));
    private @Nullable LinePaint lines;
    private boolean painting;
    private boolean watched;
    private boolean large;

    /// `readOnly` areas can be read and copied from.
    public StyledArea(String text, boolean readOnly) {
        soon.setOnFinished(_ -> paintVisible());
        area.getStyleClass().add("styled-area");
        area.setEditable(!readOnly);
        area.replaceText(text);
        area.moveTo(0);
        area.getUndoManager().forgetHistory();
        if (readOnly) {
            area.setInputMethodRequests(null); // plain letters stay keys of the screen
            area.getStyleClass().add("read-only");
        }
        CaretInSight.keep(area);
        Graphemes.keepWhole(area);
        area.addEventFilter(ScrollEvent.SCROLL, this::scrollOutside);
        area.textProperty().addListener((_, _, now) -> {
            fit(now);
            growing.remeasure();
        });
        place(text);
        area.showParagraphAtTop(0);
    }

    public Node root() {
        return root;
    }

    /// The area itself, for focus, caret and keys.
    public StyleClassedTextArea area() {
        return area;
    }

    /// Whether it scrolls inside, since it is too large to be laid out as a whole.
    public boolean isLarge() {
        return large;
    }

    /// Scrolls what the area lies in until the caret is seen.
    public void showCaret() {
        CaretInSight.show(area);
    }

    /// Whether a line of it is too long to be wrapped.
    public boolean isUnwrapped() {
        return !area.isWrapText();
    }

    /// Whether a line of it is so long that nothing should be marked in it unasked.
    public boolean isGigantic() {
        return longest(area.getText()) > GIGANTIC;
    }

    /// Shows this text; only the stretch that differs is replaced, so that caret and colours stay.
    public void replace(String text) {
        String shown = area.getText();
        if (shown.equals(text)) {
            return;
        }
        int most = Math.min(shown.length(), text.length());
        int head = 0;
        while (head < most && shown.charAt(head) == text.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < most - head
                && shown.charAt(shown.length() - 1 - tail) == text.charAt(text.length() - 1 - tail)) {
            tail++;
        }
        if (head > 0 && Character.isHighSurrogate(shown.charAt(head - 1))) {
            head--; // never half a character
        }
        if (tail > 0 && Character.isLowSurrogate(shown.charAt(shown.length() - tail))) {
            tail--;
        }
        area.replaceText(head, shown.length() - tail, text.substring(head, text.length() - tail));
    }

    /// Draws these styles; those of another text than the one shown are dropped.
    public void paint(String text, Styling styling) {
        if (!area.getText().equals(text)) {
            return;
        }
        if (large) {
            lines = new LinePaint(text, styling.spans());
            paintVisible();
        } else {
            lines = null;
            if (!text.isEmpty()) {
                area.setStyleSpans(0, SpanSets.of(text.length(), styling.spans()));
            }
            paintLines(styling.codeLines());
        }
        growing.remeasure();
    }

    /// A large text is painted line by line as it comes into sight: all of it at once would hold up the keys.
    private void paintVisible() {
        LinePaint paint = lines;
        if (paint == null || painting || area.getVisibleParagraphs().isEmpty()) {
            return;
        }
        painting = true;
        int first = area.firstVisibleParToAllParIndex();
        int last = Math.min(area.lastVisibleParToAllParIndex(), area.getParagraphs().size() - 1);
        for (int line = first; line <= last; line++) {
            List<Span> spans = paint.take(line);
            int length = area.getParagraphLength(line);
            if (spans != null && length > 0 && length == paint.lengthOf(line)) {
                var styles = SpanSets.of(length, spans);
                if (!styles.equals(area.getStyleSpans(line))) { // to set them lays the line out anew
                    area.setStyleSpans(line, 0, styles);
                }
            }
        }
        painting = false;
    }

    private void paintLines(BitSet codeLines) {
        int lines = area.getParagraphs().size();
        for (int line = 0; line < lines; line++) {
            if (codeLines.get(line) != markedLines.get(line)) {
                area.setParagraphStyle(line, codeLines.get(line) ? List.of("code-line") : List.of());
            }
        }
        markedLines.clear();
        markedLines.or(codeLines);
    }

    private void fit(String text) {
        if (isLarge(text) != large || longest(text) > LONGEST_WRAPPED == area.isWrapText()) {
            place(text);
        }
    }

    private void place(String text) {
        large = isLarge(text);
        boolean wraps = longest(text) <= LONGEST_WRAPPED;
        area.setWrapText(wraps);
        if (large && !watched) {
            watched = true;
            area.viewportDirtyEvents().subscribe(_ -> soon.playFromStart()); // not within the event, which is not done yet
        }
        if (large || !wraps) {
            var pane = new VirtualizedScrollPane<>(area);
            pane.setPrefHeight(large ? SCROLLED_HEIGHT : BAR + LINE * area.getParagraphs().size());
            root.getChildren().setAll(pane);
        } else {
            growing.take(area);
            root.getChildren().setAll(growing);
        }
    }

    /// The wheel scrolls what the area lies in.
    private void scrollOutside(ScrollEvent event) {
        if (!large && root.getParent() != null && root.getChildren().contains(growing)) {
            root.getParent().fireEvent(event.copyFor(root.getParent(), root.getParent()));
            event.consume();
        }
    }

    private static boolean isLarge(String text) {
        return text.length() > MOST_CHARACTERS || text.chars().filter(unit -> unit == '\n').count() > MOST_LINES;
    }

    private static int longest(String text) {
        int longest = 0;
        int from = 0;
        while (from <= text.length()) {
            int newline = text.indexOf('\n', from);
            int to = newline < 0 ? text.length() : newline;
            longest = Math.max(longest, to - from);
            from = to + 1;
        }
        return longest;
    }
}
