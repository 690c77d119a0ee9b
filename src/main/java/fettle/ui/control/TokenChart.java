package fettle.ui.control;

import static fettle.ui.control.AxisLayer.styled;

import fettle.token.Distribution;
import fettle.token.Histogram;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// How many rows have how many tokens, with p5, median, mean and p95. Dragging over bars brushes a range; so do Shift and
/// the arrow keys. Esc lets go of it.
public final class TokenChart extends Region {

    /// A range of tokens: `from` inclusive, `to` exclusive, and how many rows lie in it.
    public record Brush(long from, long to, int rows) {}

    private record Mark(String text, double value, boolean dotted) {}

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
    private static final double LEFT = 40;
    private static final double RIGHT = 8;
    private static final double TOP = 30;
    private static final double BOTTOM = 26;

    private final ObjectProperty<ChartScale> scale = new SimpleObjectProperty<>(ChartScale.LINEAR);
    private final ReadOnlyObjectWrapper<Optional<Brush>> brush = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Rectangle ground = styled(new Rectangle(), "chart-brush");
    private final NodePool<Line> grid = new NodePool<>(() -> styled(new Line(), "chart-grid"));
    private final NodePool<Text> numbers = new NodePool<>(() -> styled(new Text(), "chart-tick"));
    private final NodePool<Rectangle> bars = new NodePool<>(() -> styled(new Rectangle(), "chart-bar"));
    private final NodePool<Line> markLines = new NodePool<>(() -> styled(new Line(), "chart-mark"));
    private final NodePool<Text> markTexts = new NodePool<>(() -> styled(new Text(), "chart-mark-text"));
    private final Label readOut = styled(new Label(), "chart-callout");
    private List<Histogram.Bin> bins = List.of();
    private List<Mark> marks = List.of();
    private int pointed = -1;
    private int anchor = -1;

    public TokenChart() {
        getStyleClass().add("token-chart");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Tokens per row. Arrow keys read it bar by bar, with Shift they choose a range.");
        readOut.setManaged(false);
        ground.setManaged(false);
        getChildren().addAll(ground, grid.group(), bars.group(), numbers.group(), markLines.group(), markTexts.group(),
                readOut);
        scale.addListener(_ -> requestLayout());
        setOnMouseMoved(event -> point(binAt(event.getX())));
        setOnMouseExited(_ -> point(-1));
        setOnMousePressed(this::press);
        setOnMouseDragged(event -> choose(anchor, binAt(event.getX())));
        setOnKeyPressed(this::key);
    }

    public ObjectProperty<ChartScale> scaleProperty() {
        return scale;
    }

    /// The brushed range; empty for none.
    public ReadOnlyObjectProperty<Optional<Brush>> brushProperty() {
        return brush.getReadOnlyProperty();
    }

    /// Shows these numbers. A brush is let go of.
    public void show(Histogram histogram, Distribution spread) {
        bins = histogram.bins();
        marks = List.of(mark("p5", spread.p5(), false), mark("median", spread.median(), false),
                mark("mean", spread.mean(), true), mark("p95", spread.p95(), false)).stream()
                .sorted((left, right) -> Double.compare(left.value(), right.value())).toList();
        clear();
        requestLayout();
    }

    /// Lets go of the brushed range.
    public void clear() {
        pointed = -1;
        anchor = -1;
        brush.set(Optional.empty());
        requestLayout();
    }

    private static Mark mark(String name, double value, boolean dotted) {
        return new Mark(name + " " + String.format(Locale.ENGLISH, "%,d", Math.round(value)), value, dotted);
    }

    // ---- drawing ----

    @Override
    protected void layoutChildren() {
        List.of(grid, numbers, bars, markLines, markTexts).forEach(NodePool::begin);
        boolean drawable = !bins.isEmpty() && width() > 20 && height() > 20;
        if (drawable) {
            counts();
            tokens();
            bars();
            marks();
        }
        ground.setVisible(drawable && brush.get().isPresent());
        List.of(grid, numbers, bars, markLines, markTexts).forEach(NodePool::end);
        readOut();
    }

    private void counts() {
        int highest = highest();
        List<Double> ticks = scale.get() == ChartScale.LOG && highest > 8
                ? Ticks.log(1, highest)
                : Ticks.whole(0, highest, (int) Math.max(1, Math.min(5, height() / 50)));
        for (double tick : ticks) {
            double y = Math.rint(y(tick)) + 0.5;
            Line line = grid.next();
            line.setStartX(LEFT);
            line.setEndX(LEFT + width());
            line.setStartY(y);
            line.setEndY(y);
            Text number = numbers.next();
            number.setText(Ticks.text(tick, ticks));
            number.setX(Math.rint(LEFT - 9 - number.getLayoutBounds().getWidth()));
            number.setY(Math.rint(y + 4));
        }
    }

    private void tokens() {
        List<Double> ticks = Ticks.whole(low(), high(), (int) Math.max(2, width() / 110));
        for (double tick : ticks) {
            Text number = numbers.next();
            number.setText(Ticks.text(tick, ticks));
            double wide = number.getLayoutBounds().getWidth();
            number.setX(Math.rint(Math.clamp(x(tick) - wide / 2, 0, Math.max(0, getWidth() - wide))));
            number.setY(Math.rint(TOP + height() + 17));
        }
    }

    private void bars() {
        double slot = width() / bins.size();
        double gap = slot > 6 ? 1 : 0;
        Optional<Brush> chosen = brush.get();
        for (int index = 0; index < bins.size(); index++) {
            Histogram.Bin bin = bins.get(index);
            Rectangle bar = bars.next();
            double high = bin.count() == 0 ? 0 : Math.max(1.5, TOP + height() - y(bin.count()));
            bar.setX(LEFT + index * slot + gap / 2);
            bar.setWidth(Math.max(0.5, slot - gap));
            bar.setY(TOP + height() - high);
            bar.setHeight(high);
            bar.setArcWidth(slot > 6 ? 3 : 0);
            bar.setArcHeight(slot > 6 ? 3 : 0);
            bar.pseudoClassStateChanged(CHOSEN,
                    chosen.filter(range -> bin.from() >= range.from() && bin.to() <= range.to()).isPresent());
            bar.pseudoClassStateChanged(POINTED, index == pointed);
        }
        chosen.ifPresent(range -> {
            double left = x((double) range.from());
            ground.setX(left);
            ground.setWidth(x((double) range.to()) - left);
            ground.setY(TOP);
            ground.setHeight(height());
        });
    }

    private void marks() {
        double[] anchors = new double[marks.size()];
        double[] widths = new double[marks.size()];
        Text[] texts = new Text[marks.size()];
        for (int index = 0; index < marks.size(); index++) {
            Mark mark = marks.get(index);
            double x = Math.rint(x(mark.value())) + 0.5;
            Line line = markLines.next();
            line.setStartX(x);
            line.setEndX(x);
            line.setStartY(TOP - 6);
            line.setEndY(TOP + height());
            line.getStrokeDashArray().setAll(mark.dotted() ? new Double[]{2.0, 3.0} : new Double[0]);
            texts[index] = markTexts.next();
            texts[index].setText(mark.text());
            anchors[index] = x;
            widths[index] = texts[index].getLayoutBounds().getWidth();
        }
        double[] lefts = LabelRow.place(anchors, widths, 10, getWidth());
        for (int index = 0; index < texts.length; index++) {
            texts[index].setX(Math.rint(lefts[index]));
            texts[index].setY(TOP - 12);
        }
    }

    private void readOut() {
        readOut.setVisible(pointed >= 0 && pointed < bins.size());
        if (!readOut.isVisible()) {
            return;
        }
        Histogram.Bin bin = bins.get(pointed);
        readOut.setText(String.format(Locale.ENGLISH, "%,d to %,d tokens: %,d %s", bin.from(), bin.to() - 1,
                bin.count(), bin.count() == 1 ? "row" : "rows"));
        readOut.applyCss();
        double wide = Math.ceil(readOut.prefWidth(-1));
        double left = Math.clamp(x((bin.from() + bin.to()) / 2.0) - wide / 2, LEFT,
                Math.max(LEFT, getWidth() - wide));
        readOut.resizeRelocate(Math.rint(left), TOP + 4, wide, Math.ceil(readOut.prefHeight(-1)));
        setAccessibleText(readOut.getText());
    }

    // ---- choosing ----

    private void press(MouseEvent event) {
        requestFocus();
        anchor = binAt(event.getX());
        brush.set(Optional.empty());
        requestLayout();
    }

    private void key(KeyEvent event) {
        int from = pointed < 0 ? 0 : pointed;
        int target = switch (event.getCode()) {
            case LEFT -> Math.max(0, pointed < 0 ? bins.size() - 1 : from - 1);
            case RIGHT -> Math.min(bins.size() - 1, pointed < 0 ? 0 : from + 1);
            case HOME -> 0;
            case END -> bins.size() - 1;
            default -> -1;
        };
        if (event.getCode() == javafx.scene.input.KeyCode.ESCAPE && (pointed >= 0 || brush.get().isPresent())) {
            clear();
            event.consume();
        } else if (target >= 0) {
            anchor = event.isShiftDown() ? anchor < 0 ? from : anchor : target;
            point(target);
            if (event.isShiftDown()) {
                choose(anchor, target);
            }
            event.consume();
        }
    }

    private void point(int bin) {
        if (bin != pointed) {
            pointed = bin;
            requestLayout();
        }
    }

    private void choose(int oneEnd, int otherEnd) {
        if (oneEnd < 0 || otherEnd < 0 || bins.isEmpty()) {
            return;
        }
        List<Histogram.Bin> range = bins.subList(Math.min(oneEnd, otherEnd), Math.max(oneEnd, otherEnd) + 1);
        int rows = range.stream().mapToInt(Histogram.Bin::count).sum();
        brush.set(Optional.of(new Brush(range.getFirst().from(), range.getLast().to(), rows)));
        requestLayout();
    }

    // ---- places ----

    private int binAt(double x) {
        return bins.isEmpty() || width() <= 0
                ? -1
                : Math.clamp((long) ((x - LEFT) / width() * bins.size()), 0, bins.size() - 1);
    }

    private double x(double tokens) {
        return LEFT + (tokens - low()) / (high() - low()) * width();
    }

    private double y(double count) {
        double share = scale.get() == ChartScale.LOG ? Math.log1p(count) / Math.log1p(highest()) : count / highest();
        return TOP + height() * (1 - share);
    }

    private int highest() {
        return Math.max(1, bins.stream().mapToInt(Histogram.Bin::count).max().orElse(1));
    }

    private double low() {
        return bins.getFirst().from();
    }

    private double high() {
        return bins.getLast().to();
    }

    private double width() {
        return getWidth() - LEFT - RIGHT;
    }

    private double height() {
        return getHeight() - TOP - BOTTOM;
    }
}
