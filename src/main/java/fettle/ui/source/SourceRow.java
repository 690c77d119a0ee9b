package fettle.ui.source;

import fettle.document.DocumentStore.Entry;
import fettle.job.JobState;
import fettle.source.Source;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// A line of the list: a source of the project, or one that is being read for the first time.
final class SourceRow {

    /// What is known of it.
    ///
    /// @param source empty until it was read once
    /// @param entries its documents, by path
    /// @param imported the note of its last import
    record Known(Optional<Source> source, List<Entry> entries, ImportNote imported) {

        static final Known NOTHING = new Known(Optional.empty(), List.of(), ImportNote.NONE);
    }

    private final Source.Kind kind;
    private final String location;
    private final ObjectProperty<Known> known = new SimpleObjectProperty<>(Known.NOTHING);
    private final ObjectProperty<Activity> activity = new SimpleObjectProperty<>(new Activity.Idle());
    private final ObjectProperty<Optional<JobState>> progress = new SimpleObjectProperty<>(Optional.empty());

    SourceRow(Source.Kind kind, String location) {
        this.kind = kind;
        this.location = location;
    }

    Source.Kind kind() {
        return kind;
    }

    String location() {
        return location;
    }

    String key() {
        return Visit.key(kind, location);
    }

    Optional<Source> source() {
        return known.get().source();
    }

    String title() {
        return source().map(source -> SourceWords.title(source, known.get().entries()))
                .orElseGet(() -> SourceWords.title(kind, location));
    }

    /// What stands below the name when nothing is going on.
    String detail() {
        ImportNote imported = known.get().imported();
        if (source().isEmpty()) {
            return location;
        }
        return imported.receipt().isPresent()
                ? imported.words()
                : SourceWords.detail(source().get(), known.get().entries());
    }

    ObjectProperty<Known> knownProperty() {
        return known;
    }

    ObjectProperty<Activity> activityProperty() {
        return activity;
    }

    /// What the job at it says of itself.
    ObjectProperty<Optional<JobState>> progressProperty() {
        return progress;
    }

    boolean isWorking() {
        return activity.get().isWorking();
    }
}
