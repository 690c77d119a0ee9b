package fettle.ui.example.table;

import fettle.ui.example.table.TableColumns.Shown;
import java.util.ArrayList;
import java.util.List;

/// Where columns lie in a width: pinned ones first, what is left over for those without a width.
///
/// @param places in the order in which they are drawn, from left to right
/// @param pinnedWidth how much of the left the pinned ones take
/// @param width of all together
record ColumnPlaces(List<Place> places, double pinnedWidth, double width) {

    private static final double NARROWEST = 60;
    /// For texts when the columns do not fit anyway, and are scrolled.
    private static final double COMFORTABLE = 170;

    /// @param left from the left edge when nothing is scrolled
    record Place(Shown shown, double left, double width) {

        boolean pinned() {
            return shown.pinned();
        }
    }

    /// Lays `columns` into `room`; `scale` is 1 for text of the usual size.
    static ColumnPlaces of(List<Shown> columns, double room, double scale) {
        double fixed = columns.stream().mapToDouble(column -> column.wanted() * scale).sum();
        long open = columns.stream().filter(column -> column.wanted() == 0).count();
        double rest = open == 0 ? 0 : (room - fixed) / open;
        double share = rest >= NARROWEST * scale ? rest : COMFORTABLE * scale;
        var places = new ArrayList<Place>();
        double left = 0;
        for (boolean pinned : new boolean[]{true, false}) {
            for (Shown column : columns) {
                if (column.pinned() == pinned) {
                    double width = column.wanted() == 0 ? share : column.wanted() * scale;
                    places.add(new Place(column, left, width));
                    left += width;
                }
            }
        }
        double pinnedWidth = places.stream().filter(Place::pinned).mapToDouble(Place::width).sum();
        return new ColumnPlaces(List.copyOf(places), pinnedWidth, left);
    }

    /// Where a column begins when the others are scrolled by `scrolled`.
    static double left(Place place, double scrolled) {
        return place.pinned() ? place.left() : place.left() - scrolled;
    }
}
