package fettle.ui.model;

import fettle.example.Example;
import fettle.example.ExampleQuery;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import fettle.example.NewExample;
import fettle.example.Turn;
import fettle.job.Outcome;
import fettle.model.Model;
import fettle.ui.session.Place;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The models screen without its pixels.
public final class ModelsViewModel {

    /// Which half of the screen shows.
    enum Part {
        REGISTRY, CHAT
    }

    private final Session session;
    private final ModelWork work;
    private final ObservableList<Model> models = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.REGISTRY);
    private final ObjectProperty<ChatSettings> settings = new SimpleObjectProperty<>(ChatSettings.DEFAULT);
    private final ChatSide left;
    private final ChatSide right;
    private final Reading<List<Model>> reading;

    /// `screen` runs what models say, on the screen thread.
    public ModelsViewModel(Session session, ModelWork work, Executor screen) {
        this.session = session;
        this.work = work;
        left = new ChatSide(session, new Seat(work.runner()), screen);
        right = new ChatSide(session, new Seat(work.runner()), screen);
        reading = new Reading<>(session, this::read);
        session.revisionProperty().addListener(_ -> load());
        session.destinationProperty().addListener((_, before, now) -> {
            if (before.place() == Place.MODELS && now.place() != Place.MODELS) {
                release();
            }
        });
        load();
    }

    // ---- commands ----

    void load() {
        reading.start(_ -> work.registry().models());
    }

    private void read(List<Model> now) {
        loaded.set(true);
        boolean firstTuned = models.stream().noneMatch(Model::tuned) && now.stream().anyMatch(Model::tuned);
        if (firstTuned) {
            right.modelProperty().set(null); // what was shown for want of a tuned one
        }
        if (!models.equals(now)) {
            models.setAll(now);
        }
        keep(left, now.stream().filter(model -> !model.tuned()).findFirst());
        keep(right, now.stream().filter(Model::tuned).reduce((_, newer) -> newer)
                .or(() -> now.stream().reduce((_, newer) -> newer)));
    }

    private void keep(ChatSide side, Optional<Model> wish) {
        Model chosen = side.modelProperty().get();
        if (chosen == null || models.stream().noneMatch(model -> model.id().equals(chosen.id()))) {
            side.modelProperty().set(wish.orElse(null));
        }
    }

    /// Chats with a model, its base beside it.
    void chat(String id) {
        part.set(Part.CHAT);
        find(id).ifPresent(model -> {
            right.modelProperty().set(model);
            model.lineage().flatMap(lineage -> find(lineage.base())).ifPresent(left.modelProperty()::set);
        });
    }

    private Optional<Model> find(String id) {
        return models.stream().filter(model -> model.id().equals(id)).findFirst();
    }

    /// Asks both.
    void ask(String prompt) {
        if (!prompt.isBlank()) {
            left.ask(prompt.strip(), settings.get());
            right.ask(prompt.strip(), settings.get());
        }
    }

    /// What the right side's model said last; empty before.
    String answer() {
        return right.answers().isEmpty() ? "" : right.answers().getLast().textProperty().get();
    }

    void stop() {
        left.stop();
        right.stop();
    }

    /// Forgets what was said.
    void clear() {
        stop();
        left.answers().clear();
        right.answers().clear();
    }

    /// Gives the memory of loaded models back.
    void release() {
        left.release();
        right.release();
    }

    void add(Path folder, Consumer<Model> done) {
        session.work("Add a model", _ -> work.registry().add(folder), outcome -> ended(outcome, done));
    }

    void delete(Model model, Runnable done) {
        release();
        session.work("Delete " + model.id(), _ -> {
            work.registry().delete(model.id());
            return model;
        }, outcome -> ended(outcome, _ -> done.run()));
    }

    void export(Model model, Path folder, Consumer<Path> done) {
        session.work("Export " + model.id(), work.export(model, folder), outcome -> ended(outcome, done));
    }

    /// Makes an answer an example of the project, a draft; `done` gets its number.
    void makeExample(ChatAnswer answer, Consumer<Long> done) {
        session.projectProperty().get().ifPresent(project -> session.<Long>work("Make it an example",
                _ -> add(project.examples(), answer.asked(), answer.textProperty().get(), answer.model()),
                outcome -> ended(outcome, done)));
    }

    static long add(ExampleStore examples, List<Turn> asked, String answer, String model) throws IOException {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        ArrayNode messages = body.putArray("messages");
        asked.forEach(turn -> messages.addObject().put("role", turn.role()).put("content", turn.text()));
        messages.addObject().put("role", "assistant").put("content", answer);
        try (ExampleStore.Addition addition = examples.add("Made an example from the chat")) {
            addition.add(new NewExample(body, List.of(), new Example.Origin("chat", "", 0, "", "", "", model)));
        }
        ExampleView all = examples.view(ExampleQuery.ALL);
        return all.id(all.size() - 1);
    }

    void goToExample(long id) {
        session.show(Place.EXAMPLES, String.valueOf(id));
    }

    void goToTuning() {
        session.goTo(Place.TUNING);
    }

    private <T> void ended(Outcome<T> outcome, Consumer<T> done) {
        load();
        switch (outcome) {
            case Outcome.Done(var value) -> done.accept(value);
            case Outcome.Failed(var cause) -> session.tell(cause);
            case Outcome.Stopped() -> {}
        }
    }

    // ---- properties ----

    ObservableList<Model> models() {
        return models;
    }

    /// Whether the registry has been read once.
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    ObjectProperty<Part> partProperty() {
        return part;
    }

    ObjectProperty<ChatSettings> settingsProperty() {
        return settings;
    }

    ChatSide left() {
        return left;
    }

    ChatSide right() {
        return right;
    }

    Session session() {
        return session;
    }
}
