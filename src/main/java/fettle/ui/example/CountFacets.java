package fettle.ui.example;

import fettle.example.ExampleQuery;
import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleStatus;
import fettle.example.ExampleStore;
import fettle.example.FacetCounts;
import fettle.example.FacetCounts.Bars;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.ui.session.Picked;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts the facets of a query: for each, the rows that all other filters leave. Counts only among the rows that were
/// `picked`, if any were.
record CountFacets(ExampleStore store, ExampleQuery query, Optional<Picked> picked) implements Work<Facets> {

    private static final List<String> FIELDS = List.of("status", "tokens", "source", "tag");

    @Override
    public Facets run(Progress progress) throws IOException, InterruptedException {
        progress.stopIfCancelled();
        ExampleQuery among = picked.map(rows -> query.and(List.of(new Condition("id", Condition.Op.EQ,
                rows.ids().stream().map(String::valueOf).toList())))).orElse(query);
        FacetCounts counts = store.facets(among, FIELDS);
        Bars tokens = counts.bars().getOrDefault("tokens", new Bars(new int[0], 0, 1, 0));
        return new Facets(statuses(counts),
                new Facets.Tokens(Arrays.stream(tokens.counts()).boxed().toList(), (int) tokens.width()),
                choices(counts, "source"), choices(counts, "tag"));
    }

    private static Map<ExampleStatus, Integer> statuses(FacetCounts counts) {
        var statuses = new EnumMap<ExampleStatus, Integer>(ExampleStatus.class);
        for (FacetCounts.Choice choice : counts.choices().getOrDefault("status", List.of())) {
            for (ExampleStatus status : ExampleStatus.values()) {
                if (status.word().equals(choice.value())) {
                    statuses.put(status, choice.count());
                }
            }
        }
        return Map.copyOf(statuses);
    }

    private static List<Facets.Choice> choices(FacetCounts counts, String field) {
        return counts.choices().getOrDefault(field, List.of()).stream()
                .filter(choice -> !field.equals("tag") || !choice.value().isEmpty())
                .map(choice -> new Facets.Choice(choice.value(), choice.count())).toList();
    }
}
