package fettle.ui.document;

import fettle.document.Document;
import fettle.document.PageReader;
import fettle.job.Outcome;
import fettle.project.Project;
import fettle.source.Source;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/// A captured page beside what is taken of it, and the choice of what is taken.
final class PageViewModel {

    /// What can be taken of a page.
    enum Part {
        ARTICLE, BODY, SELECTOR
    }

    private final Session session;
    private final PageWork work;
    private final Document document;
    private final String kept;
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>();
    private final StringProperty selector = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<PageReader.Reading>> reading = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyObjectWrapper<String> refusal = new ReadOnlyObjectWrapper<>("");
    private final Reading<PageReader.Reading> reads;

    /// `kept` is the choice that the document was made with.
    PageViewModel(Session session, PageWork work, Document document, String kept) {
        this.session = session;
        this.work = work;
        this.document = document;
        this.kept = kept.isBlank() ? PageReader.ARTICLE : kept;
        this.reads = new Reading<>(session, read -> reading.set(Optional.of(read)));
        selector.set(this.kept.startsWith(PageReader.SELECTOR)
                ? this.kept.substring(PageReader.SELECTOR.length())
                : "main");
        part.set(part(this.kept));
        part.subscribe(_ -> read());
        selector.addListener((_, _, _) -> read());
    }

    private static Part part(String choice) {
        return choice.startsWith(PageReader.SELECTOR)
                ? Part.SELECTOR
                : choice.equals(PageReader.BODY) ? Part.BODY : Part.ARTICLE;
    }

    // ---- commands ----

    /// Makes the document anew under this choice, and keeps it for later visits.
    void apply() {
        Project project = session.projectProperty().get().orElseThrow();
        session.work("Read " + document.title() + " anew", work.choose(project, document, choice()), outcome -> {
            if (outcome instanceof Outcome.Failed<Source>(var cause)) {
                session.tell(cause);
            }
        });
    }

    private void read() {
        String choice = choice();
        Optional<String> why = work.refusal(choice);
        refusal.set(why.orElse(""));
        if (why.isEmpty()) {
            session.projectProperty().get().ifPresent(project -> reads.start(work.read(project, document, choice)));
        }
    }

    // ---- properties ----

    ObjectProperty<Part> partProperty() {
        return part;
    }

    /// The CSS selector, while that is the choice.
    StringProperty selectorProperty() {
        return selector;
    }

    /// What the page gives under the choice; empty until it was read once.
    ReadOnlyObjectProperty<Optional<PageReader.Reading>> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /// Why the choice cannot be read; empty when it can.
    ReadOnlyObjectProperty<String> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// Whether another choice than the kept one gives a text, and the project may be changed.
    BooleanBinding canApply() {
        return Bindings.createBooleanBinding(() -> session.writable().get() && refusal.get().isEmpty()
                && !choice().equals(kept) && reading.get().filter(read -> !read.markdown().isBlank()).isPresent(),
                session.writable(), refusal, part, selector, reading);
    }

    private String choice() {
        return switch (part.get()) {
            case ARTICLE -> PageReader.ARTICLE;
            case BODY -> PageReader.BODY;
            case SELECTOR -> PageReader.SELECTOR + selector.get().strip();
        };
    }
}
