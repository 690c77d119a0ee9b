package fettle.app;

import fettle.job.Jobs;
import fettle.ui.chunk.ChunksView;
import fettle.ui.chunk.ChunksViewModel;
import fettle.ui.control.Overlay;
import fettle.ui.document.DocumentsView;
import fettle.ui.document.DocumentsViewModel;
import fettle.ui.history.HistoryPanel;
import fettle.ui.history.HistoryViewModel;
import fettle.ui.session.Chooser;
import fettle.ui.session.Place;
import fettle.ui.session.Screen;
import fettle.ui.session.Session;
import fettle.ui.shell.ShellView;
import fettle.ui.shell.ShellViewModel;
import fettle.ui.source.SourcesView;
import fettle.ui.source.SourcesViewModel;
import fettle.ui.start.StartView;
import fettle.ui.start.StartViewModel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.scene.Parent;

/// All that a window shows, without the window: the session, every screen, the frame around them. Made on the screen
/// thread; the tour draws it, the window shows it.
final class Frame {

    private final Jobs jobs;
    private final Jobs reads;
    private final Session session;
    private final Overlay overlay = new Overlay();
    private final Set<Place> places = EnumSet.noneOf(Place.class);
    private final Parent root;

    /// `screen` runs what is reported on the screen thread.
    Frame(Wiring wiring, Chooser chooser, Executor screen) {
        jobs = new Jobs(screen);
        reads = new Jobs(screen);
        session = new Session(jobs, reads, screen);
        List<Screen> screens = screens(wiring, chooser);
        screens.forEach(made -> places.add(made.place()));
        new HistoryPanel(new HistoryViewModel(session), overlay);
        root = new ShellView(new ShellViewModel(session, System::currentTimeMillis), screens, overlay).root();
    }

    private List<Screen> screens(Wiring wiring, Chooser chooser) {
        PathWork work = wiring.pathWork();
        var sources = new SourcesViewModel(session, work, chooser);
        var start = new StartViewModel(session, wiring.shelf(), chooser, sources::bringIn);
        var screens = new ArrayList<Screen>();
        screens.add(new StartView(start, overlay));
        screens.add(new SourcesView(sources, overlay));
        screens.add(new DocumentsView(new DocumentsViewModel(session)));
        screens.add(new ChunksView(new ChunksViewModel(session, work), overlay));
        return screens;
    }

    Session session() {
        return session;
    }

    Overlay overlay() {
        return overlay;
    }

    /// The root of the scene.
    Parent root() {
        return root;
    }

    /// Whether there is such a screen.
    boolean has(Place place) {
        return places.contains(place);
    }

    /// Whether nothing is running or being read.
    boolean quiet() {
        return jobs.running().isEmpty() && reads.running().isEmpty();
    }

    /// Stops all work and waits for its end, at most `millis` milliseconds.
    void stopAll(long millis) throws InterruptedException {
        jobs.stopAll(millis);
    }
}
