package fettle.ui.control;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// The curves of a tuning: a band from the lowest to the highest raw loss with its running mean, validation with rings,
/// earlier runs dashed, checkpoints as marks below, callouts. Drawn with shapes, thinned to a point or two per pixel.
/// Arrow keys move the read-out by a step, with Shift by ten; Home, End and Esc as usual.
public final class LossChart extends Region {

    /// What a callout is about.
    public enum Tone {
        SECOND, BAD
    }

    /// A remark at a step. With a NaN `value` it is a dashed line over the whole height.
    public record Callout(double step, double value, String text, Tone tone) {}

    private static final double LEFT = 46;
    private static final double RIGHT = 14;
    private static final double TOP = 10;
    private static final double BOTTOM = 46;

    private final ObjectProperty<Curve.Axis> axis = new SimpleObjectProperty<>(Curve.Axis.STEP);
    private final ObjectProperty<ChartScale> scale = new SimpleObjectProperty<>(ChartScale.LINEAR);
    private final Rectangle clip = new Rectangle();
    private final AxisLayer axes = new AxisLayer();
    private final CurveLayer lines = new CurveLayer();
    private final CalloutLayer callouts = new CalloutLayer();
    private final ReadOutLayer readOut = new ReadOutLayer();
    private LossData data = LossData.NONE;
    private Optional<Plot> plot = Optional.empty();
    private int hovered = -1;

    public LossChart() {
        getStyleClass().add("loss-chart");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Loss chart. Arrow keys read it step by step.");
        lines.root().setClip(clip);
        getChildren().addAll(Stream.of(axes.root(), lines.root(), callouts.root(), readOut.root())
                .map(Node.class::cast).toList());
        axis.addListener(_ -> requestLayout());
        scale.addListener(_ -> requestLayout());
        setOnMouseMoved(this::hover);
        setOnMouseExited(_ -> read(-1));
        setOnMouseClicked(_ -> requestFocus());
        setOnKeyPressed(this::key);
        focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                read(-1);
            }
        });
    }

    public ObjectProperty<Curve.Axis> axisProperty() {
        return axis;
    }

    public ObjectProperty<ChartScale> scaleProperty() {
        return scale;
    }

    /// Draws this from the next frame on. The curves may go on growing; call it again when they did.
    public void show(LossData shown) {
        data = shown;
        hovered = Math.min(hovered, data.lead().map(Curve::size).orElse(0) - 1);
        requestLayout();
    }

    /// Where things are drawn now; empty while there is nothing to draw.
    Optional<Plot> plot() {
        return plot;
    }

    /// The index of the value that is read out; -1 for none.
    public int readIndex() {
        return hovered;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - LEFT - RIGHT;
        double height = getHeight() - TOP - BOTTOM;
        boolean drawable = width > 20 && height > 20 && data.curves().stream().anyMatch(curve -> curve.size() > 0);
        plot = drawable
                ? Optional.of(Plot.of(data, axis.get(), scale.get(), new Plot.Area(LEFT, TOP, width, height)))
                : Optional.empty();
        getChildren().forEach(layer -> layer.setVisible(drawable));
        plot.ifPresent(this::draw);
    }

    private void draw(Plot now) {
        clip.setX(LEFT - 6);
        clip.setY(0);
        clip.setWidth(now.area().width() + RIGHT + 6);
        clip.setHeight(getHeight());
        axes.draw(now);
        lines.draw(now, data);
        callouts.draw(now, data);
        readOut.draw(now, data, hovered);
    }

    // ---- reading values ----

    private void hover(MouseEvent event) {
        plot.ifPresent(now -> data.lead().ifPresent(
                lead -> read(lead.nearest(now.placeAt(event.getX()), now.axis()))));
    }

    private void key(KeyEvent event) {
        int last = data.lead().map(Curve::size).orElse(0) - 1;
        int by = event.isShiftDown() ? 10 : 1;
        int from = hovered < 0 ? last : hovered;
        int target = switch (event.getCode()) {
            case LEFT -> Math.max(0, hovered < 0 ? last : from - by);
            case RIGHT -> Math.min(last, hovered < 0 ? last : from + by);
            case HOME -> 0;
            case END -> last;
            case ESCAPE -> -1;
            default -> -2;
        };
        if (target == -2 || last < 0 || (target == -1 && hovered < 0)) {
            return;
        }
        read(target);
        event.consume();
    }

    private void read(int index) {
        if (index == hovered) {
            return;
        }
        hovered = index;
        if (index >= 0) {
            setAccessibleText(data.readOut(index).stream().map(line -> line.name() + " " + line.value())
                    .collect(Collectors.joining(", ")));
        }
        plot.ifPresent(now -> readOut.draw(now, data, hovered));
    }
}
