package fettle.ui.example.table;

import fettle.ui.control.Buttons;
import fettle.ui.control.EmptyState;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Draws the rows. Decides nothing: clicks and keys become commands of the model. Only rows in sight have nodes.
public final class ExampleTable extends Region {

    private static final double ROW = 34;

    private final TableViewModel model;
    private final Runnable edit;
    private final TableHead head;
    private final RowFlow flow = new RowFlow(() -> new RowCell(this));
    private final ScrollBar across = new ScrollBar();
    private final SelectionBar selected;
    private final Button columnsButton;
    private final Region nothing;
    private final Region measure = new Region();
    private ColumnPlaces places = ColumnPlaces.of(List.of(), 0, 1);
    private Optional<RowPages> pages = Optional.empty();

    /// `edit` puts the caret into the text of the open row.
    public ExampleTable(TableViewModel model, Runnable edit) {
        this.model = model;
        this.edit = edit;
        this.head = new TableHead(this, model);
        this.selected = new SelectionBar(model, this::requestFocus);
        this.columnsButton = ColumnsMenu.button(model.columns());
        this.nothing = EmptyState.of(Feather.FILTER, "No example passes this filter",
                "Take a condition away, or show all examples again.", Buttons.secondary("clear-filter",
                        "Show all examples", Feather.X, model.query()::clear));
        setId("examples");
        getStyleClass().add("example-table");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText("Examples");
        measure.getStyleClass().add("row-measure");
        across.setOrientation(Orientation.HORIZONTAL);
        across.setFocusTraversable(false);
        getChildren().addAll(measure, selected.root(), head, columnsButton, flow, across, nothing);
        listen();
    }

    private void listen() {
        measure.minHeightProperty().addListener(_ -> flow.setFixedCellSize(rowHeight()));
        across.valueProperty().addListener(_ -> relay());
        model.pagesProperty().subscribe(this::show);
        model.arrivedProperty().addListener(_ -> flow.each(RowCell::refresh));
        model.findingsProperty().addListener(_ -> flow.each(RowCell::refresh));
        model.columns().shownProperty().addListener(_ -> {
            requestLayout();
            flow.each(RowCell::refresh);
        });
        model.openProperty().addListener(_ -> follow());
        model.selection().stateProperty().addListener(_ -> {
            flow.each(RowCell::mark);
            requestLayout();
        });
        model.firstLineProperty().addListener((_, _, line) -> {
            if (line.intValue() != flow.first(-1)) {
                flow.scrollToTop(line.intValue());
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        flow.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        flow.addEventFilter(ScrollEvent.SCROLL, this::scroll);
    }

    public Region root() {
        return this;
    }

    /// How much larger the text is than usual; 1 for not.
    public double textScale() {
        return Math.max(1, rowHeight() / ROW);
    }

    /// Opens the menu of the columns.
    public void showColumns() {
        columnsButton.fire();
    }

    /// Notes where the table is scrolled to, for who comes back.
    public void notePlace() {
        model.firstLineProperty().set(flow.first(model.firstLineProperty().get()));
    }

    private double rowHeight() {
        return measure.getMinHeight() > 0 ? measure.getMinHeight() : ROW;
    }

    // ---- what rows ask ----

    Optional<RowItem> item(int index) {
        return pages.filter(rows -> index >= 0 && index < rows.size()).map(rows -> rows.get(index));
    }

    List<String> findings(long id) {
        return model.findingsProperty().get().apply(id);
    }

    boolean isOpen(long id) {
        return model.openProperty().get() == id;
    }

    boolean isSelected(long id) {
        return model.selection().contains(id);
    }

    ColumnPlaces places() {
        return places;
    }

    double scrolled() {
        return across.isVisible() ? Math.rint(across.getValue()) : 0;
    }

    // ---- drawing ----

    private void show(Optional<RowPages> rows) {
        int first = pages.isPresent() ? flow.first(model.firstLineProperty().get()) : model.firstLineProperty().get();
        pages = rows;
        int size = rows.map(RowPages::size).orElse(0);
        flow.setCellCount(size);
        nothing.setVisible(rows.isPresent() && size == 0);
        if (size > 0) {
            flow.scrollToTop(Math.clamp(first, 0, size - 1));
        }
        flow.each(RowCell::refresh);
        requestLayout();
        follow();
    }

    /// The open row is marked, and scrolled to when it is out of sight.
    private void follow() {
        flow.each(RowCell::mark);
        model.lineOf(model.openProperty().get()).ifPresent(flow::reveal);
    }

    private void relay() {
        head.requestLayout();
        flow.each(Region::requestLayout);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double top = 0;
        Region bar = selected.root();
        if (bar.isVisible()) {
            double high = bar.prefHeight(width);
            bar.resizeRelocate(0, 0, width, high);
            top = high;
        }
        double headHigh = head.prefHeight(-1);
        double button = columnsButton.prefWidth(-1);
        double room = flow.room() > 0 ? flow.room() : width;
        lay(room);
        boolean scrolls = places.width() > room + 1;
        double foot = scrolls ? across.prefHeight(-1) : 0;
        head.resizeRelocate(0, top, width, headHigh);
        columnsButton.resizeRelocate(width - button, top, button, headHigh - 1);
        flow.resizeRelocate(0, top + headHigh, width, Math.max(0, getHeight() - top - headHigh - foot));
        across.setVisible(scrolls);
        across.resizeRelocate(0, getHeight() - foot, room, foot);
        nothing.resizeRelocate(0, top + headHigh, width, Math.max(0, getHeight() - top - headHigh));
        lay(flow.room() > 0 ? flow.room() : width);
        relay();
    }

    /// Places the columns into a width.
    private void lay(double room) {
        ColumnPlaces before = places;
        places = ColumnPlaces.of(model.columns().shownProperty().get(), room, textScale());
        head.show(places.places().stream().map(place -> place.shown().column()).toList());
        across.setMax(Math.max(0, places.width() - room));
        across.setVisibleAmount(across.getMax() * room / Math.max(1, places.width()));
        across.setValue(Math.min(across.getValue(), across.getMax()));
        if (!places.equals(before)) {
            flow.each(RowCell::refresh);
        }
    }

    // ---- what the person does ----

    private void press(MouseEvent event) {
        Node node = event.getPickResult().getIntersectedNode();
        while (node != null && !(node instanceof RowCell)) {
            node = node.getParent();
        }
        if (node instanceof RowCell cell && !cell.isEmpty() && event.getButton() == MouseButton.PRIMARY) {
            requestFocus();
            if (event.isShiftDown()) {
                model.reach(cell.getIndex());
            } else if (event.isShortcutDown()) {
                model.toggle(cell.getIndex());
            } else if (event.getClickCount() == 2) {
                edit.run();
            } else {
                model.only(cell.getIndex());
            }
        }
    }

    private void scroll(ScrollEvent event) {
        double by = event.isShiftDown() && event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
        if (across.isVisible() && by != 0) {
            across.setValue(Math.clamp(across.getValue() - by, 0, across.getMax()));
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        int page = flow.linesInSight();
        boolean used = switch (event.getCode()) {
            case DOWN -> go(event, model.line() + 1);
            case UP -> go(event, model.line() - 1);
            case PAGE_DOWN -> go(event, model.line() + page);
            case PAGE_UP -> go(event, model.line() - page);
            case HOME -> go(event, 0);
            case END -> go(event, Integer.MAX_VALUE);
            case LEFT -> across(-60);
            case RIGHT -> across(60);
            case SPACE -> does(model::toggleOpen);
            case A -> event.isShortcutDown() && does(model.selection()::everything);
            case ENTER -> !event.isShortcutDown() && does(edit);
            case ESCAPE -> model.selection().stateProperty().get() instanceof Selection.State.Nothing
                    ? false
                    : does(model.selection()::clear);
            default -> false;
        };
        if (used) {
            event.consume();
        }
    }

    private boolean go(KeyEvent event, int line) {
        if (event.isAltDown()) {
            return false;
        }
        if (event.isShiftDown()) {
            model.reach(line);
        } else if (event.isShortcutDown()) {
            model.step(line - model.line());
        } else {
            model.only(line);
        }
        return true;
    }

    private boolean across(double by) {
        if (across.isVisible()) {
            across.setValue(Math.clamp(across.getValue() + by, 0, across.getMax()));
        }
        return across.isVisible();
    }

    private static boolean does(Runnable act) {
        act.run();
        return true;
    }
}
