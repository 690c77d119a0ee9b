package fettle.example;

import fettle.source.Skipped;
import fettle.source.Source;
import fettle.source.SourceSettings;
import fettle.source.SourceStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sources of a project, in memory: for tests.
public final class InMemorySources implements SourceStore {

    private final Map<String, Source> byLocation = new LinkedHashMap<>();
    private final Map<String, SourceSettings> settings = new LinkedHashMap<>();
    private final Map<String, String> notes = new LinkedHashMap<>();
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
    public SourceSettings settings(String sourceId) {
        return settings.getOrDefault(sourceId, SourceSettings.USUAL);
    }

    @Override
    public void decide(String sourceId, SourceSettings decided) {
        settings.put(sourceId, decided);
    }

    @Override
    public Optional<String> recall(String sourceId, Topic topic) {
        return Optional.ofNullable(notes.get(sourceId + topic));
    }

    @Override
    public void remember(String sourceId, Topic topic, String text) {
        notes.put(sourceId + topic, text);
    }

    @Override
    public void remove(String sourceId) {
        byLocation.values().removeIf(source -> source.id().equals(sourceId));
    }

    @Override
    public List<Skipped> skipped(String sourceId) {
        return skipped.getOrDefault(sourceId, List.of());
    }
}
