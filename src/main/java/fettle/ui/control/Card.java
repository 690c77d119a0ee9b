package fettle.ui.control;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// A surface with one hairline and no shadow.
public final class Card {

    private Card() {}

    /// Its content from top to bottom.
    public static VBox of(Node... content) {
        var card = new VBox(content);
        card.getStyleClass().add("card");
        return card;
    }

    /// A card whose content touches its border, such as a table.
    public static VBox flush(Node... content) {
        VBox card = of(content);
        card.getStyleClass().add("flush");
        round(card, 9);
        return card;
    }

    /// The first line of a card: its title, a quiet note, and small buttons at the right end.
    public static HBox head(String title, Node note, Node... ends) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(8, Labels.whole(title, "t-strong"), note, gap);
        head.getChildren().addAll(ends);
        head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return head;
    }

    /// Cuts a region's content at rounded corners.
    public static void round(Region region, double radius) {
        var clip = new Rectangle();
        clip.widthProperty().bind(region.widthProperty());
        clip.heightProperty().bind(region.heightProperty());
        clip.setArcWidth(2 * radius);
        clip.setArcHeight(2 * radius);
        region.setClip(clip);
    }

    /// A hairline across.
    public static Region hairline() {
        var line = new Region();
        line.getStyleClass().addAll("hairline", "inner");
        return line;
    }
}
