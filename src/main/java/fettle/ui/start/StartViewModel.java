package fettle.ui.start;

import fettle.job.Outcome;
import fettle.job.Work;
import fettle.project.Project;
import fettle.ui.session.Chooser;
import fettle.ui.session.Command;
import fettle.ui.session.Place;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import fettle.ui.start.Shelf.Recent;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.kordamp.ikonli.feather.Feather;

/// The first screen without its pixels: which projects there are, and how one is opened.
public final class StartViewModel {

    /// One state at a time.
    public sealed interface State {
        record Ready(List<Recent> recent) implements State {}

        /// A project is being opened or made.
        record Opening(String what) implements State {}
    }

    private final Session session;
    private final Shelf shelf;
    private final Chooser chooser;
    private final Consumer<List<Path>> bringIn;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Ready(List.of()));
    private final Reading<List<Recent>> recent;

    /// `bringIn` takes files and folders into the project that is open.
    public StartViewModel(Session session, Shelf shelf, Chooser chooser, Consumer<List<Path>> bringIn) {
        this.session = session;
        this.shelf = shelf;
        this.chooser = chooser;
        this.bringIn = bringIn;
        this.recent = new Reading<>(session, found -> state.set(new State.Ready(found)));
        session.commands().add(
                Command.of("walk-sample", "Walk the sample", Feather.PLAY, this::walkSample),
                Command.of("open-project", "Open a project…", Feather.FOLDER, this::choose).keys("Shortcut+O"),
                Command.of("close-project", "Close the project", Feather.X, session::closeProject)
                        .when(session.hasProject()));
    }

    // ---- commands ----

    /// Reads the list of recent projects again.
    public void refresh() {
        recent.start(_ -> shelf.recent());
    }

    public void walkSample() {
        opening("the sample", shelf::sample, List.of());
    }

    /// Lets the person choose a folder that holds a project.
    public void choose() {
        chooser.folder("Open a project").ifPresent(this::open);
    }

    public void open(Path folder) {
        opening(name(folder), _ -> shelf.open(folder), List.of());
    }

    /// Makes an empty project in a folder of that name.
    public void create(Path parent, String name) {
        Path folder = parent.resolve(name.strip());
        opening(name(folder), _ -> shelf.create(folder), List.of());
    }

    /// A project is opened; anything else becomes the first source of a new one.
    public void drop(List<Path> paths) {
        Path first = paths.getFirst();
        if (paths.size() == 1 && shelf.isProject(first)) {
            open(first);
            return;
        }
        String name = stem(first);
        opening(name, _ -> shelf.create(free(shelf.home(), name)), paths);
    }

    private void opening(String what, Work<Project> work, List<Path> firstSources) {
        state.set(new State.Opening(what));
        session.read(work, outcome -> opened(outcome, firstSources));
    }

    private void opened(Outcome<Project> outcome, List<Path> firstSources) {
        switch (outcome) {
            case Outcome.Done(var project) when isOpen(project) -> {
                session.read(_ -> {
                    project.close();
                    return true;
                }, _ -> {});
                session.goTo(Place.SOURCES);
            }
            case Outcome.Done(var project) -> {
                session.open(project);
                session.goTo(Place.SOURCES);
                if (!firstSources.isEmpty()) {
                    bringIn.accept(firstSources);
                }
            }
            case Outcome.Failed(var cause) -> session.tell(cause);
            case Outcome.Stopped() -> {}
        }
        refresh();
    }

    private boolean isOpen(Project project) {
        return session.projectProperty().get().map(open -> open.folder().equals(project.folder())).orElse(false);
    }

    // ---- properties ----

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Where a new project would go.
    public Path home() {
        return shelf.home();
    }

    Chooser chooser() {
        return chooser;
    }

    Session session() {
        return session;
    }

    private static Path free(Path parent, String name) {
        Path folder = parent.resolve(name);
        for (int number = 2; java.nio.file.Files.exists(folder); number++) {
            folder = parent.resolve(name + "-" + number);
        }
        return folder;
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }

    private static String stem(Path path) {
        String name = name(path);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
