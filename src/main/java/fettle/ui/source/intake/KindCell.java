package fettle.ui.source.intake;

import fettle.ui.control.Buttons;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.session.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One kind: where the first is, what is wrong, as it stands, as it would be, and the button for all of it.
final class KindCell extends ListCell<KindLine> {

    private static final double LINE = 0.075;
    private static final double WORDS = 0.225;
    private static final double STANDS = 0.275;
    private static final int MOST_LETTERS = 160;

    private final KindsTable.Acts acts;

    KindCell(KindsTable.Acts acts) {
        this.acts = acts;
    }

    /// Lays five things out as the columns of the table.
    static HBox columns(ListView<?> list, Region line, Region words, Region stands, Region would, Region act) {
        width(line, list, LINE);
        width(words, list, WORDS);
        width(stands, list, STANDS);
        would.setMinWidth(0);
        would.setPrefWidth(40);
        would.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(would, Priority.ALWAYS);
        var row = new HBox(line, words, stands, would, act);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static void width(Region column, ListView<?> list, double share) {
        column.minWidthProperty().bind(list.widthProperty().multiply(share));
        column.prefWidthProperty().bind(column.minWidthProperty());
        column.maxWidthProperty().bind(column.minWidthProperty());
    }

    @Override
    protected void updateItem(@Nullable KindLine line, boolean empty) {
        super.updateItem(line, empty);
        setGraphic(empty || line == null ? null : row(line));
        setAccessibleText(empty || line == null ? "" : line.words() + ", " + Words.number(line.count()));
    }

    private HBox row(KindLine line) {
        Label number = Labels.of(line.line() > 0 ? Words.number(line.line()) : "–", "t-mono", "t-soft");
        Label words = Labels.of(line.words());
        words.setGraphic(sign(line));
        words.setGraphicTextGap(6);
        words.setEllipsisString("…");
        words.setPadding(new javafx.geometry.Insets(0, 10, 0, 0));
        tip(words, line.message());
        HBox row = columns(getListView(), number, words, holding(stands(line)), holding(would(line)), button(line));
        row.setPrefWidth(0);
        return row;
    }

    private static Node sign(KindLine line) {
        return switch (line.act()) {
            case REPAIR -> Icons.of(Feather.TOOL, "icon-warn", "icon-small");
            case REPEATS -> Icons.of(Feather.COPY, "icon-small");
            case EXPORT -> Icons.of(Feather.ALERT_OCTAGON, "icon-bad", "icon-small");
            case SHOW -> line.on()
                    ? Icons.of(Feather.TOOL, "icon-warn", "icon-small")
                    : Icons.of(Feather.ALERT_TRIANGLE, "icon-warn", "icon-small");
        };
    }

    private static Label stands(KindLine line) {
        boolean wrong = line.act() != KindLine.Act.REPEATS;
        return piece(line.stands(), wrong ? "diff-piece" : "t-soft", wrong ? "gone" : "t-mono");
    }

    private static Label would(KindLine line) {
        if (line.act() == KindLine.Act.REPAIR && !line.on()) {
            return piece("stays as it is", "t-soft", "t-mono");
        }
        return line.isMended() ? piece(line.would(), "diff-piece", "new") : piece(line.would(), "t-soft", "t-mono");
    }

    /// A cell that is as wide as its column, so that a short text's tint is no wider than the text.
    private static HBox holding(Label label) {
        var cell = new HBox(label);
        cell.setAlignment(Pos.CENTER_LEFT);
        cell.setPadding(new javafx.geometry.Insets(0, 12, 0, 0));
        return cell;
    }

    static Label piece(String text, String... styles) {
        String line = text.replace("\r\n", "⏎").replace('\n', '⏎').replace('\r', '⏎').replace('\t', '→');
        Label label = Labels.of(line.length() > MOST_LETTERS ? line.substring(0, MOST_LETTERS) + "…" : line, "t-mono");
        label.getStyleClass().addAll(styles);
        label.setEllipsisString("…");
        label.setMinWidth(0);
        label.setVisible(!text.isEmpty());
        tip(label, text);
        return label;
    }

    private static void tip(Label label, String text) {
        if (!text.isEmpty()) {
            var tooltip = new Tooltip(text.length() > 4000 ? text.substring(0, 4000) + "…" : text);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(640);
            label.setTooltip(tooltip);
        }
    }

    private Button button(KindLine line) {
        String what = switch (line.act()) {
            case REPAIR -> "Repair ";
            case SHOW, REPEATS -> "Show ";
            case EXPORT -> "Export ";
        };
        Button button = Buttons.plain(line.act().name().toLowerCase(java.util.Locale.ROOT) + "-" + line.kind(),
                what + Words.number(line.count()), () -> acts.press().accept(line), "small");
        if (line.act() == KindLine.Act.REPAIR && line.on()) {
            button.getStyleClass().add("repairing");
            button.setGraphic(Icons.of(Feather.CHECK));
        }
        button.setFocusTraversable(false);
        return button;
    }
}
