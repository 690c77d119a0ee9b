package fettle.ui.control;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/// A histogram on which a range can be brushed: drag across it for a new range, drag a handle to move one end, drag
/// between the handles to move both; double click or Delete for none. With the focus, Tab goes from the upper handle to
/// the lower one and back, arrow keys move it, Page Up and Down by ten.
public final class RangeBars extends Region {

    /// A range of bars, both ends inclusive, 0-based.
    public record Range(int from, int to) {}

    private enum Grip {
        LOWER, UPPER, BOTH, NEW
    }

    private static final PseudoClass OUTSIDE = PseudoClass.getPseudoClass("outside");
    private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");
    private static final double FOOT = 8;
    private static final double REACH = 7;
    private static final int PAGE = 10;

    private final Region shade = new Region();
    private final Circle lower = new Circle(4);
    private final Circle upper = new Circle(4);
    private final Consumer<Optional<Range>> brushing;
    private final Consumer<Optional<Range>> chosen;
    private List<Integer> values = List.of();
    private Optional<Range> range = Optional.empty();
    private Optional<Range> before = Optional.empty();
    private Grip grip = Grip.NEW;
    private boolean holdsLower;
    private int anchor;

    /// `chosen` hears each range when the mouse lets go.
    public RangeBars(Consumer<Optional<Range>> chosen) {
        this(_ -> {}, chosen);
    }

    /// `brushing` hears each range while it is dragged, `chosen` when the mouse lets go.
    public RangeBars(Consumer<Optional<Range>> brushing, Consumer<Optional<Range>> chosen) {
        this.brushing = brushing;
        this.chosen = chosen;
        getStyleClass().add("range-bars");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        shade.getStyleClass().add("shade");
        lower.getStyleClass().add("handle");
        upper.getStyleClass().add("handle");
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> setCursor(switch (gripAt(event.getX())) {
            case LOWER, UPPER -> Cursor.H_RESIZE;
            case BOTH -> Cursor.OPEN_HAND;
            case NEW -> Cursor.CROSSHAIR;
        }));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().addListener(_ -> requestLayout());
    }

    /// Shows these bars and this range.
    public void show(List<Integer> newValues, Optional<Range> newRange) {
        if (!values.equals(newValues)) {
            values = List.copyOf(newValues);
            getChildren().setAll(shade);
            for (int bar = 0; bar < values.size(); bar++) {
                var region = new Region();
                region.getStyleClass().add("bar");
                region.setMouseTransparent(true);
                getChildren().add(region);
            }
            getChildren().addAll(lower, upper);
        }
        setRange(newRange);
    }

    private void setRange(Optional<Range> newRange) {
        range = newRange;
        requestLayout();
    }

    private Grip gripAt(double x) {
        if (range.isEmpty()) {
            return Grip.NEW;
        }
        double from = left(range.get().from());
        double to = left(range.get().to() + 1);
        boolean nearLower = Math.abs(x - from) < REACH;
        boolean nearUpper = Math.abs(x - to) < REACH;
        if (nearLower || nearUpper) {
            return !nearUpper || (nearLower && x < (from + to) / 2) ? Grip.LOWER : Grip.UPPER;
        }
        return x > from && x < to ? Grip.BOTH : Grip.NEW;
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        before = range;
        grip = gripAt(event.getX());
        anchor = barAt(event.getX());
        if (grip != Grip.NEW && grip != Grip.BOTH) {
            holdsLower = grip == Grip.LOWER;
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        int bar = barAt(event.getX());
        Range was = before.orElse(new Range(anchor, anchor));
        int last = values.size() - 1;
        Range now = switch (grip) {
            case NEW -> new Range(Math.min(anchor, bar), Math.max(anchor, bar));
            case LOWER -> new Range(Math.min(bar, was.to()), Math.max(bar, was.to()));
            case UPPER -> new Range(Math.min(was.from(), bar), Math.max(was.from(), bar));
            case BOTH -> {
                int by = Math.clamp((long) bar - anchor, -was.from(), Math.max(-was.from(), last - was.to()));
                yield new Range(was.from() + by, was.to() + by);
            }
        };
        if (!Optional.of(now).equals(range)) {
            setRange(Optional.of(now));
            brushing.accept(range);
        }
        event.consume();
    }

    private void released(MouseEvent event) {
        if (event.getClickCount() == 2) {
            setRange(Optional.empty());
        } else if (event.isStillSincePress() || range.equals(before)) {
            return;
        }
        chosen.accept(range);
    }

    private void key(KeyEvent event) {
        int step = switch (event.getCode()) {
            case LEFT, DOWN -> -1;
            case RIGHT, UP -> 1;
            case PAGE_DOWN -> -PAGE;
            case PAGE_UP -> PAGE;
            case HOME -> -values.size();
            case END -> values.size();
            default -> 0;
        };
        if (event.getCode() == KeyCode.TAB && !event.isShiftDown() == !holdsLower) {
            holdsLower = !holdsLower;
            requestLayout();
        } else if (step != 0 && !values.isEmpty()) {
            move(event.isShiftDown() != holdsLower, step);
        } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            setRange(Optional.empty());
            chosen.accept(range);
        } else {
            return;
        }
        event.consume();
    }

    private void move(boolean low, int step) {
        Range now = range.orElse(new Range(0, values.size() - 1));
        int from = low ? Math.clamp(now.from() + (long) step, 0, now.to()) : now.from();
        int to = low ? now.to() : Math.clamp(now.to() + (long) step, now.from(), values.size() - 1);
        setRange(Optional.of(new Range(from, to)));
        chosen.accept(range);
    }

    private int barAt(double x) {
        return Math.clamp((int) (x * values.size() / Math.max(1, getWidth())), 0, Math.max(0, values.size() - 1));
    }

    private double left(int bar) {
        return getWidth() * bar / Math.max(1, values.size());
    }

    @Override
    protected void layoutChildren() {
        double high = getHeight() - FOOT;
        int highest = values.stream().mapToInt(Integer::intValue).max().orElse(1);
        for (int bar = 0; bar < values.size(); bar++) {
            Region region = (Region) getChildren().get(bar + 1);
            double tall = values.get(bar) == 0 ? 1 : Math.max(2, high * values.get(bar) / Math.max(1, highest));
            double gap = getWidth() / values.size() > 4 ? 1 : 0;
            region.resizeRelocate(left(bar), high - tall, Math.max(1, left(bar + 1) - left(bar) - gap), tall);
            int at = bar;
            region.pseudoClassStateChanged(OUTSIDE, range.map(now -> at < now.from() || at > now.to()).orElse(false));
        }
        boolean ranged = range.isPresent() && !values.isEmpty();
        getStyleClass().remove("ranged");
        if (ranged) {
            getStyleClass().add("ranged");
        }
        Range ends = range.orElse(new Range(0, Math.max(0, values.size() - 1)));
        boolean handles = !values.isEmpty();
        shade.setVisible(ranged);
        lower.setVisible(handles);
        upper.setVisible(handles);
        lower.pseudoClassStateChanged(HELD, isFocused() && holdsLower);
        upper.pseudoClassStateChanged(HELD, isFocused() && !holdsLower);
        shade.resizeRelocate(left(ends.from()), 0, left(ends.to() + 1) - left(ends.from()), high);
        lower.relocate(left(ends.from()) - 4, high - 3);
        upper.relocate(left(ends.to() + 1) - 4, high - 3);
    }
}
