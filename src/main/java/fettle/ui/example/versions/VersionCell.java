package fettle.ui.example.versions;

import fettle.example.RowVersion;
import fettle.example.Step;
import fettle.ui.control.Labels;
import fettle.ui.example.versions.VersionsViewModel.State;
import fettle.ui.session.Words;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One version: the step that made it, when, and what it changed of the row.
final class VersionCell extends ListCell<RowVersion> {

    private final VersionsViewModel model;

    VersionCell(VersionsViewModel model) {
        this.model = model;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable RowVersion version, boolean empty) {
        super.updateItem(version, empty);
        setTooltip(null);
        setId(null);
        if (empty || version == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        Step step = version.step();
        boolean present = model.stateProperty().get() instanceof State.Shown(_, _, long now) && now == step.number();
        String detail = Words.ago(step.atMillis()) + " · " + (present ? "as it is now" : state(step) + parts(version));
        setId("version-" + step.number());
        setTooltip(new Tooltip(step.sentence() + "\n" + Words.exact(step.atMillis())));
        setAccessibleText(step.sentence() + ", " + detail);
        var words = new VBox(1, Labels.of(step.sentence(), present ? "t-strong" : step.done() ? "t-plain" : "t-soft"),
                Labels.of(detail, "t-small", "t-soft"));
        words.getStyleClass().add("history-words");
        words.setMinWidth(0);
        setGraphic(words);
    }

    private static String state(Step step) {
        return switch (step.state()) {
            case DONE -> "";
            case UNDONE -> "undone · ";
            case BRANCH -> "kept from before · ";
        };
    }

    private static String parts(RowVersion version) {
        return version.changed().stream().sorted().map(part -> part.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
