package fettle.ui.example.review;

import fettle.example.Example;
import fettle.example.ExampleStatus;
import fettle.ui.example.editor.EditorViewModel;
import fettle.ui.example.editor.Marks;
import fettle.ui.example.review.Decision.What;
import fettle.ui.session.Session;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One example after the other, each with one decision. The queue is the list as it stood when the review began: what
/// leaves the filter by a decision keeps its place. The next one is read before it is needed.
public final class ReviewViewModel {

    /// What the review shows.
    sealed interface State {

        record Off() implements State {}

        /// There is nothing to review.
        record Nothing() implements State {}

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
    /// @param millisEach what a decision takes on average; 0 while none was made
    record Place(int position, int all, Tally tally, long millisEach) {

        int left() {
            return all - position;
        }
    }

    /// How many examples were decided on so, by the last word on each.
    ///
    /// @param millis reading time, without pauses
    record Tally(int approved, int rejected, int skipped, long millis) {}

    private final EditorViewModel editor;
    private final Session session;
    private final Marks marks;
    private final Queue rows;
    private final LongSupplier clock;
    private final Loader loader;
    private final NearestViewModel nearest;
    private final Pace pace = new Pace();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Off());
    private final BooleanBinding reviewing = Bindings.createBooleanBinding(
            () -> !(state.get() instanceof State.Off), state);
    private final BooleanProperty editing = new SimpleBooleanProperty();
    private final ObservableList<Decision> decisions = FXCollections.observableArrayList();
    private long[] queue = {};
    private int position;

    /// `clock` is milliseconds since the epoch.
    public ReviewViewModel(Session session, EditorViewModel editor, Marks marks, Queue rows, LongSupplier clock) {
        this.session = session;
        this.editor = editor;
        this.marks = marks;
        this.rows = rows;
        this.clock = clock;
        this.loader = new Loader(session, this::arrived);
        this.nearest = new NearestViewModel(session);
        session.revisionProperty().addListener(_ -> read());
        session.projectProperty().addListener(_ -> {
            end();
            queue = new long[0];
        });
    }

    // ---- commands ----

    /// Begins with the first of the rows that are shown; goes on where it was left when they are the same as before.
    public void begin() {
        long[] fresh = rows.rows().get();
        if (fresh.length == 0) {
            state.set(new State.Nothing());
            return;
        }
        if (!Arrays.equals(fresh, queue) || position >= queue.length) {
            begin(fresh);
        } else {
            goTo(position);
        }
    }

    /// Those that were skipped, once more.
    void beginSkipped() {
        begin(decisions.stream().filter(decision -> decision.what() instanceof What.Skipped)
                .mapToLong(Decision::id).distinct().toArray());
    }

    private void begin(long[] fresh) {
        queue = fresh;
        decisions.clear();
        pace.begin();
        nearest.begin();
        loader.forget();
        goTo(0);
    }

    /// Back to the list, at the example that was reviewed last.
    public void end() {
        if (reviewing.get()) {
            stopEditing();
            state.set(new State.Off());
        }
    }

    /// Approves or rejects what is shown, and goes on.
    public void decide(ExampleStatus status) {
        shown().filter(_ -> canDecide()).ifPresent(example -> {
            note(example, new What.Status(example.status(), status));
            marks.setStatus(example.id(), status);
            if (status == ExampleStatus.APPROVED) {
                nearest.approved(example);
            }
            pass();
        });
    }

    /// Leaves it as it is, and goes on.
    public void skip() {
        shown().filter(_ -> !editing.get()).ifPresent(example -> {
            note(example, new What.Skipped());
            pass();
        });
    }

    /// 1 to 5; 0 takes the rating away. Stays.
    public void rate(int rating) {
        shown().filter(_ -> canDecide()).ifPresent(example -> {
            note(example, new What.Rated(example.remarks().rating(), rating));
            marks.setRating(example.id(), rating);
        });
    }

    /// Puts the flag on or takes it off. Stays.
    public void flag() {
        shown().filter(_ -> canDecide()).ifPresent(example -> {
            boolean after = !example.remarks().flagged();
            note(example, new What.Flagged(after));
            marks.setFlag(example.id(), after);
        });
    }

    void tag(String tag) {
        shown().filter(example -> session.writable().get() && !tag.isBlank() && !example.tags().contains(tag.strip()))
                .ifPresent(example -> {
                    note(example, new What.Tagged(example.tags(), tag.strip()));
                    marks.addTag(example, tag);
                });
    }

    void untag(String tag) {
        shown().filter(_ -> session.writable().get()).ifPresent(example -> marks.removeTag(example, tag));
    }

    void write(String note) {
        shown().filter(example -> session.writable().get() && !example.remarks().note().equals(note.strip()))
                .ifPresent(example -> {
                    note(example, new What.Noted(example.remarks().note()));
                    marks.setNote(example.id(), note);
                });
    }

    /// To the next one without a decision.
    public void next() {
        if (state.get() instanceof State.On && !editing.get()) {
            goTo(position + 1);
        }
    }

    /// Back by one without a decision.
    public void back() {
        if (reviewing.get() && position > 0 && !editing.get()) {
            goTo(Math.min(position, queue.length) - 1);
        }
    }

    /// To an example that was decided on, so that it can be decided anew.
    void show(Decision decision) {
        if (reviewing.get() && !editing.get()) {
            goTo(decision.position());
        }
    }

    /// Takes the last decision back, and shows its example again.
    public void takeBack() {
        if (reviewing.get() && !editing.get() && !decisions.isEmpty()) {
            Decision last = decisions.removeFirst();
            String sentence = "Took back: " + last.words().toLowerCase(java.util.Locale.ROOT);
            switch (last.what()) {
                case What.Status(var before, _) -> marks.setStatus(last.id(), before, marks.about(sentence, last.id()));
                case What.Rated(int before, _) -> marks.setRating(last.id(), before);
                case What.Flagged(boolean after) -> marks.setFlag(last.id(), !after);
                case What.Noted(var before) -> marks.setNote(last.id(), before);
                case What.Tagged(var before, _) -> marks.setTags(last.id(), before, marks.about(sentence, last.id()));
                case What.Skipped() -> {}
            }
            loader.forget();
            goTo(last.position());
        }
    }

    /// Opens what is shown in the editor.
    public void edit() {
        shown().filter(_ -> session.writable().get()).ifPresent(_ -> editing.set(true));
    }

    /// Writes what was edited, and reads on.
    public void stopEditing() {
        if (editing.get()) {
            editor.save();
            editing.set(false);
            read();
        }
    }

    /// Writes what was edited, and approves it.
    public void approveEdited() {
        stopEditing();
        decide(ExampleStatus.APPROVED);
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

    /// What was decided, the newest first.
    ObservableList<Decision> decisions() {
        return FXCollections.unmodifiableObservableList(decisions);
    }

    /// The filter that made the queue; empty for all rows.
    String filter() {
        return rows.filter().get();
    }

    EditorViewModel editor() {
        return editor;
    }

    NearestViewModel nearest() {
        return nearest;
    }

    Session session() {
        return session;
    }

    // ---- what happens ----

    private Optional<Example> shown() {
        return state.get() instanceof State.On(_, var example, _) ? example : Optional.empty();
    }

    private boolean canDecide() {
        return !editing.get() && session.writable().get();
    }

    private void note(Example example, What what) {
        decisions.addFirst(Decision.on(position, example, what));
    }

    private void pass() {
        pace.passed(clock.getAsLong());
        goTo(position + 1);
    }

    private void goTo(int to) {
        position = to;
        pace.shown(clock.getAsLong());
        if (position >= queue.length) {
            state.set(new State.Through(place()));
            return;
        }
        rows.open().accept(queue[position]);
        show(loader.known(queue, position), loader.known(queue, position + 1));
        read();
    }

    private void read() {
        if (reviewing.get() && !(state.get() instanceof State.Nothing) && position < queue.length) {
            loader.read(queue, position);
        }
    }

    private void arrived(int at) {
        if (at != position || !reviewing.get() || position >= queue.length) {
            return;
        }
        Optional<Example> example = loader.known(queue, position);
        if (example.isEmpty()) {
            goTo(position + 1); // it was deleted meanwhile
            return;
        }
        show(example, loader.known(queue, position + 1));
    }

    private void show(Optional<Example> example, Optional<Example> next) {
        state.set(new State.On(place(), example, next));
        example.ifPresent(nearest::show);
    }

    private Place place() {
        Set<Long> decided = new HashSet<>();
        int approved = 0;
        int rejected = 0;
        int skipped = 0;
        for (Decision decision : decisions) {
            if (decision.passes() && decided.add(decision.id())) {
                boolean skip = decision.what() instanceof What.Skipped;
                boolean good = decision.what() instanceof What.Status(_, var after) && after == ExampleStatus.APPROVED;
                skipped += skip ? 1 : 0;
                approved += good ? 1 : 0;
                rejected += skip || good ? 0 : 1;
            }
        }
        return new Place(position, queue.length, new Tally(approved, rejected, skipped, pace.spentMillis()),
                pace.millisEach());
    }
}
