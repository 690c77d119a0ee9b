package fettle.app;

import fettle.job.Jobs;
import fettle.token.Encoding;
import fettle.ui.chunk.ChunksView;
import fettle.ui.chunk.ChunksViewModel;
import fettle.ui.control.Overlay;
import fettle.ui.dataset.DatasetScreen;
import fettle.ui.document.DocumentsView;
import fettle.ui.document.DocumentsViewModel;
import fettle.ui.evaluation.EvaluationScreen;
import fettle.ui.example.ExampleTools;
import fettle.ui.example.ExamplesScreen;
import fettle.ui.example.spelling.Dictionaries;
import fettle.ui.history.HistoryPanel;
import fettle.ui.history.HistoryViewModel;
import fettle.ui.jobs.JobsScreen;
import fettle.ui.model.ModelsScreen;
import fettle.ui.session.Chooser;
import fettle.ui.session.FxMoment;
import fettle.ui.session.Place;
import fettle.ui.session.Screen;
import fettle.ui.session.Session;
import fettle.ui.settings.NetworkPanel;
import fettle.ui.settings.NetworkViewModel;
import fettle.ui.settings.SettingsView;
import fettle.ui.settings.SettingsViewModel;
import fettle.ui.shell.ShellView;
import fettle.ui.shell.ShellViewModel;
import fettle.ui.source.SourcesView;
import fettle.ui.source.SourcesViewModel;
import fettle.ui.source.intake.ImportDialogs;
import fettle.ui.source.intake.ImportWork;
import fettle.ui.source.intake.IntakeToasts;
import fettle.ui.source.intake.IntakeView;
import fettle.ui.source.intake.IntakeViewModel;
import fettle.ui.start.StartView;
import fettle.ui.start.StartViewModel;
import fettle.ui.tuning.TuningScreen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// All that a window shows, without the window: the session, every screen, the frame around them. Made on the screen
/// thread; the tour draws it, the window shows it.
final class Frame {

    /// Tokens that a row may have before the editor warns: the limit of a usual tuning.
    private static final int TOKEN_LIMIT = 4096;

    private final Jobs jobs;
    private final Jobs reads;
    private final Session session;
    private final Overlay overlay = new Overlay();
    private final Set<Place> places = EnumSet.noneOf(Place.class);
    private final Parent root;
    private @Nullable ModelsScreen models;
    private @Nullable ImportDialogs imports;

    /// `screen` runs what is reported on the screen thread.
    Frame(Wiring wiring, Chooser chooser, Executor screen) {
        jobs = new Jobs(screen);
        reads = new Jobs(screen);
        session = new Session(jobs, reads, screen);
        List<Screen> screens = screens(wiring, chooser, screen);
        screens.forEach(made -> places.add(made.place()));
        new HistoryPanel(new HistoryViewModel(session, sentence -> overlay.toast(sentence, "", () -> {})), overlay);
        new NetworkPanel(new NetworkViewModel(session, wiring.networkLog(), screen), overlay);
        session.offlineProperty().subscribe(wiring::setOffline);
        root = new ShellView(new ShellViewModel(session, System::currentTimeMillis), screens, overlay).root();
    }

    private List<Screen> screens(Wiring wiring, Chooser chooser, Executor screen) {
        PathWork work = wiring.pathWork();
        var opener = new DesktopOpener();
        var local = new LocalWork(wiring);
        var intake = new IntakeViewModel(session, new ImportWork(wiring.rows()), chooser, new IntakeToasts(overlay),
                FxMoment::new);
        new IntakeView(intake, overlay);
        imports = intake;
        var sources = new SourcesViewModel(session, work, chooser, opener, intake);
        var start = new StartViewModel(session, wiring.shelf(), chooser, sources::bringIn);
        var screens = new ArrayList<Screen>();
        screens.add(new StartView(start, overlay));
        screens.add(new SourcesView(sources, overlay));
        screens.add(new DocumentsView(new DocumentsViewModel(session, work, opener)));
        screens.add(new ChunksView(new ChunksViewModel(session, work), overlay));
        var providers = new GivenModels(wiring);
        screens.add(new ExamplesScreen(session, overlay, new ExampleTools(Encoding.DEFAULT, TOKEN_LIMIT,
                sources::addFiles, providers, new GivenFamilies(wiring), new GivenAsk(wiring, providers),
                Dictionaries.of(wiring.home())), wiring.places()));
        screens.add(new DatasetScreen(session, overlay, local, chooser));
        screens.add(new TuningScreen(session, overlay, wiring.registry(), local, screen));
        models = new ModelsScreen(session, overlay, local, chooser, screen);
        screens.add(models);
        screens.add(new EvaluationScreen(session, wiring.registry(), wiring.runner()));
        screens.add(new JobsScreen(session));
        screens.add(new SettingsView(new SettingsViewModel(session, wiring.provider())));
        return screens;
    }

    /// Asks the base and the tuned model, as a person would in the chat.
    void ask(String prompt) {
        if (models != null) {
            models.ask(prompt);
        }
    }

    /// Reads a file and shows what it holds, as when a person drops it.
    void look(Path file) {
        if (imports != null) {
            imports.open(List.of(file));
        }
    }

    /// What the tuned model said last; empty before.
    String answer() {
        return models == null ? "" : models.answer();
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
