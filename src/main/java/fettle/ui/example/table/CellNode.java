package fettle.ui.example.table;

import fettle.dataset.CheckKind;
import fettle.dataset.Finding.Level;
import fettle.example.ExampleRow;
import fettle.example.SearchText.Hit;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.example.filter.FindingWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One cell: a line of words, an icon, or words with the hits of a search in them. Used again for row after row.
final class CellNode extends Region {

    private static final int MOST_ICONS = 4;
    /// About as wide as a letter.
    private static final double LETTER = 7;

    private final RowColumn column;
    private final Label label = new Label();
    private @Nullable HBox line;

    CellNode(RowColumn column) {
        this.column = column;
        getStyleClass().addAll("row-cell", style(column.look()));
        setMouseTransparent(true);
        label.setMinWidth(0);
        getChildren().add(label);
    }

    private static String style(RowColumn.Look look) {
        return switch (look) {
            case DOT -> "dot-cell";
            case MONO -> "mono";
            case STRONG -> "strong";
            case SOFT, TAGS, FINDINGS -> "soft";
            case NUMBER -> "number";
            case STARS -> "stars";
            case FLAG, PENCIL -> "icon-cell";
        };
    }

    RowColumn column() {
        return column;
    }

    /// Shows a row; without one, nothing but what is known of it, its number.
    void show(RowItem item, List<String> findings, boolean pencil, double width) {
        Optional<ExampleRow> row = item.row();
        if (row.isEmpty()) {
            plain(column.id().equals("id") ? String.format(java.util.Locale.ROOT, "%04d", item.id()) : "", null);
            return;
        }
        Snippet text = item.texts().get(column.id());
        if (text != null && text.hasHits()) {
            hits(text.lead((int) (width / LETTER / 4)));
        } else {
            String words = text != null ? text.text() : CellWords.of(column.id(), row.get());
            plain(words, graphic(row.get(), findings, pencil));
        }
    }

    private @Nullable Node graphic(ExampleRow row, List<String> findings, boolean pencil) {
        return switch (column.look()) {
            case DOT -> dot(row);
            case FLAG -> row.remarks().flagged() ? Icons.of(Feather.FLAG, "icon-warn", "icon-small") : null;
            case PENCIL -> row.edited() ? Icons.of(Feather.EDIT_2, "icon-accent", "icon-small") : null;
            case FINDINGS -> findings.isEmpty() ? null : marks(findings);
            case TAGS -> row.tags().isEmpty() ? null : Icons.of(Feather.TAG, "icon-small");
            case MONO, STRONG, SOFT, NUMBER, STARS -> pencil && row.edited()
                    ? Icons.of(Feather.EDIT_2, "icon-accent", "icon-small")
                    : null;
        };
    }

    private static Region dot(ExampleRow row) {
        var dot = new Region();
        dot.getStyleClass().addAll("dot", CellWords.dot(row.status()));
        return dot;
    }

    private Node marks(List<String> findings) {
        var icons = new HBox(4);
        icons.setAlignment(Pos.CENTER_LEFT);
        for (String word : findings.subList(0, Math.min(MOST_ICONS, findings.size()))) {
            Level level = FindingWords.kind(word).map(CheckKind::level).orElse(Level.WARNING);
            icons.getChildren().add(level == Level.ERROR
                    ? Icons.of(Feather.ALERT_OCTAGON, "icon-bad", "icon-small")
                    : Icons.of(Feather.ALERT_TRIANGLE, "icon-warn", "icon-small"));
        }
        label.setText(FindingWords.name(findings.getFirst()));
        return icons;
    }

    private void plain(String words, @Nullable Node graphic) {
        if (line != null) {
            line.setVisible(false);
        }
        label.setVisible(true);
        boolean wordless = column.look() == RowColumn.Look.DOT || column.look() == RowColumn.Look.FLAG
                || column.look() == RowColumn.Look.PENCIL;
        if (column.look() != RowColumn.Look.FINDINGS || graphic == null) {
            label.setText(wordless ? "" : words);
        }
        label.setGraphic(graphic);
        setAccessibleText(column.title() + ": " + words);
        requestLayout();
    }

    /// Pieces side by side; the last one is cut with "…" where it does not fit.
    private void hits(Snippet text) {
        HBox box = line == null ? lineOfHits() : line;
        var pieces = new ArrayList<Node>();
        int at = 0;
        for (Hit hit : text.hits()) {
            if (hit.start() > at) {
                pieces.add(piece(text.text().substring(at, hit.start()), false));
            }
            pieces.add(piece(text.text().substring(hit.start(), hit.end()), true));
            at = hit.end();
        }
        if (at < text.text().length()) {
            pieces.add(piece(text.text().substring(at), false));
        }
        if (pieces.getLast() instanceof Label last) {
            last.setMinWidth(0);
            HBox.setHgrow(last, Priority.SOMETIMES);
        }
        box.getChildren().setAll(pieces);
        box.setVisible(true);
        label.setVisible(false);
        setAccessibleText(column.title() + ": " + text.text());
        requestLayout();
    }

    private static Label piece(String words, boolean hit) {
        return hit ? Labels.whole(words, "hit") : Labels.whole(words, "beside-hit");
    }

    private HBox lineOfHits() {
        var box = new HBox();
        box.setAlignment(Pos.CENTER_LEFT);
        var clip = new Rectangle();
        clip.widthProperty().bind(box.widthProperty());
        clip.heightProperty().bind(box.heightProperty());
        box.setClip(clip);
        getChildren().add(box);
        line = box;
        return box;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double room = Math.max(0, getWidth() - left - snappedRightInset());
        label.setAlignment(column.isNumber()
                ? Pos.CENTER_RIGHT
                : column.look() == RowColumn.Look.DOT ? Pos.CENTER : Pos.CENTER_LEFT);
        label.resizeRelocate(left, 0, room, getHeight());
        if (line != null) {
            line.resizeRelocate(left, 0, room, getHeight());
        }
    }
}
