package fettle.ui.example.bulk;

import fettle.ui.control.Labels;
import fettle.ui.control.text.WordDiff.Kind;
import fettle.ui.control.text.WordDiff.Piece;
import fettle.ui.example.editor.ExampleWords;
import fettle.ui.example.editor.TurnFrame;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// One row of a preview: its box, its number, and what changes in it.
final class PreviewCell extends ListCell<PreviewRow> {

    /// Longer parts wrap, and so are drawn as text without a ground.
    private static final int SHORT = 48;

    private final PreviewViewModel model;

    PreviewCell(PreviewViewModel model) {
        this.model = model;
        setPrefWidth(0); // as wide as the list, so that texts wrap
        model.withoutProperty().addListener((_, _, _) -> dim());
    }

    @Override
    protected void updateItem(@Nullable PreviewRow row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(empty || row == null ? null : draw(row));
        dim();
    }

    private boolean isOut() {
        return getItem() != null && model.withoutProperty().get().contains(getItem().id());
    }

    private void dim() {
        if (getGraphic() instanceof HBox line && line.getChildren().getFirst() instanceof CheckBox box) {
            box.setSelected(!isOut());
            line.getChildren().getLast().setOpacity(isOut() ? 0.45 : 1);
        }
    }

    private Node draw(PreviewRow row) {
        var box = new CheckBox();
        box.setId("preview-" + row.id());
        box.setSelected(!isOut());
        box.setAccessibleText("Change " + row.title());
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setOnAction(_ -> model.leaveOut(row.id(), !box.isSelected()));
        var texts = new VBox(6, Labels.of(row.title(), "t-mono", "t-small", "t-soft"));
        row.texts().forEach(text -> texts.getChildren().add(text(text)));
        HBox.setHgrow(texts, Priority.ALWAYS);
        texts.setMinWidth(0);
        var line = new HBox(10, box, texts);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private static Node text(PreviewRow.Text text) {
        var flow = new TextFlow();
        flow.getStyleClass().add("diff-flow");
        text.pieces().stream().filter(piece -> !piece.text().isEmpty())
                .forEach(piece -> flow.getChildren().add(piece(piece)));
        HBox.setHgrow(flow, Priority.ALWAYS);
        flow.setMinWidth(0);
        if (text.role().isEmpty()) {
            return flow;
        }
        var bar = new Region();
        bar.getStyleClass().addAll("review-bar", "role-" + TurnFrame.colour(text.role()));
        bar.setAccessibleText(ExampleWords.role(text.role()));
        return new HBox(10, bar, flow);
    }

    private static Node piece(Piece piece) {
        if (piece.kind() != Kind.SAME && piece.text().length() <= SHORT) {
            Label label = Labels.whole(piece.text(), "diff-piece", piece.kind() == Kind.NEW ? "new" : "gone");
            return label;
        }
        var text = new Text(piece.text());
        text.getStyleClass().addAll("diff-text", switch (piece.kind()) {
            case SAME -> "same";
            case GONE -> "gone";
            case NEW -> "new";
        });
        return text;
    }
}
