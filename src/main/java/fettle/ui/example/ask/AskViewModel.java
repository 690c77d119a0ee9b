package fettle.ui.example.ask;

import fettle.example.AskModel;
import fettle.example.AskModel.Variation;
import fettle.example.Candidate;
import fettle.example.Example;
import fettle.example.Journal;
import fettle.example.Rewrite;
import fettle.example.Turn;
import fettle.job.Job;
import fettle.job.Outcome;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.model.ModelRunner.Loaded;
import fettle.project.Project;
import fettle.ui.control.Problem;
import fettle.ui.session.Moment;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What is asked about a text of one example, and what came of it.
public final class AskViewModel {

    static final int MOST = 4;
    private static final double[] TEMPERATURES = {0.2, 0.7, 1.0, 1.2};
    private static final long TICK_MILLIS = 60;

    private final Session session;
    private final AskDesk desk;
    private final Subject subject;
    private final Moment tick;
    private final StringProperty instruction = new SimpleStringProperty("");
    private final StringProperty model = new SimpleStringProperty("");
    private final StringProperty second = new SimpleStringProperty("");
    private final IntegerProperty wanted = new SimpleIntegerProperty(1);
    private final BooleanProperty withSource = new SimpleBooleanProperty();
    private final ObjectProperty<Target> target;
    private final ObservableList<String> models = FXCollections.observableArrayList();
    private final ObservableList<String> remembered = FXCollections.observableArrayList();
    private final ObservableList<Suggestion> suggestions = FXCollections.observableArrayList();
    private final IntegerProperty chosen = new SimpleIntegerProperty(0);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<String>> source = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final List<Job> running = new ArrayList<>();
    private Target asked;

    /// What is asked about.
    ///
    /// @param example as it stands on the screen
    /// @param targets the texts that can be rewritten; the first is offered
    /// @param accept takes a whole new text for a target, and the model that wrote it
    public record Subject(Example example, List<Target> targets, Accept accept) {}

    /// Takes what was accepted.
    @FunctionalInterface
    public interface Accept {

        void take(Target target, String text, String model);
    }

    private record Known(List<String> models, String last, List<String> instructions, Optional<String> source) {}

    public AskViewModel(Session session, AskDesk desk, Subject subject, Moment.Maker moments) {
        this.session = session;
        this.desk = desk;
        this.subject = subject;
        this.tick = moments.of(TICK_MILLIS);
        this.asked = subject.targets().getFirst();
        this.target = new SimpleObjectProperty<>(asked);
        Optional<Project> project = session.projectProperty().get();
        new Reading<>(session, this::known).start(_ -> new Known(desk.models(), desk.lastModel(), desk.instructions(),
                project.isPresent() ? chunk(project.get(), subject.example()) : Optional.empty()));
    }

    private static Optional<String> chunk(Project project, Example example) throws IOException {
        String id = example.origin().chunkId();
        return id.isEmpty()
                ? Optional.empty()
                : project.chunks().chunks().stream().filter(chunk -> chunk.id().equals(id))
                        .map(fettle.chunk.Chunk::text).findFirst();
    }

    private void known(Known now) {
        models.setAll(now.models());
        remembered.setAll(now.instructions());
        source.set(now.source());
        if (model.get().isEmpty()) {
            model.set(!now.last().isEmpty() ? now.last() : models.isEmpty() ? "" : models.getFirst());
        }
    }

    // ---- commands ----

    /// Asks for so many candidates as are wanted; those before go.
    public void ask() {
        Optional<Project> project = session.projectProperty().get();
        if (!canAsk() || project.isEmpty()) {
            return;
        }
        stop();
        asked = target.get();
        suggestions.setAll(planned());
        chosen.set(0);
        busy.set(true);
        Rewrite rewrite = rewrite();
        remember(instruction.get().strip());
        var byModel = new LinkedHashMap<String, List<Suggestion>>();
        suggestions.forEach(one -> byModel.computeIfAbsent(one.model(), _ -> new ArrayList<>()).add(one));
        byModel.forEach((name, group) -> ask(name, group, rewrite, project.get().journal()));
        tick.restart(this::catchUp);
    }

    /// Stops what is under way; what came stays.
    public void stop() {
        List.copyOf(running).forEach(Job::cancel);
    }

    /// Takes the chosen candidate as its changes are decided. Returns whether there was one to take.
    public boolean accept() {
        Optional<Suggestion> taken = current().filter(one -> !one.isRunning() && one.hunksProperty().get().isPresent());
        taken.flatMap(one -> one.hunksProperty().get()).filter(hunks -> hunks.taken() > 0)
                .ifPresent(hunks -> subject.accept().take(asked, asked.with(hunks.result()), taken.get().model()));
        return taken.isPresent();
    }

    /// Shows another candidate as the one that keys act on; from 0.
    void choose(int number) {
        if (number >= 0 && number < suggestions.size()) {
            chosen.set(number);
        }
    }

    /// Leaves out what a model said around the text.
    void leaveOut(Suggestion suggestion, Chatter chatter) {
        suggestion.replace(chatter.without());
        compare(suggestion);
    }

    void take(Preset preset) {
        instruction.set(preset.instruction());
        if (preset == Preset.FROM_CHUNK && source.get().isPresent()) {
            withSource.set(true);
        }
    }

    // ---- properties ----

    StringProperty instructionProperty() {
        return instruction;
    }

    StringProperty modelProperty() {
        return model;
    }

    /// Another model that writes every second candidate; empty for none.
    StringProperty secondProperty() {
        return second;
    }

    /// How many candidates; 1 to [#MOST].
    IntegerProperty wantedProperty() {
        return wanted;
    }

    BooleanProperty withSourceProperty() {
        return withSource;
    }

    ObjectProperty<Target> targetProperty() {
        return target;
    }

    /// The words that the suggestions stand for.
    Target asked() {
        return asked;
    }

    List<Target> targets() {
        return subject.targets();
    }

    long exampleId() {
        return subject.example().id();
    }

    ObservableList<String> models() {
        return models;
    }

    ObservableList<String> remembered() {
        return remembered;
    }

    ObservableList<Suggestion> suggestions() {
        return suggestions;
    }

    IntegerProperty chosenProperty() {
        return chosen;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// The chunk that the example was made from.
    ReadOnlyObjectProperty<Optional<String>> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    boolean canAsk() {
        return !instruction.get().isBlank() && !model.get().isBlank() && !busy.get();
    }

    Optional<Suggestion> current() {
        return chosen.get() < suggestions.size() ? Optional.of(suggestions.get(chosen.get())) : Optional.empty();
    }

    // ---- what happens ----

    private List<Suggestion> planned() {
        var planned = new ArrayList<Suggestion>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int number = 0; number < wanted.get(); number++) {
            boolean other = !second.get().isBlank() && number % 2 == 1;
            String name = (other ? second : model).get().strip();
            int nth = counts.merge(name, 1, Integer::sum) - 1;
            planned.add(new Suggestion(name, new Variation(TEMPERATURES[nth], 0)));
        }
        return planned;
    }

    private Rewrite rewrite() {
        return new Rewrite(instruction.get(), asked.words(), asked.whole(), Turn.of(subject.example().body()),
                asked.turn(),
                withSource.get() ? source.get().orElse("") : "");
    }

    private void remember(String words) {
        String name = model.get().strip();
        boolean own = Arrays.stream(Preset.values()).noneMatch(preset -> preset.instruction().equals(words));
        session.read(_ -> {
            desk.asked(name, own ? words : "");
            return desk.instructions();
        }, outcome -> {
            if (outcome instanceof Outcome.Done<List<String>>(var all)) {
                remembered.setAll(all);
            }
        });
    }

    /// One job for each model: its candidates come one after the other, and it is got ready once.
    private void ask(String name, List<Suggestion> group, Rewrite rewrite, Journal journal) {
        Job[] mine = new Job[1];
        mine[0] = session.work("Ask " + name, progress -> askAll(name, group, rewrite, journal, progress), outcome -> {
            running.remove(mine[0]);
            group.forEach(Suggestion::catchUp);
            ended(group, outcome, rewrite, journal);
            busy.set(!running.isEmpty());
        });
        running.add(mine[0]);
    }

    private List<Candidate> askAll(String name, List<Suggestion> group, Rewrite rewrite, Journal journal,
            Progress progress) throws Exception {
        var candidates = new ArrayList<Candidate>();
        try (Loaded loaded = desk.open(name)) {
            for (Suggestion one : group) {
                progress.report(candidates.size(), group.size(), "");
                Work<Candidate> work = new AskModel(loaded, rewrite, one.variation(), journal, one::hear);
                Candidate came = work.run(progress);
                one.came(came);
                candidates.add(came);
            }
        }
        return candidates;
    }

    private void catchUp() {
        for (Suggestion one : suggestions) {
            if (one.isRunning()) {
                one.catchUp();
                one.takeCandidate().ifPresent(candidate -> done(one, candidate));
            }
        }
        if (busy.get()) {
            tick.restart(this::catchUp);
        }
    }

    private void ended(List<Suggestion> group, Outcome<List<Candidate>> outcome, Rewrite rewrite, Journal journal) {
        for (Suggestion one : group) {
            if (!one.isRunning()) {
                continue;
            }
            Optional<Candidate> came = one.takeCandidate();
            if (came.isPresent()) {
                done(one, came.get());
                continue;
            }
            switch (outcome) {
                case Outcome.Done<List<Candidate>> _ -> {}
                case Outcome.Failed<List<Candidate>>(var cause) -> one.move(new Suggestion.State.Failed(
                        Problem.of(cause)));
                case Outcome.Stopped<List<Candidate>>() -> {
                    one.move(new Suggestion.State.Stopped());
                    keep(one, rewrite, journal);
                }
            }
            if (!one.textProperty().get().isBlank()) {
                compare(one);
            }
        }
    }

    private void done(Suggestion one, Candidate candidate) {
        one.replace(candidate.text());
        one.move(new Suggestion.State.Done(candidate));
        compare(one);
    }

    private void compare(Suggestion one) {
        String before = asked.words();
        String after = one.textProperty().get();
        session.read(_ -> Hunks.of(before, after), outcome -> {
            if (outcome instanceof Outcome.Done<Hunks>(var hunks) && one.textProperty().get().equals(after)) {
                one.compared(hunks);
            }
        });
    }

    /// What came before Stop was paid for, so it is kept raw; it is not taken for an answer later.
    private void keep(Suggestion one, Rewrite rewrite, Journal journal) {
        String text = one.textProperty().get();
        if (!text.isEmpty()) {
            String key = AskModel.key(one.model(), rewrite, one.variation());
            session.read(_ -> {
                journal.put(key, new Journal.Entry(text, 0, 0, "stopped", "It was stopped.",
                        System.currentTimeMillis()));
                return key;
            }, _ -> {});
        }
    }
}
