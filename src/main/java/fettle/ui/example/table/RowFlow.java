package fettle.ui.example.table;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.skin.VirtualFlow;

/// The rows that are in sight, one below the other.
final class RowFlow extends VirtualFlow<RowCell> {

    RowFlow(Supplier<RowCell> cells) {
        setCellFactory(_ -> cells.get());
        setFixedCellSize(34);
        setFocusTraversable(false);
    }

    /// Does something with each row in sight.
    void each(Consumer<RowCell> act) {
        RowCell first = getFirstVisibleCell();
        RowCell last = getLastVisibleCell();
        if (first == null || last == null) {
            return;
        }
        for (int index = first.getIndex(); index <= last.getIndex(); index++) {
            RowCell cell = getVisibleCell(index);
            if (cell != null) {
                act.accept(cell);
            }
        }
    }

    /// How wide rows are: without the scroll bar.
    double room() {
        return Math.max(0, getWidth() - (getVbar().isVisible() ? getVbar().getWidth() : 0));
    }

    /// The line at the top; `otherwise` while nothing is drawn.
    int first(int otherwise) {
        RowCell first = getFirstVisibleCell();
        return first == null ? otherwise : first.getIndex();
    }

    /// How many whole rows are in sight.
    int linesInSight() {
        return Math.max(1, (int) (getHeight() / Math.max(1, getFixedCellSize())) - 1);
    }

    /// Scrolls only when the line is out of sight.
    void reveal(int line) {
        RowCell first = getFirstVisibleCell();
        RowCell last = getLastVisibleCell();
        if (first == null || last == null) {
            scrollToTop(line);
        } else if (line <= first.getIndex()) {
            scrollToTop(line);
        } else if (line >= last.getIndex()) {
            scrollTo(line);
        }
    }
}
