package fettle.ui.shell;

import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.session.Place;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The eight steps from top to bottom, joined by a thread; below a line Jobs and Settings.
final class SideBar {

    private final ShellViewModel model;
    private final VBox items = new VBox();
    private final StackPane root;
    private final FontIcon measure = Icons.of(Place.SOURCES.icon());

    /// `present` are the places that have a screen; the others are left out.
    SideBar(ShellViewModel model, Set<Place> present) {
        this.model = model;
        List<Place> steps = Place.STEPS.stream().filter(present::contains).toList();
        for (int step = 0; step < steps.size(); step++) {
            if (step > 0) {
                items.getChildren().add(thread());
            }
            items.getChildren().add(item(steps.get(step)));
        }
        List<Place> below = Place.BELOW.stream().filter(present::contains).toList();
        if (!below.isEmpty() && !steps.isEmpty()) {
            items.getChildren().add(rule());
        }
        below.forEach(place -> items.getChildren().add(item(place)));
        var scroll = new ScrollPane(items);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        root = new StackPane(scroll);
        root.getStyleClass().add("side-bar");
    }

    Node root() {
        return root;
    }

    private Node item(Place place) {
        FontIcon icon = place == Place.SOURCES ? measure : Icons.of(place.icon());
        var button = new ToggleButton(place.title(), icon);
        button.getStyleClass().setAll("side-item", "toggle-button");
        button.setId("side-" + place.name().toLowerCase(Locale.ROOT));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setSelected(model.place().getValue() == place);
        model.place().addListener((_, _, now) -> button.setSelected(now == place));
        button.setOnAction(_ -> {
            button.setSelected(model.place().getValue() == place);
            model.goTo(place);
        });
        if (place.needsProject()) {
            button.disableProperty().bind(model.session().hasProject().not());
        }
        Label count = Labels.of(model.count(place), "side-count");
        count.setMouseTransparent(true);
        var item = new StackPane(button, count);
        item.getStyleClass().add("side-row");
        StackPane.setAlignment(count, Pos.CENTER_RIGHT);
        StackPane.setMargin(count, new javafx.geometry.Insets(0, 11, 0, 0));
        return item;
    }

    /// The short dotted piece between two icons; takes no height.
    private Node thread() {
        var piece = new Region();
        piece.getStyleClass().add("side-thread");
        piece.setManaged(false);
        piece.resizeRelocate(0, -7, 1, 14);
        piece.layoutXProperty().bind(measure.iconSizeProperty().divide(2.0).add(9.5));
        var place = new Pane(piece);
        place.setMinHeight(0);
        place.setPrefHeight(0);
        place.setMouseTransparent(true);
        place.setViewOrder(-1);
        return place;
    }

    private static Node rule() {
        var line = new Region();
        line.getStyleClass().add("hairline");
        var rule = new StackPane(line);
        rule.getStyleClass().add("side-rule");
        return rule;
    }
}
