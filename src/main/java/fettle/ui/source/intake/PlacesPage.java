package fettle.ui.source.intake;

import fettle.example.Receipt.Problem;
import fettle.ui.control.Labels;
import fettle.ui.session.Words;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Every place of one kind, with its line; only those in sight have nodes.
final class PlacesPage {

    private final VBox root;

    PlacesPage(IntakeViewModel.Page.Places places) {
        var list = new ListView<>(FXCollections.observableList(places.places()));
        list.setId("places");
        list.getStyleClass().addAll("places", "first-focus");
        list.setCellFactory(_ -> new Cell());
        list.getSelectionModel().selectFirst();
        list.setPrefHeight(400);
        VBox.setVgrow(list, Priority.ALWAYS);
        Label detail = Labels.wrapped("", "t-soft");
        detail.setId("place-detail");
        detail.textProperty().bind(list.getSelectionModel().selectedItemProperty().map(PlacesPage::detail));
        var head = new HBox(8, Labels.whole(places.line().words(), "t-strong"), Labels.of(
                Words.count(places.line().count(), "place", "places") + (places.further() == 0
                        ? ""
                        : ", the first " + Words.number(places.places().size()) + " listed"),
                "t-soft"));
        head.setAlignment(Pos.CENTER_LEFT);
        root = new VBox(12, head, list, detail);
        root.getStyleClass().add("dialog-body");
        root.setMinHeight(0);
    }

    Region root() {
        return root;
    }

    private static String detail(Problem problem) {
        String where = problem.line() > 0
                ? "Line " + Words.number(problem.line())
                        + (problem.column() > 0 ? ", column " + Words.number(problem.column()) : "")
                        + (problem.row() > 0 ? ", row " + Words.number(problem.row()) : "") + ": "
                : "";
        return where + problem.message() + (problem.repair().isEmpty()
                ? ""
                : (problem.repaired() ? " Mended: " : " Can be mended: ") + problem.repair() + ".");
    }

    private static final class Cell extends ListCell<Problem> {

        @Override
        protected void updateItem(@Nullable Problem problem, boolean empty) {
            super.updateItem(problem, empty);
            setGraphic(empty || problem == null ? null : row(problem));
        }

        private static HBox row(Problem problem) {
            Label line = Labels.of(problem.line() > 0 ? Words.number(problem.line()) : "–", "t-mono", "t-soft",
                    "place-line");
            var row = new HBox(12, line);
            if (problem.before().isEmpty()) {
                Label words = Labels.of(problem.message());
                words.setMinWidth(0);
                words.setTooltip(new Tooltip(problem.message()));
                row.getChildren().add(words);
            } else {
                boolean wrong = !problem.kind().equals(KindLine.REPEATS);
                row.getChildren().add(KindCell.piece(problem.before(), wrong ? "diff-piece" : "t-soft",
                        wrong ? "gone" : "t-mono"));
                row.getChildren().add(KindCell.piece(problem.after(), "diff-piece", "new"));
            }
            row.setAlignment(Pos.CENTER_LEFT);
            row.setPrefWidth(0);
            return row;
        }
    }
}
