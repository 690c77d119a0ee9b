package fettle.ui.control;

import java.util.function.IntConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// A rating of one to five stars: by click, or with the arrow keys and digits while it has the focus. The star that is
/// chosen already takes the rating away.
public final class Stars {

    private static final int MOST = 5;

    private final HBox root = new HBox(1);
    private final IntegerProperty rating = new SimpleIntegerProperty();
    private final IntConsumer chosen;

    /// `chosen` hears what the person wants, 0 to 5; [#ratingProperty] is what is shown.
    public Stars(String id, IntConsumer chosen) {
        this.chosen = chosen;
        root.setId(id);
        root.setFocusTraversable(true);
        root.getStyleClass().add("stars");
        Tooltip.install(root, new Tooltip("Rating: click, or 1 to 5 and 0 for none while it has the focus"));
        for (int star = 1; star <= MOST; star++) {
            int value = star;
            var label = new Label();
            label.setId(id + "-" + star);
            label.setOnMouseClicked(_ -> choose(rating.get() == value ? 0 : value));
            root.getChildren().add(label);
        }
        rating.subscribe(now -> draw(now.intValue()));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    public Node root() {
        return root;
    }

    /// 0 for none.
    public IntegerProperty ratingProperty() {
        return rating;
    }

    private void choose(int value) {
        if (!root.isDisabled() && value != rating.get()) {
            chosen.accept(value);
        }
    }

    private void draw(int now) {
        for (int star = 1; star <= MOST; star++) {
            Label label = (Label) root.getChildren().get(star - 1);
            label.setText(star <= now ? "★" : "☆");
            label.getStyleClass().setAll("label", star <= now ? "star-on" : "star-off");
        }
        root.setAccessibleText(now == 0 ? "Not rated" : "Rating " + now + " of " + MOST);
    }

    private void key(KeyEvent event) {
        int digit = event.getCode().isDigitKey() ? "0123456789".indexOf(event.getText()) : -1;
        if (digit >= 0 && digit <= MOST && !event.getText().isEmpty()) {
            choose(digit);
        } else if (event.getCode() == KeyCode.RIGHT) {
            choose(Math.min(MOST, rating.get() + 1));
        } else if (event.getCode() == KeyCode.LEFT) {
            choose(Math.max(0, rating.get() - 1));
        } else {
            return;
        }
        event.consume();
    }
}
