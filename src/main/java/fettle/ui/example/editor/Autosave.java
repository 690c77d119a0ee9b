package fettle.ui.example.editor;

import fettle.job.ExpectedException;
import fettle.job.Outcome;
import fettle.ui.example.editor.EditorState.Saved;
import fettle.ui.session.Moment;
import fettle.ui.session.Session;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tools.jackson.databind.node.ObjectNode;

/// When what is typed in the open row is handed over to [Saving], and how that went. Screen thread only.
final class Autosave {

    private static final long PAUSE_MILLIS = 500;

    /// Who types on without a rest has it written all the same: at most a second of typing is ever lost.
    private static final long LONGEST_MILLIS = 700;

    private final ReadOnlyObjectWrapper<Saved> saved = new ReadOnlyObjectWrapper<>(new Saved.Untouched());
    private final Session session;
    private final Saving saving;
    private final LongSupplier row;
    private final Moment pause;
    private final Moment longest;
    private boolean dirty;

    /// @param row the id of the open row, or -1
    Autosave(Session session, Saving saving, LongSupplier row, Moment.Maker moments) {
        this.session = session;
        this.saving = saving;
        this.row = row;
        this.pause = moments.of(PAUSE_MILLIS);
        this.longest = moments.of(LONGEST_MILLIS);
    }

    ReadOnlyObjectProperty<Saved> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /// Whether something was typed that was not handed over yet.
    boolean isDirty() {
        return dirty;
    }

    /// A row is shown, as it was read or as it could not be written before.
    void shown(Optional<Saving.Unsaved> unsaved) {
        saved.set(unsaved.flatMap(Saving.Unsaved::problem).map(Autosave::failed).orElse(new Saved.Untouched()));
    }

    /// Something was typed; `save` is called in a moment.
    void typed(Runnable save) {
        if (!dirty) {
            longest.restart(save);
        }
        dirty = true;
        saved.set(new Saved.Underway());
        pause.restart(save);
    }

    /// Nothing waits any longer: it is being written now, or is not wanted.
    void cancel() {
        pause.cancel();
        longest.cancel();
    }

    /// The texts on the screen were read anew.
    void clean() {
        dirty = false;
    }

    void forget() {
        cancel();
        dirty = false;
        saved.set(new Saved.Untouched());
    }

    /// From here on the text counts as handed over: the areas keep their places, what is typed next is a new change.
    void write(ObjectNode body, String sentence) {
        long id = row.getAsLong();
        dirty = false;
        saved.set(new Saved.Underway());
        session.projectProperty().get().ifPresent(
                project -> saving.body(project.examples(), id, body, sentence, outcome -> written(id, outcome)));
    }

    private void written(long id, Outcome<Long> outcome) {
        switch (outcome) {
            case Outcome.Done<Long> _ -> {
                if (id == row.getAsLong() && !dirty) {
                    saved.set(new Saved.Done());
                }
            }
            case Outcome.Failed<Long>(var cause) -> {
                session.tell(cause);
                if (id == row.getAsLong()) {
                    saved.set(failed(cause));
                }
            }
            case Outcome.Stopped<Long>() -> {}
        }
    }

    private static Saved failed(Throwable cause) {
        String why = cause instanceof ExpectedException expected ? expected.getMessage() : "It could not be written.";
        return new Saved.Failed("Not saved, the text is kept here. " + why);
    }
}
