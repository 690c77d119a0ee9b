package fettle.ui.example.ask;

import fettle.example.AskModel.Variation;
import fettle.example.Example;
import fettle.example.Rewrite;
import fettle.example.Turn;
import fettle.job.Outcome;
import fettle.project.Project;
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

    private final Session session;
    private final AskDesk desk;
    private final Subject subject;
    private final Asking asking;
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
    private final ReadOnlyObjectWrapper<Optional<String>> source = new ReadOnlyObjectWrapper<>(Optional.empty());
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
        this.asking = new Asking(session, desk, moments, this::compare);
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
        remember(instruction.get().strip());
        asking.start(suggestions, rewrite(), project.get().journal());
    }

    /// Stops what is under way; what came stays.
    public void stop() {
        asking.stop();
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
        return asking.busyProperty();
    }

    /// The chunk that the example was made from.
    ReadOnlyObjectProperty<Optional<String>> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    boolean canAsk() {
        return !instruction.get().isBlank() && !model.get().isBlank() && !asking.busyProperty().get();
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

    private void compare(Suggestion one) {
        String before = asked.words();
        String after = one.textProperty().get();
        session.read(_ -> Hunks.of(before, after), outcome -> {
            if (outcome instanceof Outcome.Done<Hunks>(var hunks) && one.textProperty().get().equals(after)) {
                one.compared(hunks);
            }
        });
    }
}
