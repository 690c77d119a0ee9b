package fettle.ui.example.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which columns are shown, in which order, how wide, and which of them stay at the left.
public final class TableColumns {

    private static final double NARROWEST = 30;
    private static final double WIDEST = 1600;

    /// A column as it is shown.
    ///
    /// @param width at 100 %, as the person drew it; 0 for its usual width
    /// @param pinned whether it stays at the left when the others are scrolled
    public record Shown(RowColumn column, double width, boolean pinned) {

        String id() {
            return column.id();
        }

        /// 0 for what the others leave.
        double wanted() {
            return width > 0 ? width : column.width();
        }
    }

    private final ReadOnlyObjectWrapper<List<Shown>> shown = new ReadOnlyObjectWrapper<>(usual());

    private static List<Shown> usual() {
        return of(RowColumn.USUAL);
    }

    private static List<Shown> of(List<String> ids) {
        return ids.stream().distinct().flatMap(id -> RowColumn.of(id).stream())
                .map(column -> new Shown(column, 0, false)).toList();
    }

    // ---- commands ----

    /// Shows these columns, by their ids. Widths and pins of those that are there already stay; ids that nobody knows are
    /// passed over.
    public void show(List<String> ids) {
        var columns = new ArrayList<Shown>();
        for (Shown fresh : of(ids)) {
            columns.add(find(fresh.id()).orElse(fresh));
        }
        if (!columns.isEmpty()) {
            set(columns);
        }
    }

    /// Shows exactly these.
    public void restore(List<Shown> columns) {
        if (!columns.isEmpty()) {
            set(columns);
        }
    }

    /// As in a new project.
    public void reset() {
        set(usual());
    }

    /// Shows or hides a column; the last one stays. A new one comes where it usually stands.
    public void turn(RowColumn column) {
        var columns = new ArrayList<>(shown.get());
        if (find(column.id()).isPresent()) {
            columns.removeIf(other -> other.id().equals(column.id()));
        } else {
            columns.add(place(columns, column), new Shown(column, 0, false));
        }
        if (!columns.isEmpty()) {
            set(columns);
        }
    }

    private static int place(List<Shown> columns, RowColumn column) {
        int mine = RowColumn.all().indexOf(column);
        for (int index = 0; index < columns.size(); index++) {
            if (mine >= 0 && RowColumn.all().indexOf(columns.get(index).column()) > mine) {
                return index;
            }
        }
        return columns.size();
    }

    /// Puts a column before the one that is `index`th now; `index` may be one past the last.
    public void move(String id, int index) {
        var columns = new ArrayList<>(shown.get());
        find(id).ifPresent(column -> {
            int from = columns.indexOf(column);
            columns.remove(from);
            columns.add(Math.clamp(from < index ? index - 1L : index, 0, columns.size()), column);
            set(columns);
        });
    }

    /// One place to the left by -1, to the right by 1.
    public void shift(String id, int by) {
        find(id).map(shown.get()::indexOf).ifPresent(at -> move(id, by < 0 ? at - 1 : at + 2));
    }

    public void pin(String id, boolean pinned) {
        replace(id, column -> new Shown(column.column(), column.width(), pinned));
    }

    /// Makes a column so wide, at 100 %; 0 for its usual width.
    public void resize(String id, double width) {
        replace(id, column -> new Shown(column.column(), width == 0 ? 0 : Math.clamp(width, NARROWEST, WIDEST),
                column.pinned()));
    }

    // ---- properties ----

    public ReadOnlyObjectProperty<List<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Their ids in order.
    public List<String> ids() {
        return shown.get().stream().map(Shown::id).toList();
    }

    /// The ids of those that show texts.
    public List<String> texts() {
        return shown.get().stream().map(Shown::column).filter(RowColumn::isText).map(RowColumn::id).toList();
    }

    public Optional<Shown> find(String id) {
        return shown.get().stream().filter(column -> column.id().equals(id)).findFirst();
    }

    private void replace(String id, java.util.function.UnaryOperator<Shown> change) {
        set(shown.get().stream().map(column -> column.id().equals(id) ? change.apply(column) : column).toList());
    }

    private void set(List<Shown> columns) {
        shown.set(List.copyOf(columns));
    }
}
