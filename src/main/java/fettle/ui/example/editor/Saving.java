package fettle.ui.example.editor;

import fettle.example.Change;
import fettle.example.ExampleStore;
import fettle.example.Step;
import fettle.job.Outcome;
import fettle.job.Work;
import fettle.ui.session.Session;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Writes changes of examples one after the other, away from the screen. A body that waits is replaced by a newer one of
/// the same example; what is typed in one example without a long rest is one step of the history. A body that could not be
/// written is kept, and written when it is tried again. Screen thread only.
public final class Saving {

    /// After such a rest, what is typed in the same example is a step of its own.
    private static final long REST_MILLIS = 10 * 60_000;

    private final Session session;
    private final Deque<Task<?>> waiting = new ArrayDeque<>();
    private final Map<Long, Unsaved> unsaved = new HashMap<>();
    private final ReadOnlyIntegerWrapper pending = new ReadOnlyIntegerWrapper();
    private @Nullable Task<?> running;
    private Typing typing = new Typing(-1);

    /// The step that holds what is typed in one example; 0 before the first of it is written.
    private static final class Typing {

        private final long id;
        private final AtomicLong step = new AtomicLong();
        private long lastMillis = System.currentTimeMillis();

        Typing(long id) {
            this.id = id;
        }
    }

    /// A body that is not on the disk yet.
    ///
    /// @param problem why it could not be written; empty while it is on its way
    public record Unsaved(ExampleStore store, ObjectNode body, Optional<Throwable> problem) {}

    /// @param bodyOf the example whose body it writes, or -1
    /// @param again whether running it twice does no harm
    private record Task<T>(long bodyOf, boolean again, Work<T> work, Consumer<Outcome<T>> whenEnded) {}

    public Saving(Session session) {
        this.session = session;
    }

    /// Writes a body; `whenEnded` hears how it went, unless a newer body of that example took its place.
    public void body(ExampleStore store, long id, ObjectNode body, String sentence, Consumer<Outcome<Long>> whenEnded) {
        unsaved.put(id, new Unsaved(store, body, Optional.empty()));
        if (!waiting.isEmpty() && waiting.getLast().bodyOf() == id) {
            waiting.removeLast();
        }
        add(new Task<>(id, true, write(store, id, body, sentence, typingIn(id)), outcome -> {
            bodyWritten(id, body, outcome);
            whenEnded.accept(outcome);
        }));
    }

    /// What is written from here on is a step of its own.
    public void endStep() {
        typing = new Typing(-1);
    }

    private AtomicLong typingIn(long id) {
        long now = System.currentTimeMillis();
        if (typing.id != id || now - typing.lastMillis > REST_MILLIS) {
            typing = new Typing(id);
        }
        typing.lastMillis = now;
        return typing.step;
    }

    /// Writes other changes, after those before.
    public void apply(ExampleStore store, List<Change> changes, String sentence, Consumer<Outcome<Long>> whenEnded) {
        add(new Task<>(-1, true, _ -> store.apply(changes, sentence), whenEnded));
    }

    /// Steps back, or forward, after all that is being written.
    public void travel(ExampleStore store, boolean back, Consumer<Outcome<Optional<Step>>> whenEnded) {
        add(new Task<>(-1, false, _ -> back ? store.undo() : store.redo(), whenEnded));
    }

    /// Ends when all that is being written or waits now is written.
    public Work<?> settled() {
        var written = new CountDownLatch(1);
        add(new Task<>(-1, false, _ -> {
            written.countDown();
            return 0;
        }, _ -> {}));
        return _ -> {
            written.await();
            return 0;
        };
    }

    /// The body of an example that is not on the disk yet.
    public Optional<Unsaved> unsaved(long id) {
        return Optional.ofNullable(unsaved.get(id));
    }

    /// How many changes are being written or wait.
    public ReadOnlyIntegerProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    /// What has to be written before the project closes, in order: what is under way, what waits, and what failed. From
    /// here on nothing else is written.
    public Work<?> last() {
        var works = new ArrayList<Work<?>>();
        if (running != null && running.again()) {
            works.add(running.work());
        }
        waiting.forEach(task -> works.add(task.work()));
        unsaved.forEach((id, body) -> works.add(write(body.store(), id, body.body(),
                "Edited example " + ExampleWords.number(id), typingIn(id))));
        waiting.clear();
        unsaved.clear();
        return progress -> {
            for (Work<?> work : works) {
                work.run(progress);
            }
            return works.size();
        };
    }

    /// `step` is joined, and then holds the step that was made.
    private static Work<Long> write(ExampleStore store, long id, ObjectNode body, String sentence, AtomicLong step) {
        return _ -> {
            step.set(store.apply(List.of(new Change.SetBody(id, body)), sentence, step.get()));
            return step.get();
        };
    }

    private void bodyWritten(long id, ObjectNode body, Outcome<Long> outcome) {
        Unsaved now = unsaved.get(id);
        if (now == null || !now.body().equals(body)) {
            return; // a newer one is on its way
        }
        switch (outcome) {
            case Outcome.Done<Long> _ -> unsaved.remove(id);
            case Outcome.Failed<Long>(var cause) -> unsaved.put(id,
                    new Unsaved(now.store(), body, Optional.of(cause)));
            case Outcome.Stopped<Long>() -> {}
        }
    }

    private void add(Task<?> task) {
        waiting.add(task);
        next();
    }

    private void next() {
        if (running == null && !waiting.isEmpty()) {
            start(waiting.remove());
        }
        pending.set(waiting.size() + (running == null ? 0 : 1));
    }

    private <T> void start(Task<T> task) {
        running = task;
        session.read(task.work(), outcome -> {
            running = null;
            task.whenEnded().accept(outcome);
            next();
        });
    }
}
