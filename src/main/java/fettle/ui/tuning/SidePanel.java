package fettle.ui.tuning;

import fettle.tuning.Tuning;
import fettle.ui.control.Card;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Beside the curve: what happened, what differs from the tuning before, all tunings.
final class SidePanel {

    private final VBox notes = new VBox(10);
    private final GridPane differences = new GridPane(12, 8);
    private final VBox against = Card.of();
    private final ObservableList<Tuning> tunings = FXCollections.observableArrayList();
    private final EarlierTunings earlier;
    private final VBox root;
    private List<Note> told = List.of();

    SidePanel(TuningViewModel model) {
        earlier = new EarlierTunings(tunings, model);
        notes.setId("notes");
        var scroll = new ScrollPane(notes);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("unframed");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var happened = Card.of(Card.head("What happened", Labels.of("", "t-small")), scroll);
        VBox.setVgrow(happened, Priority.ALWAYS);
        happened.setMinHeight(120);
        var name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        var number = new ColumnConstraints();
        number.setHalignment(javafx.geometry.HPos.RIGHT);
        differences.getColumnConstraints().addAll(name, number, number);
        VBox list = Card.of(Card.head("Tunings", Labels.of("newest first", "t-small", "t-soft")), earlier.root());
        list.setMinHeight(Region.USE_PREF_SIZE);
        root = new VBox(14, happened, against, list);
        root.getStyleClass().add("tuning-side");
        model.knownProperty().subscribe(known -> tunings.setAll(known.tunings()));
    }

    VBox root() {
        return root;
    }

    void show(Shown shown) {
        earlier.mark(shown.tuning());
        List<Difference> found = shown.differences();
        against.setVisible(shown.before().isPresent());
        against.setManaged(shown.before().isPresent());
        against.setMinHeight(Region.USE_PREF_SIZE);
        String before = shown.before().map(Tuning::id).orElse("");
        differences.getChildren().clear();
        if (found.isEmpty()) {
            differences.add(Labels.wrapped("The same settings and the same dataset.", "t-soft"), 0, 0);
        } else {
            differences.addRow(0, Labels.of("Only what differs", "t-label"), Labels.whole(before, "t-label"),
                    Labels.whole(shown.tuning().id(), "t-label"));
        }
        for (int row = 0; row < Math.min(found.size(), 6); row++) {
            Difference difference = found.get(row);
            differences.addRow(row + 1, Labels.of(difference.name()),
                    Labels.whole(difference.before(), "t-mono", "t-soft"), Labels.whole(difference.now(), "t-mono"));
        }
        if (found.size() > 6) {
            differences.add(Labels.of("and " + (found.size() - 6) + " more", "t-small", "t-soft"), 0, 7);
        }
        against.getChildren().setAll(Card.head("Against " + before, Labels.of("")), differences);
    }

    void notes(List<Note> now) {
        if (now.equals(told)) {
            return;
        }
        told = List.copyOf(now);
        notes.getChildren().setAll(told.stream().map(SidePanel::note).toList());
        if (told.isEmpty()) {
            notes.getChildren().setAll(Labels.wrapped("Nothing yet. Remarks on the curve come here by themselves.",
                    "t-soft"));
        }
    }

    private static Node note(Note note) {
        var words = Labels.wrapped(note.text());
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var row = new HBox(10, icon(note.kind()), words,
                Labels.whole(note.step() == 0 ? "" : String.valueOf(note.step()), "t-mono", "t-soft"));
        return row;
    }

    private static FontIcon icon(Note.Kind kind) {
        return switch (kind) {
            case BEST -> Icons.of(Feather.AWARD, "icon-accent");
            case ROSE -> Icons.of(Feather.ALERT_TRIANGLE, "icon-warn");
            case SPIKE -> Icons.of(Feather.ZAP, "icon-bad");
            case HALVED -> Icons.of(Feather.TRENDING_DOWN);
            case BROKEN -> Icons.of(Feather.ALERT_OCTAGON, "icon-bad");
            case CHECKPOINT -> Icons.of(Feather.FLAG, "icon-accent");
            case ENDED -> Icons.of(Feather.CHECK_CIRCLE);
        };
    }
}
