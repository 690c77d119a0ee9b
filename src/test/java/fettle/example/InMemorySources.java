package fettle.example;

import fettle.source.Skipped;
import fettle.source.Source;
import fettle.source.SourceStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sources of a project, in memory: for tests.
public final class InMemorySources implements SourceStore {

    private final Map<String, Source> byLocation = new LinkedHashMap<>();
    private final Map<String, List<Skipped>> skipped = new LinkedHashMap<>();

    @Override
    public List<Source> sources() {
        return new ArrayList<>(byLocation.values());
    }

    @Override
    public Source enter(Source.Kind kind, String location, int taken, List<Skipped> left) {
        Source known = byLocation.get(location);
        String id = known == null ? "s" + (byLocation.size() + 1) : known.id();
        var source = new Source(id, kind, location.substring(location.lastIndexOf('/') + 1), location, 0, 0, taken,
                left.size());
        byLocation.put(location, source);
        skipped.put(id, left);
        return source;
    }

    @Override
    public List<Skipped> skipped(String sourceId) {
        return skipped.getOrDefault(sourceId, List.of());
    }
}
