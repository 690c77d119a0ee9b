package fettle.ui.tuning;

import fettle.job.Job;
import fettle.job.Outcome;
import fettle.job.Work;
import fettle.model.Registry;
import fettle.project.Project;
import fettle.tuning.Recipe;
import fettle.tuning.Tuning;
import fettle.tuning.TuningEvent;
import fettle.tuning.TuningStatus;
import fettle.ui.session.Place;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The tuning screen without its pixels. What a running tuning says is queued where it is said and taken in on the screen
/// thread, all of it at once, so that a fast one never floods the window.
public final class TuningViewModel {

    /// One state at a time.
    sealed interface State {
        record Loading() implements State {}

        /// There is nothing to train on.
        record NoRows() implements State {}

        /// What would be tuned, and how.
        record Form() implements State {}

        /// Started, but nothing heard yet.
        record Starting(String base) implements State {}

        /// A tuning is looked at; `live` while it runs here.
        record Looking(Shown shown, boolean live) implements State {}
    }

    private final Session session;
    private final Registry registry;
    private final TuningWork work;
    private final Executor screen;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Loading());
    private final ReadOnlyObjectWrapper<Known> known = new ReadOnlyObjectWrapper<>(Known.NOTHING);
    private final ReadOnlyLongWrapper heard = new ReadOnlyLongWrapper();
    private final StringProperty base = new SimpleStringProperty("");
    private final RecipeForm form = new RecipeForm();
    private final Reading<Known> reading;
    private final Reading<Shown> looking;
    private final ConcurrentLinkedQueue<TuningEvent> events = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private @Nullable Job job;
    private @Nullable TuningTrace live;
    private String wanted = "";
    private boolean sought;
    private String suggestedEpochs = Setting.EPOCHS.of(Recipe.DEFAULT);

    /// `screen` runs what is heard from a tuning, on the screen thread.
    public TuningViewModel(Session session, Registry registry, TuningWork work, Executor screen) {
        this.session = session;
        this.registry = registry;
        this.work = work;
        this.screen = screen;
        reading = new Reading<>(session, this::loaded);
        looking = new Reading<>(session, this::looked);
        session.revisionProperty().addListener(_ -> load());
        session.projectProperty().addListener((_, _, _) -> state.set(new State.Loading()));
        load();
    }

    // ---- commands ----

    /// Tunes with what the form says. Nothing happens while one runs or the form is wrong.
    void start() {
        if (job == null) {
            project().ifPresent(project -> form.recipe().ifPresent(recipe -> run("Tuning " + base.get(), base.get(),
                    work.begin(project, base.get(), recipe, this::hear), new TuningTrace())));
        }
    }

    /// Goes on with the tuning that is looked at.
    void resume() {
        if (job == null && state.get() instanceof State.Looking(var shown, _)
                && shown.tuning().status().resumable()) {
            project().ifPresent(project -> run("Tuning " + shown.tuning().id(), shown.tuning().base(),
                    work.resume(project, shown.tuning(), this::hear), shown.trace()));
        }
    }

    private void run(String title, String from, Work<Tuning> tuning, TuningTrace trace) {
        events.clear();
        live = trace;
        sought = false;
        state.set(new State.Starting(from));
        job = session.work(title, tuning, this::ended);
    }

    /// Asks the running tuning to keep a checkpoint and end.
    void stop() {
        if (job != null) {
            job.cancel();
        }
    }

    /// Looks at a tuning.
    void show(String id) {
        wanted = id;
        known.get().find(id).ifPresent(this::look);
    }

    /// Goes to the form. The fields keep what they say.
    void newTuning() {
        wanted = "";
        state.set(known.get().preview().rows() == 0 ? new State.NoRows() : new State.Form());
    }

    /// Goes to the form with another tuning's recipe.
    void again(Tuning tuning) {
        form.fill(tuning.recipe());
        base.set(tuning.base());
        newTuning();
    }

    /// Talks to the tuned model.
    void talk(Tuning tuning) {
        tuning.model().ifPresent(model -> session.show(Place.MODELS, model));
    }

    void goToExamples() {
        session.goTo(Place.EXAMPLES);
    }

    // ---- what comes back ----

    private void load() {
        project().ifPresent(project -> reading.start(new Known.Read(project, registry)));
    }

    private void loaded(Known now) {
        known.set(now);
        suggest(now.preview());
        if (base.get().isEmpty() || !now.bases().contains(base.get())) {
            base.set(now.tunings().stream().map(Tuning::base).filter(now.bases()::contains).findFirst()
                    .orElse(now.bases().stream().findFirst().orElse("")));
        }
        Optional<Tuning> running = job == null ? Optional.empty() : newestRunning();
        switch (state.get()) {
            case State.Starting _ when live != null && live.latest().isPresent() -> {
                sought = running.isPresent();
                running.ifPresent(this::look);
            }
            case State.Looking(var shown, _) -> now.find(shown.tuning().id()).ifPresent(this::look);
            case State.Loading(),State.NoRows(),State.Form() -> {
                Optional<Tuning> asked = now.find(wanted);
                asked.ifPresentOrElse(this::look, this::newTuning);
            }
            case State.Starting _ -> {}
        }
    }

    /// A small set needs more passes; what the person wrote stays.
    private void suggest(Preview preview) {
        String fresh = Setting.EPOCHS.of(Recipe.forRows(preview.train()));
        if (form.text(Setting.EPOCHS).get().equals(suggestedEpochs)) {
            form.text(Setting.EPOCHS).set(fresh);
        }
        suggestedEpochs = fresh;
    }

    private Optional<Tuning> newestRunning() {
        return known.get().tunings().stream().filter(tuning -> tuning.status() == TuningStatus.RUNNING).findFirst();
    }

    private void look(Tuning tuning) {
        wanted = tuning.id();
        project().ifPresent(project -> looking.start(new Shown.Read(project.tunings(), tuning,
                known.get().before(tuning), isLive(tuning) ? Optional.ofNullable(live) : Optional.empty())));
    }

    private boolean isLive(Tuning tuning) {
        return job != null && newestRunning().map(running -> running.id().equals(tuning.id())).orElse(false);
    }

    private void looked(Shown shown) {
        if (shown.tuning().id().equals(wanted)) {
            state.set(new State.Looking(shown, isLive(shown.tuning())));
        }
    }

    private void hear(TuningEvent event) {
        events.add(event);
        if (asked.compareAndSet(false, true)) {
            screen.execute(this::takeIn);
        }
    }

    private void takeIn() {
        asked.set(false);
        if (live == null) {
            return;
        }
        for (TuningEvent event = events.poll(); event != null; event = events.poll()) {
            live.accept(event);
        }
        heard.set(heard.get() + 1);
        if (state.get() instanceof State.Starting && live.latest().isPresent() && !sought) {
            sought = true;
            load();
        }
    }

    private void ended(Outcome<Tuning> outcome) {
        takeIn();
        job = null;
        switch (outcome) {
            case Outcome.Done(var tuning) -> wanted = tuning.id();
            case Outcome.Failed(var cause) -> session.tell(cause);
            case Outcome.Stopped() -> {}
        }
        if (state.get() instanceof State.Starting) {
            state.set(new State.Loading());
        }
    }

    private Optional<Project> project() {
        return session.projectProperty().get();
    }

    // ---- properties ----

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Known> knownProperty() {
        return known.getReadOnlyProperty();
    }

    /// Grows each time that a running tuning has said something.
    ReadOnlyLongProperty heardProperty() {
        return heard.getReadOnlyProperty();
    }

    /// Id of the model that the form would tune.
    StringProperty baseProperty() {
        return base;
    }

    RecipeForm form() {
        return form;
    }

    Session session() {
        return session;
    }

    /// Whether a tuning runs here.
    boolean running() {
        return job != null;
    }
}
