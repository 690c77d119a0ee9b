package fettle.ui.model;

import fettle.example.ChatModel.Reply;
import fettle.example.ChatModel.Request;
import fettle.example.Turn;
import fettle.job.ExpectedException;
import fettle.job.Job;
import fettle.job.Outcome;
import fettle.model.Model;
import fettle.ui.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One column of the chat: a model and what it said.
final class ChatSide {

    private final Session session;
    private final Seat seat;
    private final Executor screen;
    private final ObjectProperty<@Nullable Model> model = new SimpleObjectProperty<>();
    private final ObservableList<ChatAnswer> answers = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private @Nullable Job job;

    ChatSide(Session session, Seat seat, Executor screen) {
        this.session = session;
        this.seat = seat;
        this.screen = screen;
    }

    /// Asks the side's model; nothing happens without one or while it writes.
    void ask(String prompt, ChatSettings settings) {
        Model chosen = model.get();
        if (chosen == null || busy.get()) {
            return;
        }
        List<Turn> turns = turns(prompt, settings);
        var answer = new ChatAnswer(chosen.id(), turns, screen);
        answers.add(answer);
        busy.set(true);
        var request = new Request(turns, settings.temperature(), settings.maxTokens());
        job = session.work("Ask " + chosen.id(), _ -> {
            long[] began = {System.nanoTime()};
            Reply reply = seat.ask(chosen, request, () -> {
                began[0] = System.nanoTime();
                screen.execute(() -> answer.move(new ChatAnswer.State.Writing()));
            }, answer::hear);
            return new Timed(reply, (System.nanoTime() - began[0]) / 1e9);
        }, outcome -> ended(answer, outcome));
    }

    private record Timed(Reply reply, double seconds) {}

    private List<Turn> turns(String prompt, ChatSettings settings) {
        var turns = new ArrayList<Turn>();
        if (!settings.system().isBlank()) {
            turns.add(new Turn("system", settings.system().strip(), false));
        }
        if (settings.remembers()) {
            for (ChatAnswer earlier : answers) {
                if (earlier.stateProperty().get() instanceof ChatAnswer.State.Done) {
                    turns.add(new Turn("user", earlier.question(), false));
                    turns.add(new Turn("assistant", earlier.textProperty().get(), true));
                }
            }
        }
        turns.add(new Turn("user", prompt, false));
        return List.copyOf(turns);
    }

    private void ended(ChatAnswer answer, Outcome<Timed> outcome) {
        busy.set(false);
        job = null;
        switch (outcome) {
            case Outcome.Done(var timed) -> answer.end(timed.reply().text(), new ChatAnswer.State.Done(
                    timed.reply().outputTokens(), timed.seconds(), timed.reply().finish()));
            case Outcome.Failed(var cause) -> {
                answer.move(new ChatAnswer.State.Failed(cause instanceof ExpectedException expected
                        ? (expected.getMessage() + " " + expected.next()).strip()
                        : "Something went wrong in Fettle."));
                if (!(cause instanceof ExpectedException)) {
                    session.tell(cause);
                }
            }
            case Outcome.Stopped() -> answer.move(new ChatAnswer.State.Stopped());
        }
    }

    void stop() {
        if (job != null) {
            job.cancel();
        }
    }

    /// Gives the model's memory back, behind the screen.
    void release() {
        stop();
        session.read(_ -> {
            seat.release();
            return true;
        }, _ -> {});
    }

    ObjectProperty<@Nullable Model> modelProperty() {
        return model;
    }

    ObservableList<ChatAnswer> answers() {
        return answers;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
