package fettle.ui.example.facet;

import fettle.ui.control.Buttons;
import fettle.ui.control.DropDown;
import fettle.ui.control.MenuList;
import fettle.ui.example.filter.FieldWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Draws the facets one below the other, and the button that brings further ones.
public final class FacetPane {

    private final ScrollPane root = new ScrollPane();
    private final VBox column = new VBox();
    private final FacetsViewModel model;
    private final FindingsViewModel findings;
    private final Map<Facet, FacetBox> boxes = new HashMap<>();
    private final MenuList menu = new MenuList();
    private final Button add;
    private final DropDown drop;

    public FacetPane(FacetsViewModel model, FindingsViewModel findings) {
        this.model = model;
        this.findings = findings;
        add = Buttons.small(Buttons.quiet("facet-add", "Add a facet…", Feather.PLUS, this::turn));
        add.getStyleClass().add("facet-add");
        menu.root().setId("facet-menu");
        menu.root().getStyleClass().add("facet-menu");
        drop = new DropDown(add, menu.root(), () -> {});
        column.getStyleClass().add("facets");
        root.setContent(column);
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.getStyleClass().add("facet-pane");
        root.setFocusTraversable(false);
        model.layoutProperty().subscribe(_ -> arrange());
        model.countsProperty().addListener(_ -> show());
        model.query().queryProperty().addListener(_ -> show());
    }

    public Region root() {
        return root;
    }

    private void arrange() {
        List<Facet> shown = model.layoutProperty().get().shown();
        var nodes = new java.util.ArrayList<javafx.scene.Node>();
        shown.forEach(facet -> nodes.add(boxes.computeIfAbsent(facet, this::box).root()));
        if (shown.size() < Facet.ALL.size()) {
            nodes.add(add);
        }
        column.getChildren().setAll(nodes);
        show();
    }

    private FacetBox box(Facet facet) {
        return switch (facet.kind()) {
            case CHOICES -> facet.word().equals("finding")
                    ? new FindingsFacet(facet, model, findings)
                    : new ChoiceFacet(facet, model);
            case RANGE -> new RangeFacet(facet, model);
            case TEXT -> new TextFacet(facet, model);
        };
    }

    private void show() {
        FacetsViewModel.Layout layout = model.layoutProperty().get();
        layout.shown().forEach(facet -> boxes.computeIfAbsent(facet, this::box)
                .show(model.countsProperty().get(), layout));
    }

    private void turn() {
        if (drop.isShowing()) {
            drop.close();
            return;
        }
        menu.clear();
        for (Facet facet : Facet.ALL) {
            if (!model.layoutProperty().get().shown().contains(facet)) {
                Feather icon = switch (facet.kind()) {
                    case CHOICES -> Feather.LIST;
                    case RANGE -> Feather.BAR_CHART_2;
                    case TEXT -> Feather.TYPE;
                };
                menu.row("facet-add-" + facet.word(), icon, FieldWords.title(facet.field()),
                        FieldWords.says(facet.field()), () -> {
                            drop.close();
                            model.add(facet);
                        });
            }
        }
        drop.show();
        menu.focusFirst();
    }
}
