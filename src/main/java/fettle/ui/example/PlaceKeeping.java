package fettle.ui.example;

import fettle.job.Outcome;
import fettle.job.Work;
import fettle.project.Project;
import fettle.ui.session.Moment;
import fettle.ui.session.Session;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// Keeps the place of each project behind what the person does, and gives it back when the project is opened again. A
/// place that cannot be written is no reason to disturb anyone.
final class PlaceKeeping {

    private static final long PAUSE_MILLIS = 700;

    private final Session session;
    private final PlaceShelf shelf;
    private final ScreenPlace place;
    private final Moment pause;
    private Optional<Path> folder = Optional.empty();

    PlaceKeeping(Session session, PlaceShelf shelf, ScreenPlace place, Moment.Maker moments) {
        this.session = session;
        this.shelf = shelf;
        this.place = place;
        this.pause = moments.of(PAUSE_MILLIS);
        place.query().queryProperty().addListener(_ -> changed());
        place.query().partsProperty().addListener(_ -> changed());
        place.table().openProperty().addListener(_ -> changed());
        place.table().firstLineProperty().addListener(_ -> changed());
        place.table().selection().stateProperty().addListener(_ -> changed());
        place.table().columns().shownProperty().addListener(_ -> changed());
        place.facets().layoutProperty().addListener(_ -> changed());
        place.views().stateProperty().addListener(_ -> changed());
        place.drafts().keptProperty().addListener(_ -> changed());
    }

    /// Reads the place of a project, shows it, and then hands over the row that was open, or -1.
    void open(Project project, Consumer<Long> then) {
        folder = Optional.empty();
        pause.cancel();
        Path opened = project.folder();
        session.<Optional<ObjectNode>>read(_ -> shelf.read(opened), outcome -> {
            if (session.projectProperty().get().filter(project::equals).isEmpty()) {
                return;
            }
            long open = outcome instanceof Outcome.Done<Optional<ObjectNode>>(var kept) && kept.isPresent()
                    ? place.show(kept.get())
                    : -1;
            folder = Optional.of(opened);
            then.accept(open);
        });
    }

    /// The place as it is now, to be written before the project closes. What the screen forgets from here on is not
    /// written over it.
    Work<?> last() {
        pause.cancel();
        Optional<Path> mine = folder;
        folder = Optional.empty();
        ObjectNode now = place.write();
        return _ -> {
            if (mine.isPresent()) {
                write(mine.get(), now);
            }
            return mine;
        };
    }

    private void changed() {
        if (folder.isPresent()) {
            pause.restart(() -> folder.ifPresent(mine -> {
                ObjectNode now = place.write();
                session.read(_ -> {
                    write(mine, now);
                    return mine;
                }, _ -> {});
            }));
        }
    }

    private void write(Path mine, ObjectNode now) {
        try {
            shelf.write(mine, now);
        } catch (java.io.IOException _) {
            // the next start begins where it can
        }
    }
}
