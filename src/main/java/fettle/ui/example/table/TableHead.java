package fettle.ui.example.table;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// The heads of the columns, over the rows and scrolled with them.
final class TableHead extends Pane implements HeadCell.Table {

    private final ExampleTable table;
    private final TableViewModel model;
    private final List<HeadCell> heads = new ArrayList<>();
    private final Region mark = new Region();

    TableHead(ExampleTable table, TableViewModel model) {
        this.table = table;
        this.model = model;
        getStyleClass().add("table-head");
        mark.getStyleClass().add("drop-mark");
        mark.setVisible(false);
        mark.setManaged(false);
        mark.setMouseTransparent(true);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        model.query().queryProperty().subscribe(query -> heads.forEach(head -> head.show(query)));
    }

    /// Shows the heads of these columns.
    void show(List<RowColumn> columns) {
        if (!columns.equals(heads.stream().map(HeadCell::column).toList())) {
            heads.clear();
            columns.forEach(column -> heads.add(new HeadCell(column, this)));
            heads.forEach(head -> head.show(model.query().queryProperty().get()));
            getChildren().setAll(heads);
            getChildren().add(mark);
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        List<ColumnPlaces.Place> places = table.places().places();
        for (int index = 0; index < Math.min(heads.size(), places.size()); index++) {
            ColumnPlaces.Place place = places.get(index);
            heads.get(index).resizeRelocate(Math.rint(ColumnPlaces.left(place, table.scrolled())), 0,
                    Math.rint(place.width()), getHeight() - 1);
            heads.get(index).setViewOrder(place.pinned() ? -1 : 0);
        }
    }

    @Override
    public void sort(RowColumn column) {
        if (!column.sort().isEmpty()) {
            model.query().sort(column.sort(), column.isNumber() || column.look() == RowColumn.Look.STARS);
        }
    }

    @Override
    public void drag(HeadCell head, double x) {
        int index = indexAt(x);
        List<ColumnPlaces.Place> places = table.places().places();
        double at = index < places.size()
                ? ColumnPlaces.left(places.get(index), table.scrolled())
                : ColumnPlaces.left(places.getLast(), table.scrolled()) + places.getLast().width();
        mark.resizeRelocate(Math.rint(at) - 1, 0, 2, getHeight());
        mark.setVisible(true);
        mark.toFront();
        head.setOpacity(0.6);
    }

    @Override
    public void drop(HeadCell head, double x) {
        mark.setVisible(false);
        head.setOpacity(1);
        List<ColumnPlaces.Place> places = table.places().places();
        int index = indexAt(x);
        List<String> ids = model.columns().ids();
        model.columns().move(head.column().id(),
                index < places.size() ? ids.indexOf(places.get(index).shown().id()) : ids.size());
    }

    /// Before which column a place lies.
    private int indexAt(double x) {
        List<ColumnPlaces.Place> places = table.places().places();
        for (int index = 0; index < places.size(); index++) {
            ColumnPlaces.Place place = places.get(index);
            if (x < ColumnPlaces.left(place, table.scrolled()) + place.width() / 2) {
                return index;
            }
        }
        return places.size();
    }

    @Override
    public void resize(RowColumn column, double width) {
        model.columns().resize(column.id(), width / table.textScale());
    }
}
