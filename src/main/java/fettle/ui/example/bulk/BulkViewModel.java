package fettle.ui.example.bulk;

import fettle.example.ExampleStore;
import fettle.example.bulk.ActOnRows;
import fettle.job.Outcome;
import fettle.project.Project;
import fettle.ui.example.editor.Saving;
import fettle.ui.example.table.Targets;
import fettle.ui.session.Session;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;

/// Does things to many rows: the selected ones, or all that are shown. Each is a job and one step of the history.
public final class BulkViewModel {

    /// Tells what has just happened.
    @FunctionalInterface
    public interface Says {

        /// `undoable` when it was a step, which can be taken back.
        void tell(String sentence, boolean undoable);
    }

    private final Session session;
    private final ObservableValue<Targets> targets;
    private final Saving saving;
    private final Runnable save;
    private final Says says;

    /// `save` writes what was typed, through `saving`; `says` shows a sentence about what has just
    /// happened.
    public BulkViewModel(Session session, ObservableValue<Targets> targets, Saving saving, Runnable save,
            Says says) {
        this.session = session;
        this.targets = targets;
        this.saving = saving;
        this.save = save;
        this.says = says;
    }

    // ---- commands ----

    /// Does it to the rows that are meant now.
    void run(Deed deed) {
        run(deed, targets.getValue(), Set.of());
    }

    /// Does it to these rows, without those that the person left out. What was typed is written first.
    void run(Deed deed, Targets rows, Set<Long> without) {
        if (!session.writable().get() || rows.isEmpty()) {
            return;
        }
        save.run();
        whenSaved(() -> session.projectProperty().get().ifPresent(project -> start(project, deed, rows, without)));
    }

    private void start(Project project, Deed deed, Targets rows, Set<Long> without) {
        var work = new ActOnRows(project.examples(), deed.act(), rows.reader(), Set.copyOf(without), deed::sentence);
        session.work(deed.command(rows.count() - without.size()), work, outcome -> ended(deed, outcome));
    }

    private void ended(Deed deed, Outcome<ActOnRows.Acted> outcome) {
        switch (outcome) {
            case Outcome.Done(var acted) -> says.tell(acted.rows() == 0
                    ? "Nothing was to be changed"
                    : deed.sentence(acted.rows()), acted.rows() > 0);
            case Outcome.Failed(var cause) -> session.tell(cause);
            case Outcome.Stopped() -> says.tell("Stopped: nothing was changed", false);
        }
    }

    /// A body that is still on its way must not be written over what is done here.
    private void whenSaved(Runnable then) {
        if (saving.pendingProperty().get() == 0) {
            then.run();
            return;
        }
        saving.pendingProperty().addListener(new InvalidationListener() {
            @Override
            public void invalidated(javafx.beans.Observable pending) {
                if (saving.pendingProperty().get() == 0) {
                    saving.pendingProperty().removeListener(this);
                    then.run();
                }
            }
        });
    }

    // ---- properties ----

    ObservableValue<Targets> targets() {
        return targets;
    }

    Session session() {
        return session;
    }

    Optional<ExampleStore> store() {
        return session.projectProperty().get().map(Project::examples);
    }
}
