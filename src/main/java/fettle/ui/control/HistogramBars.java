package fettle.ui.control;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// Tiny bars side by side, 4 wide with gaps of 2, aligned to the right; the highest is as high as the control.
public final class HistogramBars extends Region {

    private static final StyleablePropertyFactory<HistogramBars> STYLES = new StyleablePropertyFactory<>(
            Region.getClassCssMetaData());
    private static final CssMetaData<HistogramBars, Paint> BAR = STYLES.createPaintCssMetaData("-fettle-bar-fill",
            bars -> bars.fill, Color.GRAY, false);
    private static final double BAR_WIDTH = 4;
    private static final double GAP = 2;

    private final Canvas canvas = new Canvas();
    private final StyleableObjectProperty<Paint> fill = new SimpleStyleableObjectProperty<>(BAR, this, "fill",
            Color.GRAY) {
        @Override
        protected void invalidated() {
            draw();
        }
    };
    private List<Integer> values = List.of();

    public HistogramBars() {
        getStyleClass().add("histogram-bars");
        getChildren().add(canvas);
        setMouseTransparent(true);
    }

    /// Shows these values; more than fit are thinned out by taking the largest of neighbours.
    public void setValues(List<Integer> newValues) {
        values = List.copyOf(newValues);
        draw();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private void draw() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        int room = (int) ((canvas.getWidth() + GAP) / (BAR_WIDTH + GAP));
        if (values.isEmpty() || room <= 0) {
            return;
        }
        int shown = Math.min(room, values.size());
        int highest = values.stream().mapToInt(Integer::intValue).max().orElse(1);
        pen.setFill(fill.get());
        for (int bar = 0; bar < shown; bar++) {
            int from = (int) ((long) bar * values.size() / shown);
            int to = Math.max(from + 1, (int) ((long) (bar + 1) * values.size() / shown));
            int value = values.subList(from, to).stream().mapToInt(Integer::intValue).max().orElse(0);
            double high = Math.max(2, Math.rint(canvas.getHeight() * value / Math.max(1, highest)));
            double left = canvas.getWidth() - (shown - bar) * (BAR_WIDTH + GAP) + GAP;
            pen.fillRoundRect(left, canvas.getHeight() - high, BAR_WIDTH, high, 2, 2);
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }
}
