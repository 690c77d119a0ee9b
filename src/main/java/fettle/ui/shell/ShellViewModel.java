package fettle.ui.shell;

import fettle.project.Project;
import fettle.ui.session.Appearance;
import fettle.ui.session.Command;
import fettle.ui.session.Destination;
import fettle.ui.session.Place;
import fettle.ui.session.Session;
import fettle.ui.session.Words;
import java.util.Set;
import java.util.function.LongSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.feather.Feather;

/// The frame without its pixels: where one is, what the bars say, what the keys do.
public final class ShellViewModel {

    private final Session session;
    private final ObservableValue<Place> place;
    private final ObservableValue<StatusLine> status;

    /// `clock` is milliseconds since the epoch.
    public ShellViewModel(Session session, LongSupplier clock) {
        this.session = session;
        this.place = session.destinationProperty().map(Destination::place);
        this.status = Bindings.createObjectBinding(() -> StatusLine.of(session.jobs(), clock.getAsLong()),
                session.jobs());
        addSettings();
    }

    // ---- commands ----

    void goTo(Place to) {
        session.goTo(to);
    }

    /// Asks the job in the status bar to stop.
    void stop() {
        session.stop(status.getValue().jobId());
    }

    void dismissProblem() {
        session.problemProperty().set(java.util.Optional.empty());
    }

    /// Adds the commands that go to these places.
    void addPlaces(Set<Place> present) {
        for (Place to : present) {
            Command go = Command.of("go-" + to.name().toLowerCase(java.util.Locale.ROOT), to.title(), to.icon(),
                    () -> goTo(to)).kind(Command.Kind.GO_TO).keys(to.keys());
            session.commands().add(to.needsProject() ? go.when(session.hasProject()) : go);
        }
    }

    private void addSettings() {
        Appearance appearance = session.appearance();
        session.commands().add(
                Command.of("toggle-theme", "Theme: light or dark", Feather.SUN, appearance::toggle)
                        .kind(Command.Kind.SETTING),
                Command.of("theme-system", "Theme: follow the system", Feather.MONITOR,
                        () -> appearance.choiceProperty().set(Appearance.Choice.SYSTEM)).kind(Command.Kind.SETTING),
                Command.of("text-larger", "Text: larger", Feather.ZOOM_IN, () -> appearance.resizeText(10))
                        .kind(Command.Kind.SETTING).keys("Shortcut+="),
                Command.of("text-smaller", "Text: smaller", Feather.ZOOM_OUT, () -> appearance.resizeText(-10))
                        .kind(Command.Kind.SETTING).keys("Shortcut+-"));
    }

    // ---- properties ----

    Session session() {
        return session;
    }

    ObservableValue<Place> place() {
        return place;
    }

    ObservableValue<StatusLine> status() {
        return status;
    }

    ObservableValue<String> projectName() {
        return session.projectProperty().map(open -> open.map(Project::name).orElse("No project"));
    }

    /// Who holds the project, when it can only be read; empty otherwise.
    ObservableValue<String> readOnly() {
        return session.projectProperty().map(open -> open.flatMap(Project::holder).orElse(""));
    }

    ObservableValue<String> count(Place of) {
        if (of == Place.JOBS) {
            return Bindings.createStringBinding(() -> {
                long running = session.jobs().stream().filter(job -> job.running()).count();
                return running == 0 ? "" : Words.number(running);
            }, session.jobs());
        }
        return session.countsProperty().map(counts -> counts.at(of));
    }

    ObservableValue<String> exampleCount() {
        return session.countsProperty()
                .map(counts -> counts.examples() == 0 ? "" : Words.count(counts.examples(), "example", "examples"));
    }

    /// What is safe.
    ObservableValue<String> saved() {
        return session.projectProperty().map(open -> open.flatMap(Project::holder).isPresent()
                ? "Read only: nothing is changed"
                : "Everything is saved");
    }

}
