package fettle.ui.example.filter;

import fettle.ui.control.Buttons;
import fettle.ui.control.DropDown;
import fettle.ui.control.Labels;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A few lines on what can be typed into the search.
final class SearchHelp {

    private static final List<List<String>> LINES = List.of(
            List.of("gas refund", "both words, anywhere in the row"),
            List.of("\"gas refund\"", "the words next to each other"),
            List.of("refun*", "words that begin so"),
            List.of("gas -refund", "rows without a word"),
            List.of("为什么", "any script; blanks are not needed"));

    private SearchHelp() {}

    /// A button that shows the help under `owner`, and takes it away again.
    static Button button(Node owner) {
        var box = new VBox(8, Labels.of("Search in all texts of the rows", "t-strong"), grid(), Labels.wrapped(
                "Case and accents do not matter. For patterns write a filter: text ~ \"re-?fund\".", "t-small",
                "t-soft"));
        box.setId("search-help");
        box.getStyleClass().add("search-help");
        var drop = new DropDown(owner, box, () -> {});
        return Buttons.icon("search-help-button", Feather.HELP_CIRCLE, "What can be searched for", () -> {
            if (drop.isShowing()) {
                drop.close();
            } else {
                drop.show();
            }
        });
    }

    private static GridPane grid() {
        var grid = new GridPane(16, 4);
        for (int line = 0; line < LINES.size(); line++) {
            grid.add(Labels.whole(LINES.get(line).getFirst(), "t-mono"), 0, line);
            grid.add(Labels.whole(LINES.get(line).getLast(), "t-small", "t-soft"), 1, line);
        }
        return grid;
    }
}
