package fettle.ui.example.ask;

import fettle.example.AskModel.Variation;
import fettle.example.Candidate;
import fettle.ui.control.Problem;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/// One candidate from the question to the decision. Screen thread, but for [#hear].
public final class Suggestion {

    private final String model;
    private final Variation variation;
    private final StringBuilder heard = new StringBuilder();
    private final AtomicReference<@Nullable Candidate> arrived = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Waiting());
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Hunks>> hunks = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final IntegerProperty current = new SimpleIntegerProperty(0);

    /// Where it stands.
    public sealed interface State {

        /// The model gets ready, or has not answered yet.
        record Waiting() implements State {}

        record Streaming() implements State {}

        record Done(Candidate candidate) implements State {}

        /// The person stopped it; what came is there.
        record Stopped() implements State {}

        /// It failed; what came before is there.
        record Failed(Problem problem) implements State {}
    }

    Suggestion(String model, Variation variation) {
        this.model = model;
        this.variation = variation;
    }

    /// A piece of the answer came. Any thread.
    void hear(String piece) {
        synchronized (heard) {
            heard.append(piece);
        }
    }

    /// The whole answer came. Any thread.
    void came(Candidate candidate) {
        arrived.set(candidate);
    }

    /// The whole answer, once.
    Optional<Candidate> takeCandidate() {
        return Optional.ofNullable(arrived.getAndSet(null));
    }

    /// Shows what came up to now.
    void catchUp() {
        synchronized (heard) {
            if (heard.length() > text.get().length()) {
                text.set(heard.toString());
                state.set(new State.Streaming());
            }
        }
    }

    void move(State now) {
        state.set(now);
    }

    /// Puts another text in the place of what came, such as the answer without its thinking.
    void replace(String now) {
        text.set(now);
        hunks.set(Optional.empty());
        current.set(0);
    }

    void compared(Hunks now) {
        hunks.set(Optional.of(now));
    }

    /// Takes or leaves the change that keys act on.
    void decide(boolean take) {
        hunks.get().filter(all -> current.get() < all.count())
                .ifPresent(all -> hunks.set(Optional.of(all.with(current.get(), take))));
    }

    void toggle(int hunk) {
        hunks.get().filter(all -> hunk < all.count()).ifPresent(all -> {
            current.set(hunk);
            hunks.set(Optional.of(all.with(hunk, !all.takes(hunk))));
        });
    }

    /// The next change, or the one before.
    void step(int by) {
        hunks.get().filter(all -> all.count() > 0)
                .ifPresent(all -> current.set(Math.clamp((long) current.get() + by, 0, all.count() - 1)));
    }

    String model() {
        return model;
    }

    Variation variation() {
        return variation;
    }

    boolean isRunning() {
        return state.get() instanceof State.Waiting || state.get() instanceof State.Streaming;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What came, as it came, unless the person left something out.
    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /// The changes, once the answer is there and compared.
    ReadOnlyObjectProperty<Optional<Hunks>> hunksProperty() {
        return hunks.getReadOnlyProperty();
    }

    /// The change that keys act on, from 0.
    IntegerProperty currentProperty() {
        return current;
    }
}
