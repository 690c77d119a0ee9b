package fettle.ui.example;

import fettle.example.ExampleRow;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// A cell of the table: the words of one column, on one line; empty while the row is being read.
class RowCell extends TableCell<RowItem, RowItem> {

    private final Function<ExampleRow, String> words;

    RowCell(Function<ExampleRow, String> words, String style) {
        this.words = words;
        getStyleClass().add(style);
    }

    @Override
    protected void updateItem(@Nullable RowItem item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        setGraphic(null);
        if (!empty && item != null) {
            item.row().ifPresent(this::draw);
        }
    }

    /// Draws a row that is there.
    void draw(ExampleRow row) {
        setText(words.apply(row));
    }
}
