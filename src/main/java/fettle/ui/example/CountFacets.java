package fettle.ui.example;

import fettle.example.ExampleQuery;
import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleRow;
import fettle.example.ExampleStatus;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.ui.session.Picked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Counts the facets of a query: for each, the rows that all other filters leave. Facets that leave the same rows share
/// one reading. Counts only among the rows that were `picked`, if any were.
record CountFacets(ExampleStore store, ExampleQuery query, Optional<Picked> picked) implements Work<Facets> {

    private static final int BARS = 36;
    private static final List<Integer> STEPS = List.of(1, 2, 4, 5, 10, 20, 25, 40, 50);

    @Override
    public Facets run(Progress progress) throws IOException, InterruptedException {
        var statuses = new EnumMap<ExampleStatus, Integer>(ExampleStatus.class);
        var tokens = new ArrayList<Integer>();
        Map<String, Integer> sources = new HashMap<>();
        Map<String, Integer> tags = new HashMap<>();
        Map<ExampleQuery, List<Consumer<ExampleRow>>> readings = new LinkedHashMap<>();
        counting(readings, "status", row -> statuses.merge(row.status(), 1, Integer::sum));
        counting(readings, "tokens", row -> tokens.add(row.tokens()));
        counting(readings, "source", row -> sources.merge(row.source(), 1, Integer::sum));
        counting(readings, "tag", row -> row.tags().forEach(tag -> tags.merge(tag, 1, Integer::sum)));
        for (var reading : readings.entrySet()) {
            read(reading.getKey(), reading.getValue(), progress);
        }
        return new Facets(Map.copyOf(statuses), histogram(tokens), choices(sources), choices(tags));
    }

    private void counting(Map<ExampleQuery, List<Consumer<ExampleRow>>> readings, String field,
            Consumer<ExampleRow> count) {
        List<Condition> others = query.where().stream().filter(condition -> !condition.field().equals(field)).toList();
        var rest = new ExampleQuery(others, query.search(), "", false);
        readings.computeIfAbsent(rest, _ -> new ArrayList<>()).add(count);
    }

    private void read(ExampleQuery rest, List<Consumer<ExampleRow>> counts, Progress progress)
            throws IOException, InterruptedException {
        ExampleView view = PickedView.of(store.view(rest), picked);
        for (int index = 0; index < view.size(); index++) {
            if (index % 500 == 0) {
                progress.stopIfCancelled();
            }
            ExampleRow row = view.row(index);
            counts.forEach(count -> count.accept(row));
        }
    }

    static Facets.Tokens histogram(List<Integer> tokens) {
        int most = tokens.stream().mapToInt(Integer::intValue).max().orElse(0);
        int width = width(most);
        var bars = new int[Math.max(1, most / width + 1)];
        tokens.stream().filter(count -> count >= 0).forEach(count -> bars[count / width]++);
        return new Facets.Tokens(java.util.Arrays.stream(bars).boxed().toList(), width);
    }

    /// A round width, so that the range reads well.
    private static int width(int most) {
        for (long power = 1;; power *= 10) {
            for (int step : STEPS) {
                if (step * power * BARS > most) {
                    return (int) (step * power);
                }
            }
        }
    }

    private static List<Facets.Choice> choices(Map<String, Integer> counts) {
        return counts.entrySet().stream().map(entry -> new Facets.Choice(entry.getKey(), entry.getValue()))
                .sorted(java.util.Comparator.comparingInt(Facets.Choice::count).reversed()
                        .thenComparing(Facets.Choice::value))
                .toList();
    }
}
