package fettle.ui.model;

import fettle.example.Turn;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// An answer as it comes. Pieces may be heard on any thread; what is shown changes on the screen thread, merged.
final class ChatAnswer {

    /// How far it is.
    sealed interface State {
        /// The model is being loaded.
        record Loading() implements State {}

        record Writing() implements State {}

        /// @param tokens of the answer
        record Done(int tokens, double seconds, String finish) implements State {}

        record Stopped() implements State {}

        record Failed(String sentence) implements State {}
    }

    private final String model;
    private final List<Turn> asked;
    private final Executor screen;
    private final StringBuilder heard = new StringBuilder();
    private final AtomicBoolean drawing = new AtomicBoolean();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Loading());

    ChatAnswer(String model, List<Turn> asked, Executor screen) {
        this.model = model;
        this.asked = asked;
        this.screen = screen;
    }

    /// A piece came, on any thread.
    void hear(String piece) {
        synchronized (heard) {
            heard.append(piece);
        }
        if (drawing.compareAndSet(false, true)) {
            screen.execute(this::draw);
        }
    }

    private void draw() {
        drawing.set(false);
        synchronized (heard) {
            text.set(heard.toString());
        }
    }

    void move(State now) {
        draw();
        state.set(now);
    }

    /// The whole answer, as the model gave it at the end.
    void end(String whole, State.Done done) {
        synchronized (heard) {
            heard.setLength(0);
            heard.append(whole);
        }
        move(done);
    }

    String model() {
        return model;
    }

    /// What was asked, with the turns before.
    List<Turn> asked() {
        return asked;
    }

    String question() {
        return asked.getLast().text();
    }

    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// "31 tok/s · 2.1 s".
    static String words(State state) {
        return switch (state) {
            case State.Loading() -> "loading the model";
            case State.Writing() -> "writing";
            case State.Done(var tokens, var seconds, var finish) -> String.format(Locale.ENGLISH,
                    "%.0f tok/s · %.1f s%s",
                    tokens / Math.max(seconds, 1e-3), seconds, finish.equals("length") ? " · cut at the limit" : "");
            case State.Stopped() -> "stopped";
            case State.Failed(var sentence) -> sentence;
        };
    }
}
