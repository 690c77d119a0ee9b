package fettle.ui.source;

import fettle.project.Project;
import fettle.ui.control.Buttons;
import fettle.ui.control.Dialog;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.control.Skeleton;
import fettle.ui.control.text.WordDiff;
import fettle.ui.session.Reading;
import fettle.ui.session.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// Shows what a cleaning rule changes, place by place, before and after.
final class CleaningDialog {

    private final SourcesViewModel model;
    private final SourceDetail detail;
    private final SourceDetail.Rule rule;
    private final Overlay overlay;
    private final StackPane body = new StackPane(Skeleton.rows(4));

    CleaningDialog(SourcesViewModel model, SourceDetail detail, SourceDetail.Rule rule, Overlay overlay) {
        this.model = model;
        this.detail = detail;
        this.rule = rule;
        this.overlay = overlay;
    }

    void show() {
        Project project = model.session().projectProperty().get().orElseThrow();
        new Reading<>(model.session(), this::fill).start(progress -> CleaningPlaces.of(
                project.documents().uncleaned(detail.source().id()), rule.rule(), detail.settings(), progress));
        Node turn = Buttons.plain("turn-rule", rule.on() ? "Switch it off" : "Switch it on", () -> {
            overlay.close();
            model.switchRule(detail, rule.rule().id(), !rule.on());
        });
        turn.setDisable(!model.session().writable().get());
        VBox dialog = Dialog.of(rule.rule().words(), body, "The text as it was read is kept; a rule can be switched"
                + " off again.", overlay, turn);
        dialog.setId("cleaning-dialog");
        dialog.setMaxWidth(820);
        overlay.showDialog(dialog, () -> {});
    }

    private void fill(CleaningPlaces found) {
        if (found.changes() == 0) {
            body.getChildren().setAll(Labels.wrapped("It changes nothing in the documents of this source.", "t-soft"));
            return;
        }
        var list = new ListView<CleaningPlaces.Place>();
        list.setId("cleaning-places");
        list.getStyleClass().add("place-list");
        list.getItems().setAll(found.places());
        list.setCellFactory(_ -> new PlaceCell());
        String words = (rule.on() ? "It changes " : "It would change ") + Words.count(found.changes(), "place",
                "places") + " in " + Words.count(found.documents(), "document", "documents")
                + (found.places().size() < found.changes() ? ". Some of them:" : ":");
        body.getChildren().setAll(new VBox(10, Labels.wrapped(words, "t-soft"), list));
    }

    private static final class PlaceCell extends ListCell<CleaningPlaces.Place> {

        @Override
        protected void updateItem(CleaningPlaces.@Nullable Place place, boolean empty) {
            super.updateItem(place, empty);
            setGraphic(empty || place == null ? null : draw(place));
        }

        private Node draw(CleaningPlaces.Place place) {
            var where = Labels.of(place.path() + " · line " + Words.number(place.line()), "t-mono", "t-soft");
            var box = new VBox(2, where, flow(place.pieces()));
            box.setPrefWidth(0);
            return box;
        }

        private static TextFlow flow(List<WordDiff.Piece> pieces) {
            var flow = new TextFlow();
            flow.getStyleClass().add("diff-flow");
            for (WordDiff.Piece piece : pieces) {
                var text = new Text(CleaningPlaces.visible(piece));
                text.getStyleClass().add("diff-text");
                switch (piece.kind()) {
                    case SAME -> {}
                    case GONE -> text.getStyleClass().add("gone");
                    case NEW -> text.getStyleClass().add("new");
                }
                flow.getChildren().add(text);
            }
            return flow;
        }
    }
}
