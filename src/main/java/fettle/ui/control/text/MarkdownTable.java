package fettle.ui.control.text;

import javafx.geometry.HPos;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.Node;

/// A Markdown table as a grid with hairlines between its rows.
final class MarkdownTable {

    private MarkdownTable() {}

    static Region of(TableBlock table) {
        var grid = new GridPane();
        grid.getStyleClass().add("md-table");
        int row = 0;
        int columns = 0;
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node line = part.getFirstChild(); line != null; line = line.getNext()) {
                columns = Math.max(columns, line(grid, line, row++, part instanceof TableHead));
            }
        }
        for (int column = 0; column < columns; column++) {
            var width = new ColumnConstraints();
            width.setPercentWidth(100.0 / columns);
            width.setHgrow(Priority.ALWAYS);
            width.setHalignment(HPos.LEFT);
            grid.getColumnConstraints().add(width);
        }
        return grid;
    }

    private static int line(GridPane grid, Node line, int row, boolean head) {
        int column = 0;
        for (Node cell = line.getFirstChild(); cell != null; cell = cell.getNext()) {
            TextFlow words = MarkdownText.flow(cell);
            if (cell instanceof TableCell aligned && aligned.getAlignment() == TableCell.Alignment.RIGHT) {
                words.setTextAlignment(javafx.scene.text.TextAlignment.RIGHT);
            }
            if (head) {
                words.getChildren().forEach(part -> part.getStyleClass().add("md-table-head-text"));
            }
            var box = new StackPane(words);
            box.getStyleClass().add(head ? "md-table-head" : "md-table-cell");
            grid.add(box, column++, row);
        }
        return column;
    }
}
