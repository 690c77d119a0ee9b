package fettle.ui.example.filter;

import fettle.example.ExampleQuery;
import fettle.example.FacetCounts;
import fettle.example.FacetCounts.Choice;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What fields can be now, with counts, for completion: asked when a field is typed, remembered until the rows or the
/// filter change.
public final class FieldValues {

    private final Session session;
    private final QueryModel query;
    private final Map<String, List<Choice>> known = new HashMap<>();
    private final Reading<Map.Entry<String, FacetCounts>> reading;
    private Runnable arrived = () -> {};

    public FieldValues(Session session, QueryModel query) {
        this.session = session;
        this.query = query;
        this.reading = new Reading<>(session, this::arrive);
        session.revisionProperty().addListener(_ -> known.clear());
        query.queryProperty().addListener(_ -> known.clear());
    }

    /// The values of a field, the most frequent first; none while they are not known.
    public List<Choice> of(String field) {
        return known.getOrDefault(field, List.of());
    }

    /// Asks for the values of a field unless they are known; `then` runs when they have come.
    void want(String field, Runnable then) {
        arrived = then;
        if (known.containsKey(field) || session.projectProperty().get().isEmpty()) {
            return;
        }
        var store = session.projectProperty().get().get().examples();
        ExampleQuery now = query.queryProperty().get();
        reading.start(_ -> Map.entry(field, store.facets(now, List.of(field))));
    }

    private void arrive(Map.Entry<String, FacetCounts> counted) {
        known.put(counted.getKey(), counted.getValue().choices().getOrDefault(counted.getKey(), List.of()));
        arrived.run();
    }
}
