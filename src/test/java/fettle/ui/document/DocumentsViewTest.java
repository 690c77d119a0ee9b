package fettle.ui.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.document.Capture;
import fettle.document.Document;
import fettle.document.DocumentStore.Delivered;
import fettle.document.DocumentStore.Delivery;
import fettle.document.PageReader;
import fettle.job.Work;
import fettle.project.Project;
import fettle.project.TemporaryProject;
import fettle.source.Source;
import fettle.source.SourceFacts;
import fettle.ui.Neps;
import fettle.ui.Stand;
import fettle.ui.document.DocumentsViewModel.Showing;
import fettle.ui.session.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("screen")
final class DocumentsViewTest {

    private static final String ARTICLE = """
            # Gas and where it goes

            The contract attaches gas to the receiver. What is not burnt comes back as a receipt of its own.

            ## Unburnt gas

            It is counted after the whole chain of receipts has run.
            """;
    private static final String WHOLE = """
            Sign in
            Products
            Gas and where it goes
            The contract attaches gas to the receiver. What is not burnt comes back as a receipt of its own.
            Unburnt gas
            It is counted after the whole chain of receipts has run.
            We use cookies to remember that you read this
            © Example""";

    private final AtomicReference<DocumentsViewModel> model = new AtomicReference<>();
    private final List<String> did = Collections.synchronizedList(new ArrayList<>());
    private Stand stand;

    @BeforeEach
    void stand() throws Exception {
        stand = Stand.with(made -> {
            model.set(new DocumentsViewModel(made.session, new Pages(), did::add));
            return List.of(new DocumentsView(model.get()));
        });
    }

    @Test
    void findsADocumentAndShowsItsText() throws Exception {
        open(Neps.project());
        stand.draws("documents");
        stand.does(() -> stand.session.show(Place.DOCUMENTS, "d4"));
        stand.until(() -> model.get().openedProperty().get().map(it -> it.document().id()).equals(Optional.of("d4")));
        stand.does(() -> model.get().searchProperty().set("part 12"));
        assertEquals(List.of("d12"), model.get().shown().stream().map(DocumentsViewModel.Row::id).toList());
    }

    @Test
    void showsAPageBesideWhatIsTakenOfItAndKeepsAnotherChoice() throws Exception {
        Project project = TemporaryProject.create();
        page(project);
        open(project);
        assertEquals("example.org/gas", opened().from());
        assertTrue(opened().asRead().isPresent());
        stand.draws("documents-article");
        stand.does(() -> model.get().show(Showing.AS_READ));
        stand.drawsOnce("documents-as-read");
        stand.does(() -> model.get().show(Showing.PAGE));
        stand.until(() -> stand.scene.lookup("#page-apply") != null);
        stand.drawsOnce("documents-page"); // what lies in split panes is found once it was drawn
        stand.until(() -> stand.scene.lookup("#page-whole") instanceof javafx.scene.control.ListView<?> whole
                && whole.getItems().size() == 8);
        stand.draws("documents-page");
        stand.does(() -> {
            PageViewModel page = model.get().page(opened());
            page.partProperty().set(PageViewModel.Part.SELECTOR);
            page.selectorProperty().set("[[");
            assertEquals("“[[” is no CSS selector.", page.refusalProperty().get());
            assertFalse(page.canApply().get());
            page.partProperty().set(PageViewModel.Part.BODY);
            page.apply();
            model.get().openAddress();
        });
        stand.until(() -> did.size() == 2);
        assertEquals(List.of("https://example.org/gas", "https://example.org/gas as body"), did.stream().sorted()
                .toList());
    }

    private Opened opened() {
        return model.get().openedProperty().get().orElseThrow();
    }

    private static void page(Project project) throws Exception {
        String raw = project.captures().keep("<html>…</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var document = new Document("", "", "example.org/gas", "Gas and where it goes", Document.Kind.MARKDOWN, "",
                ARTICLE, "0", new Capture("https://example.org/gas", "", "CC BY 4.0", System.currentTimeMillis(),
                        raw));
        project.documents().replace(new Delivery(Source.Kind.ARTICLES, "articles",
                List.of(new Delivered(document, ARTICLE.replace("gas", "g\u200bas"))), List.of(),
                SourceFacts.ofBytes(5000)));
    }

    private void open(Project project) throws Exception {
        stand.does(() -> {
            stand.session.open(project);
            stand.session.goTo(Place.DOCUMENTS);
        });
        stand.until(() -> model.get().openedProperty().get().isPresent());
    }

    private final class Pages implements PageWork {

        @Override
        public Work<PageReader.Reading> read(Project project, Document document, String choice) {
            return _ -> new PageReader.Reading("Gas", choice.equals("body") ? WHOLE.replace("\n", "\n\n") : ARTICLE,
                    WHOLE, "", choice.equals("body") ? "The whole body is taken, its menus too." : "");
        }

        @Override
        public Optional<String> refusal(String choice) {
            return choice.equals("css:[[") ? Optional.of("“[[” is no CSS selector.") : Optional.empty();
        }

        @Override
        public Work<Source> choose(Project project, Document document, String choice) {
            return _ -> {
                did.add(document.capture().address() + " as " + choice);
                return project.sources().sources().getFirst();
            };
        }
    }
}
