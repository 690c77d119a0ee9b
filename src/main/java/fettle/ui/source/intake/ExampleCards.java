package fettle.ui.source.intake;

import fettle.example.Turn;
import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.Labels;
import fettle.ui.session.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The first rows as the examples that they would become, one at a time.
final class ExampleCards {

    private static final int MOST_LETTERS = 600;
    private static final int BESIDE = 3;

    private final VBox root = new VBox(6);
    private final Label title = Labels.of("", "t-label");
    private final VBox cards = new VBox();
    private final Button back = Buttons.icon("example-before", Feather.CHEVRON_LEFT, "The row before", () -> go(-1));
    private final Button on = Buttons.icon("example-after", Feather.CHEVRON_RIGHT, "The next row", () -> go(1));
    private List<ObjectNode> examples = List.of();
    private int shown;

    ExampleCards() {
        var head = new HBox(4, title, back, on);
        head.setAlignment(Pos.CENTER_LEFT);
        root.getChildren().addAll(head, cards);
        root.setMinHeight(Region.USE_PREF_SIZE);
        draw();
    }

    Region root() {
        return root;
    }

    /// Shows other rows, from the first on when they are not those of before.
    void show(List<ObjectNode> now) {
        if (!now.equals(examples)) {
            shown = Math.min(shown, Math.max(0, now.size() - 1));
            examples = now;
            draw();
        }
    }

    private void go(int step) {
        shown = Math.clamp(shown + step, 0, examples.size() - 1);
        draw();
    }

    private void draw() {
        root.setVisible(!examples.isEmpty());
        root.setManaged(!examples.isEmpty());
        if (examples.isEmpty()) {
            return;
        }
        title.setText(shown == 0 ? "First row as an example" : "Row " + Words.number(shown + 1L) + " as an example");
        back.setDisable(shown == 0);
        on.setDisable(shown == examples.size() - 1);
        List<Turn> turns = turns(examples.get(shown));
        cards.getChildren().setAll(turns.size() <= BESIDE ? beside(turns) : below(turns));
    }

    /// The turns, and the answer that a pair does not prefer.
    private static List<Turn> turns(ObjectNode body) {
        var turns = new ArrayList<>(Turn.of(body));
        for (JsonNode message : body.path("non_preferred_output")) {
            turns.add(new Turn("rejected", Turn.text(message), false));
        }
        if (body.has("label")) {
            turns.add(new Turn("label", body.path("label").toString(), false));
        }
        return turns;
    }

    /// Side by side; an answer has twice the room of a question.
    private static Region beside(List<Turn> turns) {
        var grid = new GridPane(10, 0);
        int all = turns.stream().mapToInt(ExampleCards::share).sum();
        for (int place = 0; place < turns.size(); place++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 * share(turns.get(place)) / all);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
            grid.add(card(turns.get(place)), place, 0);
        }
        return grid;
    }

    private static int share(Turn turn) {
        return turn.role().equals("assistant") || turn.role().equals("rejected") ? 2 : 1;
    }

    private static Region below(List<Turn> turns) {
        var lines = new VBox(4);
        for (Turn turn : turns) {
            Label role = Labels.whole(name(turn), "t-label", RoleWords.style(turn.role()), "turn-name");
            Label words = Labels.of(shortened(turn.text().replace('\n', ' ')));
            words.setEllipsisString("…");
            words.setMinWidth(0);
            words.setTooltip(full(turn));
            lines.getChildren().add(new HBox(10, role, words));
        }
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("turn-lines");
        VBox card = Card.of(scroll);
        card.getStyleClass().add("intake-card");
        return card;
    }

    private static Region card(Turn turn) {
        Label words = Labels.of(turn.text().isEmpty() ? "–" : shortened(turn.text()), "intake-words");
        words.setWrapText(true);
        words.setEllipsisString(" …");
        words.setTooltip(full(turn));
        words.setMinHeight(0);
        VBox card = Card.of(Labels.of(name(turn), "t-label", RoleWords.style(turn.role())), words);
        card.getStyleClass().add("intake-card");
        return card;
    }

    private static Tooltip full(Turn turn) {
        var tooltip = new Tooltip(turn.text().length() > 4000 ? turn.text().substring(0, 4000) + "…" : turn.text());
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(640);
        return tooltip;
    }

    private static String name(Turn turn) {
        return RoleWords.of(turn.role().toLowerCase(Locale.ROOT));
    }

    private static String shortened(String text) {
        return text.length() > MOST_LETTERS ? text.substring(0, MOST_LETTERS) + "…" : text;
    }
}
