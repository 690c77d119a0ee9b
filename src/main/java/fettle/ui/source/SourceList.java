package fettle.ui.source;

import fettle.document.DocumentStore.Entry;
import fettle.project.Project;
import fettle.source.Source;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;

/// The lines of the sources screen: those of the project, then those that are being read for the first time or could not
/// be. Screen thread only.
public final class SourceList {

    /// One state at a time.
    public sealed interface State {
        record Reading() implements State {}

        record Empty() implements State {}

        record Listed() implements State {}
    }

    private record Found(Source source, SourceRow.Known known) {}

    private final Session session;
    private final Visits visits;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Reading());
    private final ObservableList<SourceRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<SourceRow>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final Reading<List<Found>> listing;
    private List<Found> latest = List.of();
    private Optional<String> toChoose = Optional.empty();
    private Runnable whenListed = () -> {};

    SourceList(Session session, Visits visits) {
        this.session = session;
        this.visits = visits;
        this.listing = new Reading<>(session, this::listed);
        visits.activities().addListener((MapChangeListener<String, Activity>) _ -> match());
        visits.progress().addListener((MapChangeListener<Long, Object>) change -> told(change.getKey()));
        session.projectProperty().subscribe(this::closed);
        session.revisionProperty().subscribe(this::list);
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ObservableList<SourceRow> rows() {
        return rows;
    }

    ObjectProperty<Optional<SourceRow>> chosenProperty() {
        return chosen;
    }

    /// Runs whenever the project was read again.
    void onListed(Runnable run) {
        whenListed = run;
    }

    /// Chooses a source as soon as it stands in the list.
    void chooseNext(String key) {
        toChoose = Optional.of(key);
    }

    private void list() {
        session.projectProperty().get().ifPresent(project -> listing.start(_ -> found(project)));
    }

    private static List<Found> found(Project project) throws IOException {
        Map<String, List<Entry>> entries = project.documents().entries().stream()
                .collect(Collectors.groupingBy(Entry::sourceId));
        var all = new ArrayList<Found>();
        for (Source source : project.sources().sources()) {
            all.add(new Found(source, new SourceRow.Known(Optional.of(source),
                    entries.getOrDefault(source.id(), List.of()), ImportNote.read(project, source))));
        }
        return all;
    }

    private void listed(List<Found> found) {
        latest = found;
        match();
        whenListed.run();
    }

    /// Lines stay the same objects as long as their source is there.
    private void match() {
        Map<String, SourceRow> before = new LinkedHashMap<>();
        rows.forEach(row -> before.put(row.key(), row));
        Map<String, SourceRow> now = new LinkedHashMap<>();
        for (Found one : latest) {
            SourceRow row = row(before, one.source().kind(), one.source().location());
            row.knownProperty().set(one.known());
            now.put(row.key(), row);
        }
        visits.activities().forEach((key, activity) -> {
            if (!now.containsKey(key) && !(activity instanceof Activity.Halted)) {
                int space = key.indexOf(' ');
                SourceRow row = row(before, Source.Kind.valueOf(key.substring(0, space)), key.substring(space + 1));
                row.knownProperty().set(SourceRow.Known.NOTHING);
                now.put(key, row);
            }
        });
        now.values().forEach(row -> row.activityProperty().set(visits.of(row.key())));
        if (!rows.equals(List.copyOf(now.values()))) {
            rows.setAll(now.values());
        }
        state.set(rows.isEmpty() ? new State.Empty() : new State.Listed());
        choose(now);
    }

    private static SourceRow row(Map<String, SourceRow> before, Source.Kind kind, String location) {
        SourceRow known = before.get(Visit.key(kind, location));
        return known == null ? new SourceRow(kind, location) : known;
    }

    private void choose(Map<String, SourceRow> now) {
        Optional<SourceRow> wanted = toChoose.map(now::get);
        wanted.ifPresent(_ -> toChoose = Optional.empty());
        chosen.set(wanted.or(() -> chosen.get().filter(now::containsValue))
                .or(() -> now.values().stream().findFirst()));
    }

    private void told(long job) {
        for (SourceRow row : rows) {
            if (row.activityProperty().get() instanceof Activity.Busy(long mine) && mine == job) {
                row.progressProperty().set(Optional.ofNullable(visits.progress().get(job)));
            }
        }
    }

    private void closed() {
        latest = List.of();
        visits.clear();
        rows.clear();
        chosen.set(Optional.empty());
        state.set(new State.Reading());
    }
}
