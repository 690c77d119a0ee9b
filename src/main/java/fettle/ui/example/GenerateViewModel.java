package fettle.ui.example;

import fettle.example.ChatModel;
import fettle.example.GenerateExamples;
import fettle.example.GenerateSettings;
import fettle.example.Generated;
import fettle.example.Passage;
import fettle.example.Template;
import fettle.job.ExpectedException;
import fettle.job.Outcome;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.project.Project;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import fettle.ui.session.Words;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What is asked before a model writes examples. The number of questions is said before any is sent.
final class GenerateViewModel {

    private final Session session;
    private final ModelChoice models;
    private final List<String> providers;
    private final Consumer<String> says;
    private final ObjectProperty<Template> template = new SimpleObjectProperty<>(Template.QUESTIONS);
    private final StringProperty provider = new SimpleStringProperty("");
    private final StringProperty model = new SimpleStringProperty("");
    private final IntegerProperty limit = new SimpleIntegerProperty(0);
    private final IntegerProperty concurrency = new SimpleIntegerProperty(4);
    private final ReadOnlyIntegerWrapper chunks = new ReadOnlyIntegerWrapper(-1);

    /// `says` shows a sentence about what has just happened.
    GenerateViewModel(Session session, ModelChoice models, Consumer<String> says) {
        this.session = session;
        this.models = models;
        this.says = says;
        provider.addListener((_, _, name) -> model.set(models.usualModel(name)));
        providers = known(models);
        provider.set(providers.isEmpty() ? "" : providers.getFirst());
        session.projectProperty().get().ifPresent(
                project -> new Reading<Integer>(session, chunks::set).start(_ -> project.chunks().size()));
    }

    /// A failure is told where the person is; the dialog then has nobody to ask.
    private List<String> known(ModelChoice choice) {
        try {
            return choice.providers();
        } catch (IOException unreadable) {
            session.tell(unreadable);
            return List.of();
        }
    }

    // ---- commands ----

    /// Begins; rows come in one after the other, and Stop keeps those that came.
    void start() {
        session.projectProperty().get().ifPresent(project -> session.work("Generate examples",
                new Begin(project, models, provider.get(), model.get().strip(), settings()), this::ended));
    }

    // ---- properties ----

    ObjectProperty<Template> templateProperty() {
        return template;
    }

    StringProperty providerProperty() {
        return provider;
    }

    StringProperty modelProperty() {
        return model;
    }

    /// Most chunks to ask about; 0 for all.
    IntegerProperty limitProperty() {
        return limit;
    }

    /// Most questions under way at once.
    IntegerProperty concurrencyProperty() {
        return concurrency;
    }

    /// Chunks of the project; -1 while they are being counted.
    ReadOnlyIntegerProperty chunksProperty() {
        return chunks.getReadOnlyProperty();
    }

    List<String> providers() {
        return providers;
    }

    /// How many questions will be sent at most.
    int questions() {
        int all = Math.max(0, chunks.get());
        return limit.get() == 0 ? all : Math.min(all, limit.get());
    }

    /// Why it cannot begin, or what it will do; a sentence.
    String sentence() {
        if (chunks.get() < 0) {
            return "Counting the chunks…";
        }
        if (chunks.get() == 0) {
            return "There are no chunks to ask about. Add a source of documents and cut it first.";
        }
        if (providers().isEmpty()) {
            return "No provider is set up yet. Add one in Settings.";
        }
        return "Up to " + Words.count(questions(), "question is", "questions are") + " sent, one for each chunk. "
                + "Answers that were paid before are taken from the journal.";
    }

    boolean canStart() {
        return questions() > 0 && !provider.get().isEmpty() && !model.get().isBlank();
    }

    // ---- what happens ----

    private GenerateSettings settings() {
        GenerateSettings usual = GenerateSettings.of(template.get());
        return new GenerateSettings(usual.template(), usual.temperature(), usual.maxTokens(), concurrency.get(),
                limit.get());
    }

    private void ended(Outcome<Generated> outcome) {
        switch (outcome) {
            case Outcome.Done(var made) -> {
                says.accept(Words.count(made.rows(), "example", "examples") + " came in from "
                        + Words.count(made.answered() + (long) made.cached(), "answer", "answers"));
                if (made.failed() > 0) {
                    session.tell(new ExpectedException("generate", Words.count(made.failed(), "chunk", "chunks")
                            + " gave no usable answer. The first: " + made.failures().getFirst().path() + ": "
                            + made.failures().getFirst().reason(), "Generate again: only what is missing is asked."));
                }
            }
            case Outcome.Failed(var cause) -> session.tell(cause);
            case Outcome.Stopped() -> says.accept("Stopped. The examples that came in stay.");
        }
    }

    private record Begin(Project project, ModelChoice models, String provider, String name, GenerateSettings settings)
            implements
                Work<Generated> {

        @Override
        public Generated run(Progress progress) throws Exception {
            ChatModel ready = models.model(provider, name);
            List<Passage> passages = Passage.all(project.sources(), project.documents(), project.chunks());
            return new GenerateExamples(passages, ready, project.journal(), project.examples(), settings)
                    .run(progress);
        }
    }
}
