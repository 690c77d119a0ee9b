package fettle.ui.history;

import fettle.example.ExampleStore;
import fettle.example.Step;
import fettle.job.Outcome;
import fettle.job.Work;
import fettle.project.Project;
import fettle.ui.session.Command;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kordamp.ikonli.feather.Feather;

/// The history without its pixels: all steps, newest first, and travelling to any of them.
public final class HistoryViewModel {

    private final Session session;
    private final ObservableList<Step> steps = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("");
    private final Reading<List<Step>> reading;

    public HistoryViewModel(Session session) {
        this.session = session;
        this.reading = new Reading<>(session, this::read);
        session.revisionProperty().subscribe(this::refresh);
        session.commands().add(
                Command.of("undo", "Undo", Feather.CORNER_UP_LEFT, () -> move(ExampleStore::undo)).keys("Shortcut+Z")
                        .when(session.writable()),
                Command.of("redo", "Redo", Feather.CORNER_UP_RIGHT, () -> move(ExampleStore::redo))
                        .keys("Shift+Shortcut+Z|Shortcut+Y").when(session.writable()));
    }

    // ---- commands ----

    /// Goes to just after a step; 0 is before the first.
    void travel(long number) {
        Project project = session.projectProperty().get().orElseThrow();
        change(_ -> {
            ExampleStore examples = project.examples();
            List<Step> history = examples.history();
            long back = history.stream().filter(step -> !step.undone() && step.number() > number).count();
            long forth = history.stream().filter(step -> step.undone() && step.number() <= number).count();
            for (long steps = 0; steps < back; steps++) {
                examples.undo();
            }
            for (long steps = 0; steps < forth; steps++) {
                examples.redo();
            }
            return Optional.empty();
        });
    }

    private interface Move {

        Optional<Step> of(ExampleStore examples) throws java.io.IOException;
    }

    private void move(Move move) {
        session.projectProperty().get().ifPresent(project -> change(_ -> move.of(project.examples())));
    }

    private void change(Work<Optional<Step>> work) {
        session.read(work, outcome -> {
            if (outcome instanceof Outcome.Failed<Optional<Step>>(var cause)) {
                session.tell(cause);
            }
            session.changed();
        });
    }

    // ---- properties ----

    /// Newest first.
    ObservableList<Step> steps() {
        return steps;
    }

    /// "12 of 14": where the project stands.
    ReadOnlyStringProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    Session session() {
        return session;
    }

    private void refresh() {
        session.projectProperty().get().ifPresent(project -> reading.start(_ -> project.examples().history()));
    }

    private void read(List<Step> history) {
        steps.setAll(history.reversed());
        long done = history.stream().filter(step -> !step.undone()).count();
        place.set(history.isEmpty() ? "" : done + " of " + history.size());
    }
}
