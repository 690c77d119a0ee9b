package fettle.ui.example.versions;

import fettle.example.Change;
import fettle.example.Example;
import fettle.example.ExampleStore;
import fettle.example.RowVersion;
import fettle.job.Outcome;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import fettle.ui.session.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The versions of one example without their pixels: which there are, what each would bring back, and restoring one.
public final class VersionsViewModel {

    /// What is shown.
    sealed interface State {

        /// Nothing is open.
        record Closed() implements State {}

        /// The versions are being read.
        record Loading(long id) implements State {}

        /// @param versions newest first
        /// @param present the step of the version that stands now; 0 when the row is not in the project
        record Shown(long id, List<RowVersion> versions, long present) implements State {}
    }

    private final Session session;
    private final Consumer<String> says;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Closed());
    private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final Reading<State.Shown> reading;
    private final Reading<Optional<Comparison>> comparing;
    private long chosen = -1;

    /// `says` shows a sentence about what has just happened.
    public VersionsViewModel(Session session, Consumer<String> says) {
        this.session = session;
        this.says = says;
        this.reading = new Reading<>(session, this::read);
        this.comparing = new Reading<>(session, comparison::set);
        session.revisionProperty().subscribe(this::refresh);
        session.projectProperty().addListener(_ -> close());
    }

    // ---- commands ----

    /// Shows the versions of an example.
    void open(long id) {
        chosen = -1;
        comparison.set(Optional.empty());
        state.set(new State.Loading(id));
        refresh();
    }

    void close() {
        state.set(new State.Closed());
        comparison.set(Optional.empty());
    }

    /// Compares a version, by its step, with the example as it stands.
    void choose(long step) {
        chosen = step;
        long id = id();
        store().ifPresent(store -> comparing.start(_ -> {
            Optional<Example> now = store.find(id);
            return store.version(id, step).map(version -> Comparison.of(version, now));
        }));
    }

    /// Makes the example what it was; one step, which can be undone.
    void restore() {
        long id = id();
        Optional<RowVersion> version = version(chosen);
        if (version.isEmpty() || comparison.get().isEmpty() || !session.writable().get()) {
            return;
        }
        Example then = comparison.get().get().version();
        String sentence = "Restored example " + number(id) + " as it was "
                + Words.when(version.get().step().atMillis());
        store().ifPresent(store -> session.move(_ -> store.apply(back(then), sentence),
                outcome -> restored(outcome, sentence)));
    }

    private static List<Change> back(Example then) {
        long id = then.id();
        return List.of(new Change.Restore(id), new Change.SetBody(id, then.body()),
                new Change.SetStatus(id, then.status()), new Change.SetTags(id, then.tags()),
                new Change.SetRating(id, then.remarks().rating()), new Change.SetFlag(id, then.remarks().flagged()),
                new Change.SetNote(id, then.remarks().note()));
    }

    private void restored(Outcome<Long> outcome, String sentence) {
        switch (outcome) {
            case Outcome.Done<Long> _ -> {
                chosen = -1;
                says.accept(sentence);
            }
            case Outcome.Failed<Long>(var cause) -> session.tell(cause);
            case Outcome.Stopped<Long>() -> {}
        }
        session.changed();
    }

    // ---- properties ----

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The chosen version against the present.
    ReadOnlyObjectProperty<Optional<Comparison>> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /// The step of the chosen version, or -1.
    long chosen() {
        return chosen;
    }

    Session session() {
        return session;
    }

    /// "0417".
    static String number(long id) {
        return String.format(Locale.ROOT, "%04d", id);
    }

    // ---- what happens ----

    private long id() {
        return switch (state.get()) {
            case State.Closed() -> -1;
            case State.Loading(long id) -> id;
            case State.Shown(long id, _, _) -> id;
        };
    }

    private Optional<ExampleStore> store() {
        return session.projectProperty().get().map(project -> project.examples());
    }

    private Optional<RowVersion> version(long step) {
        return state.get() instanceof State.Shown(_, var versions, _)
                ? versions.stream().filter(version -> version.step().number() == step).findFirst()
                : Optional.empty();
    }

    private void refresh() {
        long id = id();
        if (id >= 0) {
            store().ifPresent(store -> reading.start(_ -> {
                List<RowVersion> versions = store.versions(id).reversed();
                long present = versions.stream().map(RowVersion::step).filter(step -> step.done()).findFirst()
                        .map(step -> step.number()).orElse(0L);
                return new State.Shown(id, versions, present);
            }));
        }
    }

    /// Chooses the version before the present one, which is what people look for.
    private void read(State.Shown shown) {
        state.set(shown);
        if (version(chosen).isEmpty()) {
            chosen = shown.versions().stream().map(RowVersion::step)
                    .filter(step -> step.done() && step.number() < shown.present()).findFirst()
                    .map(step -> step.number()).orElse(shown.present());
        }
        choose(chosen);
    }
}
