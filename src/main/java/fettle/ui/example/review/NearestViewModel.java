package fettle.ui.example.review;

import fettle.example.Example;
import fettle.example.ExampleQuery;
import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import fettle.example.NearWords;
import fettle.example.Turn;
import fettle.job.Progress;
import fettle.project.Project;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The approved example whose words are most like those of the one that is shown, found behind the reading.
final class NearestViewModel {

    /// So many approved rows are compared; with more the newest of them are left out.
    static final int MOST = 20_000;

    /// @param similarity of the words, 0 to 1
    /// @param all whether all approved rows were compared
    record Nearest(long id, String question, String answer, double similarity, boolean all) {

        /// "similarity 0.41".
        String words() {
            return String.format(Locale.ENGLISH, "similarity %.2f", similarity);
        }
    }

    private final Session session;
    private final ReadOnlyObjectWrapper<Optional<Nearest>> nearest = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Reading<Optional<Nearest>> reading;
    private final Known known = new Known();
    private long shown = -1;

    /// What the work remembers from one example to the next; only one work holds it at a time.
    private static final class Known {

        private NearWords words = new NearWords();
        private boolean read;
        private boolean all;
    }

    NearestViewModel(Session session) {
        this.session = session;
        this.reading = new Reading<>(session, nearest::set);
    }

    /// Forgets all: another review begins.
    void begin() {
        synchronized (known) {
            known.words = new NearWords();
            known.read = false;
        }
        shown = -1;
        nearest.set(Optional.empty());
    }

    /// Looks for the one nearest to this.
    void show(Example example) {
        if (example.id() != shown) {
            shown = example.id();
            nearest.set(Optional.empty());
            session.projectProperty().get().map(Project::examples)
                    .ifPresent(store -> reading.start(progress -> find(store, example, progress)));
        }
    }

    /// An example was approved: it can be the nearest from now on.
    void approved(Example example) {
        session.read(_ -> {
            synchronized (known) {
                known.words.add(example.id(), text(example));
                return true;
            }
        }, _ -> {});
    }

    ReadOnlyObjectProperty<Optional<Nearest>> nearestProperty() {
        return nearest.getReadOnlyProperty();
    }

    private Optional<Nearest> find(ExampleStore store, Example example, Progress progress)
            throws IOException, InterruptedException {
        synchronized (known) {
            if (!known.read) {
                read(store, progress);
                known.read = true;
            }
            Optional<NearWords.Near> near = known.words.nearest(text(example), example.id());
            if (near.isEmpty()) {
                return Optional.empty();
            }
            return store.find(near.get().id()).map(found -> new Nearest(found.id(), turn(found, "user"),
                    turn(found, "assistant"), near.get().similarity(), known.all));
        }
    }

    private void read(ExampleStore store, Progress progress) throws IOException, InterruptedException {
        ExampleView approved = store.view(new ExampleQuery(
                List.of(new Condition("status", Condition.Op.EQ, "approved")), "", "", false));
        for (int row = 0; row < Math.min(MOST, approved.size()); row++) {
            progress.stopIfCancelled();
            Optional<Example> example = store.find(approved.id(row));
            example.ifPresent(found -> known.words.add(found.id(), text(found)));
        }
        known.all = approved.size() <= MOST;
    }

    private static String text(Example example) {
        return example.turns().stream().filter(turn -> turn.role().equals("user") || turn.role().equals("assistant"))
                .map(Turn::text).collect(Collectors.joining("\n"));
    }

    private static String turn(Example example, String role) {
        String text = example.turns().stream().filter(turn -> turn.role().equals(role)).map(Turn::text).findFirst()
                .orElse("").replaceAll("\\s+", " ").strip();
        return text.length() > 160 ? text.substring(0, 160) + "…" : text;
    }
}
