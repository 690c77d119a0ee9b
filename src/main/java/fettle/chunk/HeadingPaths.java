package fettle.chunk;

import java.util.ArrayList;
import java.util.List;

/// Under which headings a chunk stands that begins at a unit: those above it, and those that it begins with.
final class HeadingPaths {

    private final List<Unit> units;

    HeadingPaths(List<Unit> units) {
        this.units = units;
    }

    /// One path for each unit, outermost heading first.
    List<List<String>> paths() {
        var paths = new ArrayList<List<String>>();
        var open = new ArrayList<Unit>();
        for (int i = 0; i < units.size(); i++) {
            var ahead = new ArrayList<>(open);
            for (int next = i; next < units.size() && units.get(next).heading() != 0; next++) {
                enter(ahead, units.get(next));
            }
            paths.add(ahead.stream().map(Unit::title).filter(title -> !title.isEmpty()).toList());
            enter(open, units.get(i));
        }
        return paths;
    }

    private static void enter(List<Unit> open, Unit unit) {
        if (unit.heading() > 0) {
            open.removeIf(other -> other.heading() >= unit.heading());
            open.add(unit);
        }
    }
}
