package fettle.ui.source;

import fettle.ui.control.Dialog;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.control.SearchField;
import fettle.ui.control.WideButton;
import fettle.ui.session.Words;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What was not taken, by reason; each opens to all its paths.
final class SkippedSection {

    private static final int MOST_REASONS = 40;

    private final SourceDetail detail;
    private final Overlay overlay;

    SkippedSection(SourceDetail detail, Overlay overlay) {
        this.detail = detail;
        this.overlay = overlay;
    }

    Node root() {
        if (detail.skipped().isEmpty()) {
            return Labels.wrapped("Nothing was skipped.", "t-soft");
        }
        var rows = new VBox(Labels.of("Skipped, and why", "t-label"));
        List<SkippedGroup> groups = detail.skipped();
        for (int index = 0; index < Math.min(MOST_REASONS, groups.size()); index++) {
            rows.getChildren().add(row(index, groups.get(index)));
        }
        if (groups.size() > MOST_REASONS) {
            rows.getChildren().add(Labels.wrapped("And " + Words.count(groups.size() - MOST_REASONS, "further reason",
                    "further reasons") + ".", "t-soft"));
        }
        return rows;
    }

    private Node row(int index, SkippedGroup group) {
        var why = Labels.of(SourceWords.capital(group.why()));
        why.setMinWidth(40);
        var pattern = Labels.of(group.pattern(), "t-mono", "t-soft");
        pattern.setMinWidth(30);
        pattern.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(pattern, Priority.ALWAYS);
        var line = new HBox(12, why, pattern, Labels.whole(Words.number(group.count()), "t-number"));
        line.setAlignment(Pos.CENTER_LEFT);
        WideButton row = WideButton.row("skipped-" + index, group.why() + ": " + Words.count(group.count(), "path",
                "paths"), line, () -> show(group));
        row.getStyleClass().add("short-row");
        return row;
    }

    private void show(SkippedGroup group) {
        var paths = new FilteredList<>(FXCollections.observableList(group.paths()));
        var search = new SimpleStringProperty("");
        search.subscribe(words -> paths.setPredicate(path -> path.toLowerCase(Locale.ROOT)
                .contains(words.strip().toLowerCase(Locale.ROOT))));
        var list = new ListView<>(paths);
        list.setId("skipped-paths");
        list.getStyleClass().add("path-list");
        list.setPlaceholder(Labels.of("No path holds that.", "t-soft"));
        VBox.setVgrow(list, Priority.ALWAYS);
        var body = new VBox(10, new SearchField("find-skipped", "Find a path", search).root(), list);
        var dialog = Dialog.of(Words.count(group.count(), "path", "paths") + ": " + group.why(), body, "", overlay);
        dialog.setId("skipped-dialog");
        dialog.setMaxWidth(760);
        overlay.showDialog(dialog, () -> {});
    }
}
