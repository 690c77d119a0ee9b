package fettle.ui.evaluation;

import fettle.evaluation.Candidate;
import fettle.evaluation.EvaluateModels;
import fettle.evaluation.Evaluation;
import fettle.evaluation.Question;
import fettle.job.Job;
import fettle.job.Outcome;
import fettle.job.Progress;
import fettle.model.Model;
import fettle.model.ModelRunner;
import fettle.model.Registry;
import fettle.project.Project;
import fettle.ui.session.Place;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The evaluation screen without its pixels.
public final class EvaluationViewModel {

    private static final int LONGEST = 200;

    /// One state at a time.
    sealed interface State {
        record Loading() implements State {}

        /// Nothing has been evaluated yet.
        record Nothing() implements State {}

        /// @param all newest first
        /// @param pairs worst first
        record Looking(List<Evaluation> all, Evaluation evaluation, List<Pair> pairs, Verdict verdict)
                implements
                    State {}
    }

    /// Which rows are listed.
    enum Filter {
        ALL, WORSE, FAILED
    }

    private final Session session;
    private final Registry registry;
    private final ModelRunner runner;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Loading());
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
    private final Reading<State> reading;
    private @Nullable Job job;
    private String wanted = "";

    public EvaluationViewModel(Session session, Registry registry, ModelRunner runner) {
        this.session = session;
        this.registry = registry;
        this.runner = runner;
        reading = new Reading<>(session, state::set);
        session.revisionProperty().addListener(_ -> load());
        session.projectProperty().addListener((_, _, _) -> {
            wanted = "";
            state.set(new State.Loading());
        });
        load();
    }

    // ---- commands ----

    /// Asks the held-back questions of the newest tuned model and of its base.
    void evaluate() {
        if (job == null) {
            project().ifPresent(project -> {
                running.set(true);
                job = session.work("Evaluate", progress -> evaluate(project, progress), this::ended);
            });
        }
    }

    private Evaluation evaluate(Project project, Progress progress) throws IOException, InterruptedException {
        List<Question> questions = Question.heldBack(project.examples());
        var candidates = candidates(registry.models(), project.name()).stream()
                .map(model -> new Candidate(model.id(), () -> runner.load(model))).toList();
        return new EvaluateModels(project.evaluations(), candidates, questions, LONGEST).run(progress);
    }

    /// The newest model tuned in this project with its base before it; without one the newest tuned, else the first.
    static List<Model> candidates(List<Model> models, String project) {
        Optional<Model> tuned = models.stream()
                .filter(model -> model.lineage().map(line -> line.project().equals(project)).orElse(false))
                .reduce((_, newer) -> newer).or(() -> models.stream().filter(Model::tuned).reduce((_, newer) -> newer));
        var chosen = new ArrayList<Model>();
        tuned.flatMap(Model::lineage).flatMap(line -> models.stream()
                .filter(model -> model.id().equals(line.base())).findFirst()).ifPresent(chosen::add);
        tuned.or(() -> models.stream().findFirst()).ifPresent(chosen::add);
        return List.copyOf(chosen);
    }

    private void ended(Outcome<Evaluation> outcome) {
        job = null;
        running.set(false);
        switch (outcome) {
            case Outcome.Done(var evaluation) -> wanted = evaluation.id();
            case Outcome.Failed(var cause) -> session.tell(cause);
            case Outcome.Stopped() -> {}
        }
    }

    void stop() {
        if (job != null) {
            job.cancel();
        }
    }

    /// Looks at an evaluation.
    void show(String id) {
        wanted = id;
        load();
    }

    /// Goes to the example that a question came from.
    void edit(Pair pair) {
        if (pair.tuned().exampleId() > 0) {
            session.show(Place.EXAMPLES, String.valueOf(pair.tuned().exampleId()));
        }
    }

    // ---- reading ----

    private void load() {
        String id = wanted;
        project().ifPresent(project -> reading.start(_ -> read(project, id)));
    }

    private static State read(Project project, String id) throws IOException {
        List<Evaluation> all = project.evaluations().evaluations();
        if (all.isEmpty()) {
            return new State.Nothing();
        }
        Evaluation chosen = all.stream().filter(evaluation -> evaluation.id().equals(id)).findFirst()
                .orElse(all.getFirst());
        List<Pair> pairs = Pair.of(chosen, project.evaluations().answers(chosen.id()));
        return new State.Looking(all, chosen, pairs, Verdict.of(chosen, pairs));
    }

    private Optional<Project> project() {
        return session.projectProperty().get();
    }

    // ---- properties ----

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    ObjectProperty<Filter> filterProperty() {
        return filter;
    }

    static List<Pair> listed(List<Pair> pairs, Filter filter) {
        return switch (filter) {
            case ALL -> pairs;
            case WORSE -> pairs.stream().filter(pair -> pair.change() < -1e-9).toList();
            case FAILED -> pairs.stream().filter(pair -> pair.tuned().f1() == 0).toList();
        };
    }

    Session session() {
        return session;
    }
}
