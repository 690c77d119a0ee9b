package fettle.ui;

import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.EmptyState;
import fettle.ui.control.ScreenHead;
import fettle.ui.session.Place;
import fettle.ui.session.Screen;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Parent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A screen with a head and an empty state, to see and walk the frame.
public record BlankScreen(Place place, VBox box) implements Screen {

    public BlankScreen(Place place) {
        this(place, new VBox());
        var head = new ScreenHead(place.title(), new ReadOnlyStringWrapper("4 sources, 114 documents, 211 examples"),
                Buttons.secondary("again", "Refresh all", Feather.REFRESH_CW, () -> {}),
                Buttons.primary("main", "Add source", Feather.PLUS, () -> {}));
        var card = Card.of(EmptyState.of(place.icon(), "Nothing is here yet",
                "A sentence that says what this is for and what will be here afterwards.",
                Buttons.primary("begin", "Begin", Feather.PLAY, () -> {})));
        VBox.setVgrow(card.getChildren().getFirst(), Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        var body = new VBox(card);
        body.getStyleClass().add("screen-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        box.getChildren().addAll(head.root(), body);
        box.setId("screen-" + place.name().toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public Parent root() {
        return box;
    }
}
