package fettle.ui.source;

import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.control.Switch;
import fettle.ui.control.WideButton;
import fettle.ui.session.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The rules that clean the texts of a source: each with a switch, how many documents it changed, and what it does.
final class CleaningSection {

    private final SourcesViewModel model;
    private final SourceDetail detail;
    private final Overlay overlay;

    CleaningSection(SourcesViewModel model, SourceDetail detail, Overlay overlay) {
        this.model = model;
        this.detail = detail;
        this.overlay = overlay;
    }

    Node root() {
        var rows = new VBox(Labels.of("Cleaning, in this order", "t-label"));
        detail.rules().forEach(rule -> rows.getChildren().add(row(rule)));
        rows.getChildren().add(Labels.wrapped("The number is of places. Press a rule to see what it changes.",
                "t-small", "t-soft"));
        return rows;
    }

    private Node row(SourceDetail.Rule rule) {
        var power = Switch.of("clean-" + rule.rule().id(), "", rule.rule().words(), rule.on(),
                on -> model.switchRule(detail, rule.rule().id(), on));
        power.getStyleClass().add("rule-switch");
        power.setDisable(!model.session().writable().get());
        var name = Labels.of(rule.rule().words(), rule.on() ? "t-plain" : "t-soft");
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var line = new HBox(8, name, Labels.whole(rule.on() ? Words.number(rule.changed()) : "—", "t-number",
                "t-soft"));
        line.setAlignment(Pos.CENTER_LEFT);
        WideButton open = WideButton.row("show-" + rule.rule().id(), "What “" + rule.rule().words() + "” changes",
                line, () -> new CleaningDialog(model, detail, rule, overlay).show());
        open.getStyleClass().addAll("short-row", "unruled");
        HBox.setHgrow(open, Priority.ALWAYS);
        open.setMinWidth(0);
        var row = new HBox(8, power, open);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
