package fettle.ui.example.facet;

import fettle.example.FacetCounts;
import fettle.ui.control.Buttons;
import fettle.ui.control.DropDown;
import fettle.ui.control.Labels;
import fettle.ui.control.MenuList;
import fettle.ui.example.filter.FieldFilter;
import fettle.ui.example.filter.FieldWords;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A facet: its head with what can be done, and below it what its kind shows.
abstract class FacetBox {

    private final Facet facet;
    private final FacetsViewModel model;
    private final VBox root = new VBox();
    private final VBox body = new VBox();
    private final Label note = Labels.whole("", "t-small", "t-soft", "facet-note");
    private final Button invert;
    private final Button reset;
    private final Button more;
    private final MenuList menu = new MenuList();
    private final DropDown drop;

    FacetBox(Facet facet, FacetsViewModel model) {
        this.facet = facet;
        this.model = model;
        String id = facet.word();
        String title = FieldWords.title(facet.field());
        Button name = Buttons.plain("facet-fold-" + id, title, () -> model.fold(facet), "facet-title");
        name.setMinWidth(0);
        name.setAccessibleText("Fold the facet " + title);
        invert = action("facet-invert-" + id, Feather.REPEAT, "The other way round",
                () -> model.ask(model.asked(facet).invert()));
        reset = action("facet-reset-" + id, Feather.X, "Ask nothing of this field",
                () -> model.ask(FieldFilter.none(facet.word())));
        more = action("facet-more-" + id, Feather.MORE_HORIZONTAL, "Sort, move, take away", this::turn);
        drop = new DropDown(more, menu.root(), () -> {});
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(name, gap, note, invert, reset, more);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("facet-head");
        more.visibleProperty().bind(root.hoverProperty().or(root.focusWithinProperty()));
        more.managedProperty().bind(more.visibleProperty());
        root.getChildren().addAll(head, body);
        root.getStyleClass().add("facet");
        root.setId("facet-" + id);
    }

    private static Button action(String id, Feather icon, String says, Runnable act) {
        Button button = Buttons.icon(id, icon, says, act);
        button.getStyleClass().add("facet-action");
        return button;
    }

    final VBox root() {
        return root;
    }

    final VBox body() {
        return body;
    }

    final Facet facet() {
        return facet;
    }

    final FacetsViewModel model() {
        return model;
    }

    /// Shows counts and what is asked for.
    final void show(FacetCounts counts, FacetsViewModel.Layout layout) {
        FieldFilter asked = model.asked(facet);
        boolean open = layout.isOpen(facet);
        body.setVisible(open);
        body.setManaged(open);
        seen(reset, !asked.isEmpty());
        seen(invert, !asked.only().isEmpty() || !asked.without().isEmpty() || asked.pattern().isPresent());
        note.setText(open ? fill(counts, asked) : asked.isEmpty() ? "" : "…");
        root.getStyleClass().remove("folded");
        if (!open) {
            root.getStyleClass().add("folded");
        }
    }

    /// Fills the body; returns what the head says at its end.
    abstract String fill(FacetCounts counts, FieldFilter asked);

    /// Changes what the head says at its end.
    final void note(String words) {
        note.setText(words);
    }

    private static void seen(Button button, boolean visible) {
        button.setVisible(visible);
        button.setManaged(visible);
    }

    private void turn() {
        if (drop.isShowing()) {
            drop.close();
            return;
        }
        menu.clear();
        FacetsViewModel.Layout layout = model.layoutProperty().get();
        String id = facet.word();
        if (facet.kind() == Facet.Kind.CHOICES) {
            boolean byName = layout.byName().contains(id);
            entry("facet-sort-" + id, Feather.ARROW_DOWN, byName ? "Sort by count" : "Sort by name",
                    () -> model.sort(facet));
        }
        entry("facet-up-" + id, Feather.ARROW_UP, "Move up", () -> model.move(facet, -1));
        entry("facet-down-" + id, Feather.ARROW_DOWN, "Move down", () -> model.move(facet, 1));
        entry("facet-folding-" + id, Feather.MINIMIZE_2, layout.isOpen(facet) ? "Fold" : "Unfold",
                () -> model.fold(facet));
        entry("facet-remove-" + id, Feather.TRASH_2, "Take this facet away", () -> model.remove(facet));
        drop.show();
        menu.focusFirst();
    }

    private void entry(String id, Feather icon, String words, Runnable act) {
        menu.row(id, icon, words, "", () -> {
            drop.close();
            act.run();
        });
    }
}
