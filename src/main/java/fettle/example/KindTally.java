package fettle.example;

import fettle.example.Receipt.Kind;
import fettle.example.Receipt.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts problems by kind.
final class KindTally {

    private final Map<String, Count> counts = new LinkedHashMap<>();

    void add(Problem problem) {
        Count count = counts.computeIfAbsent(problem.kind(), _ -> new Count(problem));
        count.all++;
        count.repairable += problem.isRepairable() ? 1 : 0;
        count.repaired += problem.repaired() ? 1 : 0;
    }

    /// A row was refused for a problem that was added before.
    void refused(String kind) {
        Count count = counts.get(kind);
        if (count != null) {
            count.refused++;
        }
    }

    List<Kind> kinds() {
        return counts.values().stream().map(Count::kind).toList();
    }

    private static final class Count {

        private final Problem first;
        private int all;
        private int refused;
        private int repairable;
        private int repaired;

        Count(Problem first) {
            this.first = first;
        }

        Kind kind() {
            return new Kind(first.kind(), all, refused, repairable, repaired, first);
        }
    }
}
