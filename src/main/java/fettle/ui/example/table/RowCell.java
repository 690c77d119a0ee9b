package fettle.ui.example.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Skin;
import javafx.scene.control.SkinBase;

/// One row of the table: its cells side by side, pinned ones over those that are scrolled.
final class RowCell extends IndexedCell<RowItem> {

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass VOID = PseudoClass.getPseudoClass("void");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final ExampleTable table;
    private final List<CellNode> cells = new ArrayList<>();

    RowCell(ExampleTable table) {
        this.table = table;
        getStyleClass().setAll("example-row");
        setAccessibleRole(javafx.scene.AccessibleRole.TABLE_ROW);
    }

    @Override
    public void updateIndex(int index) {
        super.updateIndex(index);
        refresh();
    }

    /// Shows the row at its index as it is now.
    void refresh() {
        Optional<RowItem> item = table.item(getIndex());
        updateItem(item.orElse(null), item.isEmpty());
        pseudoClassStateChanged(VOID, item.isEmpty());
        if (item.isEmpty()) {
            cells.clear();
            getChildren().clear();
            return;
        }
        columns();
        RowItem row = item.get();
        boolean pencil = cells.stream().noneMatch(cell -> cell.column().id().equals("edited"));
        List<String> findings = cells.stream().anyMatch(cell -> cell.column().look() == RowColumn.Look.FINDINGS)
                ? table.findings(row.id())
                : List.of();
        List<ColumnPlaces.Place> places = table.places().places();
        for (int index = 0; index < cells.size(); index++) {
            CellNode cell = cells.get(index);
            cell.show(row, findings, pencil && cell.column().id().equals("answer"), places.get(index).width());
        }
        mark();
    }

    /// Shows whether the row is open or selected.
    void mark() {
        boolean open = !isEmpty() && table.isOpen(getItem().id());
        boolean chosen = !isEmpty() && table.isSelected(getItem().id());
        pseudoClassStateChanged(OPEN, open);
        pseudoClassStateChanged(CHOSEN, chosen);
        setAccessibleText(isEmpty() ? "" : "Example " + getItem().id() + (chosen ? ", selected" : ""));
    }

    /// Takes the columns that the table shows now.
    private void columns() {
        List<RowColumn> wanted = table.places().places().stream().map(place -> place.shown().column()).toList();
        if (!wanted.equals(cells.stream().map(CellNode::column).toList())) {
            cells.clear();
            wanted.forEach(column -> cells.add(new CellNode(column)));
            getChildren().setAll(cells);
        }
        requestLayout();
    }

    @Override
    protected Skin<RowCell> createDefaultSkin() {
        return new RowSkin(this);
    }

    private void layoutCells(double height) {
        List<ColumnPlaces.Place> places = table.places().places();
        for (int index = 0; index < Math.min(cells.size(), places.size()); index++) {
            ColumnPlaces.Place place = places.get(index);
            Node cell = cells.get(index);
            cell.resizeRelocate(Math.rint(ColumnPlaces.left(place, table.scrolled())), 0, Math.rint(place.width()),
                    height);
            cell.setViewOrder(place.pinned() ? -1 : 0);
            boolean floating = place.pinned() && table.scrolled() > 0;
            cell.getStyleClass().remove("floating");
            if (floating) {
                cell.getStyleClass().add("floating");
            }
        }
    }

    /// Cells lie where the columns do; nothing else is drawn.
    private static final class RowSkin extends SkinBase<RowCell> {

        RowSkin(RowCell cell) {
            super(cell);
        }

        @Override
        protected void layoutChildren(double x, double y, double width, double height) {
            getSkinnable().layoutCells(getSkinnable().getHeight() - 1);
        }

        @Override
        protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
            return 0;
        }

        @Override
        protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
            return 0;
        }
    }
}
