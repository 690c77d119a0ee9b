package fettle.ui.history;

import fettle.ui.history.HistoryLine.Fold;
import fettle.ui.history.HistoryLine.Mark;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// The lines that join the steps: one column per branch, a dot where a step is. As high as the row it stands in.
final class Rail extends Region {

    private static final double COLUMN = 16;
    private static final double DOT = 9;
    private static final double LINE = 2;
    private static final int MOST = 5;

    private final int depth;
    private final boolean above;
    private final boolean below;
    private final boolean joins;
    private final List<Region> lines = new ArrayList<>();
    private final Region dot = new Region();

    /// `above` and `below` say whether its own line goes on there; `joins` whether it leaves the line at its left here.
    private Rail(int depth, boolean above, boolean below, boolean joins) {
        this.depth = Math.min(depth, MOST);
        this.above = above;
        this.below = below;
        this.joins = joins;
        for (int index = 0; index < this.depth + 3; index++) {
            var line = new Region();
            line.getStyleClass().add("rail-line");
            lines.add(line);
        }
        dot.getStyleClass().add("rail-dot");
        getChildren().addAll(lines);
        getChildren().add(dot);
        getStyleClass().add("rail");
        double width = COLUMN * (this.depth + 1);
        setMinWidth(width);
        setPrefWidth(width);
        setMaxHeight(Double.MAX_VALUE);
    }

    static Node step(Mark mark) {
        var rail = new Rail(mark.depth(), !mark.first(), !mark.last(), mark.last());
        rail.dot.getStyleClass().add(mark.here() ? "here" : mark.step().done() ? "done" : "left");
        if (mark.step().done()) {
            rail.lines.get(rail.depth + 1).getStyleClass().add("done");
        }
        if (mark.step().done() && !mark.here()) {
            rail.lines.get(rail.depth).getStyleClass().add("done");
        }
        rail.beside(mark.beside());
        return rail;
    }

    static Node fold(Fold fold) {
        var rail = new Rail(fold.depth(), false, fold.open(), !fold.open());
        rail.dot.setVisible(false);
        rail.beside(fold.beside());
        return rail;
    }

    private void beside(boolean done) {
        if (done && depth > 0) {
            lines.getFirst().getStyleClass().add("done");
        }
    }

    static Node beginning(boolean here) {
        var rail = new Rail(0, true, false, false);
        rail.dot.getStyleClass().add(here ? "here" : "done");
        if (!here) {
            rail.lines.getFirst().getStyleClass().add("done");
        }
        return rail;
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double middle = Math.round(height / 2);
        double own = centre(depth);
        for (int column = 0; column < depth; column++) {
            place(lines.get(column), true, centre(column) - LINE / 2, 0, LINE, height);
        }
        place(lines.get(depth), above, own - LINE / 2, 0, LINE, middle);
        place(lines.get(depth + 1), below, own - LINE / 2, middle, LINE, height - middle);
        place(lines.get(depth + 2), joins && depth > 0, own - COLUMN, middle - LINE / 2, COLUMN, LINE);
        dot.resizeRelocate(own - DOT / 2, middle - DOT / 2, DOT, DOT);
    }

    private static void place(Region line, boolean visible, double left, double top, double width, double height) {
        line.setVisible(visible);
        line.resizeRelocate(left, top, width, height);
    }

    private static double centre(int column) {
        return COLUMN * column + COLUMN / 2;
    }
}
