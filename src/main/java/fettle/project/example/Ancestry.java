package fettle.project.example;

import fettle.example.Route;
import fettle.project.sqlite.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which step came after which.
final class Ancestry {

    private final Map<Long, Long> parents = new HashMap<>();
    private final Map<Long, Long> newestChildren = new HashMap<>();

    private Ancestry() {}

    static Ancestry load(Sql sql) throws SQLException {
        var ancestry = new Ancestry();
        sql.each("SELECT number, parent FROM history ORDER BY number", row -> {
            ancestry.parents.put(row.getLong(1), row.getLong(2));
            ancestry.newestChildren.put(row.getLong(2), row.getLong(1));
            return true;
        });
        return ancestry;
    }

    /// Whether there is such a step; the beginning, 0, is always there.
    boolean knows(long step) {
        return step == 0 || parents.containsKey(step);
    }

    Route between(long from, long to) {
        return Route.between(from, to, step -> parents.getOrDefault(step, 0L));
    }

    /// The steps that follow `step`, at each fork the newest.
    List<Long> newestFrom(long step) {
        var steps = new ArrayList<Long>();
        for (Long next = newestChildren.get(step); next != null; next = newestChildren.get(next)) {
            steps.add(next);
        }
        return steps;
    }
}
