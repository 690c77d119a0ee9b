package fettle.ui.control;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/// A histogram on which a range can be brushed: drag across it for a new range, drag a handle to move one end, double
/// click or press Delete for none; with the focus, the arrow keys move the upper end, with Shift the lower one.
public final class RangeBars extends Region {

    /// A range of bars, both ends inclusive, 0-based.
    public record Range(int from, int to) {}

    private static final PseudoClass OUTSIDE = PseudoClass.getPseudoClass("outside");
    private static final double FOOT = 6;

    private final Region shade = new Region();
    private final Circle lower = new Circle(4);
    private final Circle upper = new Circle(4);
    private final Consumer<Optional<Range>> chosen;
    private List<Integer> values = List.of();
    private Optional<Range> range = Optional.empty();
    private int anchor;

    /// `chosen` hears each range when the mouse lets go.
    public RangeBars(Consumer<Optional<Range>> chosen) {
        this.chosen = chosen;
        getStyleClass().add("range-bars");
        setFocusTraversable(true);
        setCursor(Cursor.CROSSHAIR);
        shade.getStyleClass().add("shade");
        lower.getStyleClass().add("handle");
        upper.getStyleClass().add("handle");
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> brush(barAt(event.getX())));
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
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

    private void pressed(MouseEvent event) {
        requestFocus();
        int bar = barAt(event.getX());
        anchor = bar;
        range.ifPresent(now -> {
            if (Math.abs(event.getX() - left(now.from())) < 7) {
                anchor = now.to();
            } else if (Math.abs(event.getX() - left(now.to() + 1)) < 7) {
                anchor = now.from();
            }
        });
        event.consume();
    }

    private void brush(int bar) {
        setRange(Optional.of(new Range(Math.min(anchor, bar), Math.max(anchor, bar))));
    }

    private void released(MouseEvent event) {
        if (event.getClickCount() == 2) {
            setRange(Optional.empty());
        } else if (event.isStillSincePress()) {
            return;
        }
        chosen.accept(range);
    }

    private void key(KeyEvent event) {
        int step = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
        if (step != 0 && !values.isEmpty()) {
            Range now = range.orElse(new Range(0, values.size() - 1));
            int from = event.isShiftDown() ? Math.clamp(now.from() + step, 0, now.to()) : now.from();
            int to = event.isShiftDown() ? now.to() : Math.clamp(now.to() + step, now.from(), values.size() - 1);
            setRange(Optional.of(new Range(from, to)));
        } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            setRange(Optional.empty());
        } else {
            return;
        }
        event.consume();
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
        shade.setVisible(ranged);
        lower.setVisible(ranged);
        upper.setVisible(ranged);
        range.ifPresent(now -> {
            shade.resizeRelocate(left(now.from()), 0, left(now.to() + 1) - left(now.from()), high);
            lower.relocate(left(now.from()) - 4, high - 2);
            upper.relocate(left(now.to() + 1) - 4, high - 2);
        });
    }
}
