package fettle.ui.dataset;

import fettle.dataset.Release;
import fettle.ui.control.Card;
import fettle.ui.control.Labels;
import fettle.ui.session.Words;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What was fixed on disk, newest first.
final class ReleasesCard {

    private static final int SHOWN = 5;

    private final VBox lines = new VBox();
    private final VBox root = Card.of(Card.head("Releases", Labels.of("fixed on disk, never changed", "t-small",
            "t-soft")), lines);

    ReleasesCard(DatasetViewModel model) {
        lines.setId("releases");
        root.setMinHeight(Region.USE_PREF_SIZE);
        model.sidesProperty().subscribe(this::show);
    }

    VBox root() {
        return root;
    }

    private void show(Optional<Sides> sides) {
        List<Release> releases = sides.orElse(Sides.NONE).releases();
        lines.getChildren().setAll(releases.stream().limit(SHOWN).map(ReleasesCard::line).toList());
        if (releases.isEmpty()) {
            lines.getChildren().setAll(Labels.wrapped("None yet. A tuning makes one by itself, so that it can always be"
                    + " said what a model has seen.", "t-soft"));
        } else if (releases.size() > SHOWN) {
            lines.getChildren().add(Labels.of("and " + (releases.size() - SHOWN) + " earlier", "t-small", "t-soft"));
        }
    }

    private static Node line(Release release) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        String rows = release.validationRows() == 0
                ? Words.count(release.trainRows(), "row", "rows")
                : Words.number(release.trainRows()) + " + " + Words.number(release.validationRows()) + " rows";
        var line = new HBox(10, Labels.whole(release.name(), "t-strong"), Labels.of(rows), gap,
                Labels.whole(Words.when(release.createdMillis()), "t-small", "t-soft"));
        line.getStyleClass().add("fact");
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return line;
    }
}
