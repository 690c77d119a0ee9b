package fettle.ui.example.review;

import fettle.ui.example.editor.ExampleWords;
import fettle.example.Example;
import fettle.example.ExampleStatus;
import fettle.example.ExampleStore;
import fettle.ui.example.editor.EditorViewModel;
import fettle.ui.example.editor.Marks;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// One example after the other, each with one decision. The queue is the list as it stood when the review began; the
/// next one is read before it is needed.
public final class ReviewViewModel {

    /// What the review shows.
    sealed interface State {

        record Off() implements State {}

        /// One example; empty while it is being read.
        ///
        /// @param next the one after it; empty at the end, or while it is being read
        record On(Place place, Optional<Example> example, Optional<Example> next) implements State {}

        /// The queue is through.
        record Through(Place place) implements State {}
    }

    /// How far the review is.
    ///
    /// @param position 0-based, in the queue
    /// @param millisEach what a decision took on average; 0 while none was made
    record Place(int position, int all, int approved, int rejected, long millisEach) {

        int left() {
            return all - position;
        }
    }

    private record Decision(int position, long id, ExampleStatus before, ExampleStatus after) {}

    private record Two(int position, Optional<Example> example, Optional<Example> next) {}

    private final EditorViewModel editor;
    private final Session session;
    private final Marks marks;
    private final Queue rows;
    private final LongSupplier clock;
    private final Reading<Two> reading;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Off());
    private final BooleanBinding reviewing;
    private final BooleanProperty editing = new SimpleBooleanProperty();
    private final Deque<Decision> decisions = new ArrayDeque<>();
    private long[] queue = {};
    private int position;
    private long shownMillis;
    private long spentMillis;
    private int passed;

    /// `clock` is milliseconds since the epoch.
    public ReviewViewModel(Session session, EditorViewModel editor, Marks marks, Queue rows, LongSupplier clock) {
        this.session = session;
        this.editor = editor;
        this.marks = marks;
        this.rows = rows;
        this.clock = clock;
        this.reading = new Reading<>(session, this::arrived);
        this.reviewing = Bindings.createBooleanBinding(() -> !(state.get() instanceof State.Off), state);
        session.revisionProperty().addListener(_ -> reread());
        session.projectProperty().addListener(_ -> end());
    }

    // ---- commands ----

    /// Begins with the first of the rows that are shown.
    public void begin() {
        queue = rows.rows().get();
        if (queue.length == 0) {
            return;
        }
        decisions.clear();
        passed = 0;
        spentMillis = 0;
        goTo(0, Optional.empty());
    }

    /// Back to the list, at the example that was reviewed last.
    public void end() {
        if (reviewing.get()) {
            stopEditing();
            queue = new long[0];
            state.set(new State.Off());
        }
    }

    /// Approves or rejects what is shown, and goes on.
    public void decide(ExampleStatus status) {
        if (state.get() instanceof State.On(_, var shown, var next) && shown.isPresent() && !editing.get()
                && session.writable().get()) {
            Example example = shown.get();
            decisions.push(new Decision(position, example.id(), example.status(), status));
            marks.setStatus(example.id(), status);
            pass(next);
        }
    }

    /// Leaves it as it is, and goes on.
    public void skip() {
        if (state.get() instanceof State.On(_, var shown, var next) && shown.isPresent() && !editing.get()) {
            pass(next);
        }
    }

    /// Back by one without a decision.
    public void back() {
        if (reviewing.get() && position > 0 && !editing.get()) {
            goTo(position - 1, Optional.empty());
        }
    }

    /// Takes the last decision back, and shows its example again.
    public void takeBack() {
        if (reviewing.get() && !editing.get() && !decisions.isEmpty()) {
            Decision last = decisions.pop();
            marks.setStatus(last.id(), last.before(),
                    "Took back the decision on example " + ExampleWords.number(last.id()));
            goTo(last.position(), Optional.empty());
        }
    }

    /// Opens what is shown in the editor.
    public void edit() {
        if (state.get() instanceof State.On(_, var shown, _) && shown.isPresent()) {
            editing.set(true);
        }
    }

    /// Writes what was edited, and reads on.
    public void stopEditing() {
        if (editing.get()) {
            editor.save();
            editing.set(false);
            reread();
        }
    }

    // ---- properties ----

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public BooleanBinding reviewing() {
        return reviewing;
    }

    /// Whether the example is open in the editor.
    public BooleanProperty editingProperty() {
        return editing;
    }

    /// The filter that made the queue; empty for all rows.
    String filter() {
        return rows.filter().get();
    }

    EditorViewModel editor() {
        return editor;
    }

    // ---- what happens ----

    private void pass(Optional<Example> next) {
        spentMillis += clock.getAsLong() - shownMillis;
        passed++;
        goTo(position + 1, next);
    }

    private void goTo(int to, Optional<Example> known) {
        position = to;
        shownMillis = clock.getAsLong();
        if (position >= queue.length) {
            state.set(new State.Through(place()));
            return;
        }
        rows.open().accept(queue[position]);
        state.set(new State.On(place(), known, Optional.empty()));
        reread();
    }

    private void reread() {
        if (!reviewing.get() || position >= queue.length) {
            return;
        }
        int at = position;
        long id = queue[at];
        long after = at + 1 < queue.length ? queue[at + 1] : -1;
        session.projectProperty().get().ifPresent(project -> {
            ExampleStore store = project.examples();
            reading.start(_ -> new Two(at, store.find(id), find(store, after)));
        });
    }

    private static Optional<Example> find(ExampleStore store, long id) throws IOException {
        return id < 0 ? Optional.empty() : store.find(id);
    }

    private void arrived(Two two) {
        if (two.position() != position || !reviewing.get() || position >= queue.length) {
            return;
        }
        if (two.example().isEmpty()) {
            goTo(position + 1, two.next()); // it was deleted meanwhile
            return;
        }
        state.set(new State.On(place(), two.example(), two.next()));
    }

    private Place place() {
        int approved = (int) decisions.stream().filter(it -> it.after() == ExampleStatus.APPROVED).count();
        int rejected = (int) decisions.stream().filter(it -> it.after() == ExampleStatus.REJECTED).count();
        return new Place(position, queue.length, approved, rejected, passed == 0 ? 0 : spentMillis / passed);
    }
}
