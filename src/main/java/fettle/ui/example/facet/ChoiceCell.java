package fettle.ui.example.facet;

import fettle.example.FacetCounts.Choice;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// A choice in a long list.
final class ChoiceCell extends ListCell<Choice> {

    private final ChoiceFacet facet;

    ChoiceCell(ChoiceFacet facet) {
        this.facet = facet;
    }

    @Override
    protected void updateItem(@Nullable Choice choice, boolean empty) {
        super.updateItem(choice, empty);
        setText(null);
        setGraphic(empty || choice == null ? null : row(choice));
    }

    private ChoiceRow row(Choice choice) {
        ChoiceRow row = facet.row(choice, facet.model().asked(facet.facet()));
        row.setMinWidth(0);
        row.prefWidthProperty().bind(widthProperty());
        return row;
    }
}
