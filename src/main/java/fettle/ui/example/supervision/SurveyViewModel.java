package fettle.ui.example.supervision;

import fettle.example.ExampleQuery;
import fettle.job.Job;
import fettle.job.Outcome;
import fettle.job.Work;
import fettle.model.Families.Choice;
import fettle.project.Project;
import fettle.token.Encoding;
import fettle.tuning.supervision.Family;
import fettle.tuning.supervision.SupervisionSurvey;
import fettle.tuning.supervision.SurveyColumns;
import fettle.tuning.supervision.SurveySupervision;
import fettle.ui.session.Moment;
import fettle.ui.session.Session;
import fettle.ui.session.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// What will be trained of all kept rows with the chosen family. A small project is counted at once, a large one when the
/// person asks, as a job that can be stopped. What is found becomes the field `supervision` of the rows.
public final class SurveyViewModel {

    /// Up to so many rows are counted without being asked.
    private static final int AT_ONCE = 2000;
    private static final long PAUSE_MILLIS = 1500;

    private final SupervisionViewModel supervision;
    private final Session session;
    private final Consumer<String> narrow;
    private final Runnable derived;
    private final Moment pause;
    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Unknown(0));
    private @Nullable Job running;
    private long lookedAt = -1;

    /// How much is known.
    public sealed interface State {

        /// Nobody has counted; `rows` would be.
        record Unknown(int rows) implements State {}

        record Underway() implements State {}

        /// `stale` when rows have changed since.
        record Done(SupervisionSurvey survey, boolean stale) implements State {}
    }

    /// `narrow` shows the rows of a filter; `derived` hears when rows can be asked for the field anew.
    public SurveyViewModel(SupervisionViewModel supervision, Consumer<String> narrow, Runnable derived,
            Moment.Maker moments) {
        this.supervision = supervision;
        this.session = supervision.session();
        this.narrow = narrow;
        this.derived = derived;
        this.pause = moments.of(PAUSE_MILLIS);
        wanted.addListener(_ -> keepUp());
        session.revisionProperty().addListener(_ -> keepUp());
        supervision.stateProperty().addListener(_ -> look());
        session.projectProperty().addListener(_ -> forget());
    }

    // ---- commands ----

    /// Counts what is not counted yet, if that is quick; else says how many rows there are.
    void look() {
        boolean other = state.get() instanceof State.Done(var survey, _) && !isOf(survey);
        boolean changed = lookedAt != session.revisionProperty().get();
        if (running != null || supervision.stateProperty().get() instanceof SupervisionViewModel.State.Nothing) {
            return;
        }
        if (!other && !changed && state.get() instanceof State.Done) {
            return;
        }
        int rows = session.projectProperty().get().map(project -> project.examples().size()).orElse(0);
        boolean quick = supervision.stateProperty().get() instanceof SupervisionViewModel.State.Shown(var family, _)
                && isCounted(family);
        if (quick || rows <= AT_ONCE) {
            start(false);
        } else if (state.get() instanceof State.Done(var survey, _) && !other) {
            state.set(new State.Done(survey, true));
        } else {
            state.set(new State.Unknown(rows));
        }
    }

    /// Counts all rows, as a job that the person sees.
    void count() {
        start(true);
    }

    void stop() {
        if (running != null) {
            running.cancel();
        }
    }

    /// Shows the rows from which nothing is learned.
    void showIdle() {
        narrow.accept("supervision = (\"teaches nothing\", \"cut off by the limit\", \"refused by the template\")");
    }

    /// Shows the rows of which something is cut off.
    void showPartlyCut() {
        narrow.accept("supervision = \"partly cut\"");
    }

    // ---- properties ----

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether somebody asks for the field while the mode is not shown: a facet, or the filter.
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    /// What is known, a sentence.
    String sentence() {
        return switch (state.get()) {
            case State.Unknown(int rows) ->
                Words.count(rows, "row has", "rows have") + " not been counted for this family.";
            case State.Underway() -> "Counting what is trained of all rows…";
            case State.Done(var survey, boolean stale) -> survey.sentence()
                    + (stale ? " Rows have changed since." : "");
        };
    }

    // ---- what happens ----

    private void keepUp() {
        if (wanted.get() && lookedAt != session.revisionProperty().get()) {
            pause.restart(() -> {
                if (supervision.chosenProperty().get().isEmpty()) {
                    supervision.refresh(); // which looks here once it knows the families
                } else {
                    look();
                }
            });
        }
    }

    private boolean isOf(SupervisionSurvey survey) {
        return supervision.stateProperty().get() instanceof SupervisionViewModel.State.Shown(var family, _)
                ? survey.family().id().equals(family.id()) && survey.family().limit() == family.limit()
                : supervision.chosenProperty().get().map(Choice::id).equals(Optional.of(survey.family().id()));
    }

    private void start(boolean seen) {
        Optional<Project> project = session.projectProperty().get();
        Optional<Choice> choice = supervision.chosenProperty().get();
        if (project.isEmpty() || choice.isEmpty()) {
            return;
        }
        lookedAt = session.revisionProperty().get();
        State before = state.get();
        if (seen || !(before instanceof State.Done)) {
            state.set(new State.Underway());
        }
        Work<SupervisionSurvey> work = survey(project.get(), choice.get());
        running = seen
                ? session.work("Count what is trained", work, outcome -> ended(outcome, before))
                : session.read(work, outcome -> ended(outcome, before));
    }

    private Work<SupervisionSurvey> survey(Project project, Choice choice) {
        return progress -> {
            var family = supervision.open(choice, project);
            Work<SupervisionSurvey> work = isCounted(family)
                    ? new SurveyColumns(project.examples(), ExampleQuery.KEPT, (Family.Hosted) family)
                    : new SurveySupervision(project.examples(), ExampleQuery.KEPT, family);
            SupervisionSurvey found = work.run(progress);
            project.examples().derive("supervision", found.rowsByValue());
            return found;
        };
    }

    /// Whether its tokens are those that every project counts.
    private static boolean isCounted(Family family) {
        return family instanceof Family.Hosted hosted && hosted.encoding() == Encoding.DEFAULT;
    }

    private void ended(Outcome<SupervisionSurvey> outcome, State before) {
        running = null;
        switch (outcome) {
            case Outcome.Done(var survey) -> {
                state.set(new State.Done(survey, false));
                derived.run();
                lookedAt = Math.max(lookedAt, session.revisionProperty().get());
                if (!isOf(survey)) {
                    look(); // another family was chosen meanwhile
                }
            }
            case Outcome.Failed(var cause) -> {
                state.set(before);
                session.tell(cause);
            }
            case Outcome.Stopped() -> state.set(before);
        }
    }

    private void forget() {
        stop();
        lookedAt = -1;
        state.set(new State.Unknown(0));
    }
}
