package fettle.ui.example.table;

import fettle.ui.example.filter.QueryModel;
import fettle.ui.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// The table without its pixels: its rows, the one that is open, what is selected beside it, its columns, and where it is
/// scrolled to.
public final class TableViewModel {

    private final Session session;
    private final QueryModel query;
    private final LongConsumer opens;
    private final Selection selection = new Selection();
    private final TableColumns columns = new TableColumns();
    private final ReadOnlyObjectWrapper<Optional<RowPages>> pages = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyLongWrapper open = new ReadOnlyLongWrapper(-1);
    private final ReadOnlyLongWrapper arrived = new ReadOnlyLongWrapper();
    private final IntegerProperty firstLine = new SimpleIntegerProperty();
    private final ObjectProperty<LongFunction<List<String>>> findings = new SimpleObjectProperty<>(_ -> List.of());
    private final ObservableValue<Targets> targets;
    private Optional<ReadRows.Found> shown = Optional.empty();
    private int openLine;

    /// `opens` hears the id of each row that is opened.
    public TableViewModel(Session session, QueryModel query, LongConsumer opens) {
        this.session = session;
        this.query = query;
        this.opens = opens;
        this.targets = Bindings.createObjectBinding(() -> selection.targets(query.isFiltered()),
                selection.stateProperty(), pages);
    }

    // ---- commands ----

    /// Shows rows at the place where the person is.
    public void show(ReadRows.Found found) {
        boolean same = shown.map(before -> before.query().equals(found.query())).orElse(false);
        shown = Optional.of(found);
        selection.show(found.view(), same);
        pages.set(Optional.of(new RowPages(session, found, () -> arrived.set(arrived.get() + 1))));
        lineOf(open.get()).ifPresent(line -> openLine = line);
    }

    /// Forgets everything, for another project.
    public void reset() {
        shown = Optional.empty();
        selection.clear();
        pages.set(Optional.empty());
        open.set(-1);
        openLine = 0;
        firstLine.set(0);
    }

    /// Opens a row; one that the filter hides is opened all the same.
    public void open(long id) {
        if (id >= 0 && id != open.get()) {
            open.set(id);
            openLine = lineOf(id).orElse(openLine);
            opens.accept(id);
        }
    }

    /// No row is open any more.
    public void close() {
        open.set(-1);
    }

    /// Opens a row and scrolls to it.
    public void jump(long id) {
        open(id);
        lineOf(id).ifPresent(firstLine::set);
    }

    /// Begins at the top.
    public void toTop() {
        firstLine.set(0);
        openLine = 0;
    }

    /// Opens the row that took the place of the open one.
    public void openNearest() {
        openLine(openLine);
    }

    /// To the next row by 1, to the one before by -1; further with larger numbers.
    public void move(int by) {
        selection.clear();
        openLine(line() + by);
    }

    /// Opens the row at a line, and only it: a plain click or an arrow key.
    void only(int line) {
        withLine(line, at -> {
            selection.only(at);
            openLine(at);
        });
    }

    /// Ctrl/⌘+click: this row too, or no longer.
    void toggle(int line) {
        withLine(line, at -> {
            selection.toggle(at, lineOf(open.get()).orElse(-1));
            openLine(at);
        });
    }

    /// Space: the open row, or no longer.
    void toggleOpen() {
        lineOf(open.get()).ifPresent(line -> selection.toggle(line, -1));
    }

    /// Shift+click or Shift+arrow: up to this line.
    void reach(int line) {
        withLine(line, at -> {
            selection.reach(at, lineOf(open.get()).orElse(openLine));
            openLine(at);
        });
    }

    /// Ctrl/⌘+arrow: opens another row and leaves the selection as it is.
    void step(int by) {
        openLine(line() + by);
    }

    private void withLine(int line, java.util.function.IntConsumer act) {
        int size = size();
        if (size > 0) {
            act.accept(Math.clamp(line, 0, size - 1));
        }
    }

    private void openLine(int line) {
        withLine(line, at -> pages.get().ifPresent(rows -> {
            openLine = at;
            open(rows.view().id(at));
        }));
    }

    // ---- properties ----

    /// The rows; empty before the first are there.
    public ReadOnlyObjectProperty<Optional<RowPages>> pagesProperty() {
        return pages.getReadOnlyProperty();
    }

    /// The id of the open row, or -1.
    public ReadOnlyLongProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /// Grows when rows that were shown without texts have them now.
    public ReadOnlyLongProperty arrivedProperty() {
        return arrived.getReadOnlyProperty();
    }

    /// Where the table is scrolled to.
    public IntegerProperty firstLineProperty() {
        return firstLine;
    }

    /// The findings of a row, by its id: words of the checks.
    public ObjectProperty<LongFunction<List<String>>> findingsProperty() {
        return findings;
    }

    public Selection selection() {
        return selection;
    }

    public TableColumns columns() {
        return columns;
    }

    /// What an action acts on now: the selection if there is one, else the view.
    public ObservableValue<Targets> targets() {
        return targets;
    }

    public int size() {
        return pages.get().map(RowPages::size).orElse(0);
    }

    /// The line of a row; empty when the filter hides it.
    public Optional<Integer> lineOf(long id) {
        return pages.get().map(rows -> rows.view().indexOf(id)).filter(line -> line >= 0);
    }

    /// The line of the open row, or where it was.
    int line() {
        return lineOf(open.get()).orElse(openLine);
    }

    QueryModel query() {
        return query;
    }
}
