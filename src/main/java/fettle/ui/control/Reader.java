package fettle.ui.control;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A text to read, block below block; only what is in sight is laid out, so that a book opens as fast as a note.
public final class Reader {

    private static final double WIDEST = 720;
    private static final double MARGIN = 36;

    private final ListView<Line> list = new ListView<>();

    /// One block and the group that it belongs to, such as the place of its chunk.
    public record Line(int group, Block block) {}

    public Reader(String id) {
        list.setId(id);
        list.getStyleClass().addAll("reader", "unruled");
        list.setCellFactory(_ -> new BlockCell());
    }

    public Region root() {
        return list;
    }

    /// Shows another text, from its top.
    public void show(List<Line> lines) {
        list.getItems().setAll(lines);
        list.scrollTo(0);
    }

    /// Marks all blocks of a group, and brings its first one into sight.
    public void choose(int group) {
        for (int index = 0; index < list.getItems().size(); index++) {
            if (list.getItems().get(index).group() == group) {
                list.getSelectionModel().clearAndSelect(index);
                list.scrollTo(Math.max(0, index - 1));
                return;
            }
        }
    }

    /// The line that the person chose.
    public javafx.beans.property.ReadOnlyObjectProperty<Line> chosenProperty() {
        return list.getSelectionModel().selectedItemProperty();
    }

    private final class BlockCell extends ListCell<Line> {

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setGraphic(empty || line == null ? null : centred(draw(line.block())));
        }

        private Node centred(Region content) {
            content.setMaxWidth(Region.USE_PREF_SIZE);
            content.prefWidthProperty().bind(Bindings.createDoubleBinding(
                    () -> Math.clamp(list.getWidth() - 2 * MARGIN - 14, 120, WIDEST), list.widthProperty()));
            var centred = new StackPane(content);
            centred.setMinWidth(0);
            centred.setPrefWidth(1);
            return centred;
        }
    }

    private static Region draw(Block block) {
        return switch (block) {
            case Block.Heading(int level, var runs) -> flow(runs, level <= 1
                    ? "read-h1"
                    : level == 2
                            ? "read-h2"
                            : "read-h3");
            case Block.Paragraph(var runs) -> flow(runs, "read-paragraph");
            case Block.Quote(var runs) -> flow(runs, "read-quote");
            case Block.Code(var text, _) -> code(text);
            case Block.Mark(var words) -> mark(words);
            case Block.Item(int depth, var marker, var runs) -> item(depth, marker, runs);
            case Block.Part(boolean taken, var text) -> flow(List.of(new Block.Run(text, Block.Style.PLAIN)),
                    taken ? "read-taken" : "read-left");
        };
    }

    private static Region item(int depth, String marker, List<Block.Run> runs) {
        Label sign = Labels.whole(marker, "t-soft", "read-marker");
        TextFlow words = flow(runs, "read-item");
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(4, sign, words);
        row.setPadding(new javafx.geometry.Insets(0, 0, 0, 16.0 * depth));
        return row;
    }

    private static Region code(String text) {
        TextFlow lines = flow(List.of(new Block.Run(text, Block.Style.CODE)), "read-code");
        lines.getStyleClass().add("code-block");
        return lines;
    }

    private static Region mark(String words) {
        var line = new Region();
        line.getStyleClass().add("cut-line");
        HBox.setHgrow(line, Priority.ALWAYS);
        var row = new HBox(8, Icons.of(Feather.SCISSORS, "icon-accent", "icon-small"),
                Labels.whole(words, "t-small", "t-accent"), line);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        row.getStyleClass().add("cut-mark");
        return row;
    }

    private static TextFlow flow(List<Block.Run> runs, String style) {
        var flow = new TextFlow();
        flow.getStyleClass().addAll("read-flow", style);
        for (Block.Run run : runs) {
            var text = new Text(run.text());
            text.getStyleClass().addAll("read-text", switch (run.style()) {
                case PLAIN -> "read-plain";
                case STRONG -> "read-strong";
                case EMPHASIS -> "read-emphasis";
                case CODE -> "read-inline-code";
                case LINK -> "read-link";
            });
            flow.getChildren().add(text);
        }
        return flow;
    }
}
