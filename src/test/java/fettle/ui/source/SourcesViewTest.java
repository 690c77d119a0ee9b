package fettle.ui.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.document.Capture;
import fettle.document.Document;
import fettle.source.Skipped;
import fettle.source.Source;
import fettle.source.SourceFacts;
import fettle.source.SourceSettings;
import fettle.source.SourceStore.Topic;
import fettle.ui.MemoryProject;
import fettle.ui.NoChooser;
import fettle.ui.Stand;
import fettle.ui.session.Place;
import fettle.ui.source.intake.ImportDialogs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("screen")
final class SourcesViewTest {

    private static final long TODAY = System.currentTimeMillis();
    private static final long DAY = 24 * 3_600_000L;

    private final AtomicReference<SourcesViewModel> model = new AtomicReference<>();
    private final AtomicReference<SourcesView> view = new AtomicReference<>();
    private final MemoryProject project = new MemoryProject();
    private final FakeIntake intake = new FakeIntake();
    private final List<String> opened = new ArrayList<>();
    private final Dialogs dialogs = new Dialogs();
    private Stand stand;

    @BeforeEach
    void stand() throws Exception {
        stand = Stand.with(made -> {
            model.set(new SourcesViewModel(made.session, intake, new NoChooser(), opened::add, dialogs));
            view.set(new SourcesView(model.get(), made.overlay));
            return List.of(view.get());
        });
    }

    @Test
    void saysWhatToDoWhenNothingIsThere() throws Exception {
        open();
        stand.until(() -> model.get().stateProperty().get() instanceof SourceList.State.Empty);
        stand.draws("sources-empty");
    }

    @Test
    void showsEachKindWithItsState() throws Exception {
        fill();
        intake.changed.put("/home/ada/near/contracts", 3);
        open();
        stand.until(() -> model.get().detailProperty().get().isPresent()
                && model.get().rows().get(3).activityProperty().get() instanceof Activity.Looked);
        assertEquals(List.of("near/NEPs", "3 articles", "support_faq.csv", "contracts"),
                model.get().rows().stream().map(SourceRow::title).toList());
        assertEquals(List.of("master @ 4f1c09e", "docs.near.org and 1 more", "table, 213 rows", "Rust, 2 files"),
                model.get().rows().stream().map(SourceRow::detail).toList());
        assertEquals(List.of(new SkippedGroup("not text", "assets/**", List.of("assets/logo.png", "assets/path.png")),
                new SkippedGroup("larger than 1 MB", "nep-0509/trace.json", List.of("nep-0509/trace.json"))),
                model.get().detailProperty().get().get().skipped());
        stand.draws("sources");
        choose(1);
        stand.draws("sources-articles");
        choose(2);
        stand.draws("sources-examples");
        stand.does(() -> model.get().open(model.get().rows().getFirst()));
        stand.until(() -> opened.equals(List.of("https://github.com/near/NEPs")));
    }

    @Test
    void showsProgressAndFailureInTheLineAndKeepsWhatWasThere() throws Exception {
        fill();
        var go = new CountDownLatch(1);
        intake.places.put("github:near/neps@master", FakeIntake.slow("Waiting for api.github.com, 4 min 12 s left",
                go));
        intake.places.put("articles", FakeIntake.failing("docs.near.org did not answer within 60 seconds.",
                "Try again later."));
        intake.places.put("github:near/secret", FakeIntake.failing(
                "There is no repository near/secret, or this token may not read it.",
                "Check the name, or set a token that may."));
        open();
        stand.until(() -> model.get().rows().size() == 4);
        stand.does(() -> model.get().read(List.of(new Visit(Source.Kind.GITHUB, "github:near/secret", List.of(),
                java.util.Optional.empty()))));
        stand.until(() -> model.get().rows().size() == 5
                && model.get().rows().get(4).activityProperty().get() instanceof Activity.Failed);
        stand.does(() -> {
            model.get().refresh(model.get().rows().get(1));
            model.get().refreshAll();
        });
        stand.until(() -> model.get().rows().get(1).activityProperty().get() instanceof Activity.Failed
                && model.get().rows().getFirst().progressProperty().get().filter(it -> it.done() == 12).isPresent());
        choose(1);
        stand.draws("sources-working");
        stand.does(() -> model.get().stop(model.get().rows().getFirst()));
        stand.until(() -> model.get().rows().getFirst().activityProperty().get() instanceof Activity.Halted);
        assertEquals(2, project.documents.stream().filter(one -> one.sourceId().equals("s1")).count());
        assertEquals(1, go.getCount());
    }

    @Test
    void saysOfflineBeforeItTries() throws Exception {
        fill();
        open();
        stand.until(() -> model.get().rows().size() == 4);
        stand.does(() -> {
            stand.session.offlineProperty().set(true);
            model.get().refresh(model.get().rows().getFirst());
        });
        assertTrue(model.get().rows().getFirst().activityProperty().get() instanceof Activity.Failed(var problem)
                && problem.sentence().equals("Fettle is offline, so nothing was asked of the network."));
        assertEquals(List.of(), intake.asked);
        stand.does(() -> view.get().askAddresses("github:near/NEPs\n/home/ada/notes"));
        stand.until(() -> stand.scene.lookup("#add-lines") instanceof javafx.scene.control.ListView<?> lines
                && lines.getItems().size() == 2);
        stand.draws("sources-offline");
    }

    @Test
    void tellsWhatEachAddressIsAndReadsPagesAsOneSource() throws Exception {
        open();
        stand.does(() -> view.get().askAddresses("""
                github:near/NEPs@master
                https://docs.near.org/concepts/abstraction
                https://docs.near.org/concepts/a-page-with-a-very-long-name-that-nobody-would-ever-write-by-hand/but/it/is
                ftp://example.org/x"""));
        stand.until(() -> stand.scene.lookup("#add-access") instanceof javafx.scene.control.Label label
                && label.getText().startsWith("No token"));
        stand.draws("sources-add");
        var adding = new AtomicReference<AddViewModel>();
        stand.does(() -> {
            adding.set(new AddViewModel(model.get(), "https://a.org/1\ngithub:o/r\nhttps://a.org/2\nftp://x"));
            adding.get().includeProperty().set("docs/**, *.md");
        });
        stand.until(() -> adding.get().addressesProperty().get().size() == 4);
        stand.does(() -> assertEquals("Add 2 pages and 1 repository", adding.get().act()));
        stand.does(() -> adding.get().add());
        stand.until(() -> intake.asked.size() == 2);
        assertEquals(List.of("read https://a.org/1 https://a.org/2", "read github:o/r only [docs/**, *.md]"),
                intake.asked);
    }

    @Test
    void saysHowManyDocumentsThePatternsWouldTake() throws Exception {
        fill();
        project.skipped.add(new Skipped("tests/a.md", "excluded by you"));
        open();
        stand.until(() -> model.get().detailProperty().get().isPresent());
        SourceDetail detail = model.get().detailProperty().get().get();
        assertEquals(new SourceDetail.Taking(2, 3), detail.taking(List.of(), List.of("tests/**")));
        assertEquals(new SourceDetail.Taking(1, 3), detail.taking(List.of("**/nep-0001.md"), List.of()));
        stand.does(() -> view.get().askPaths());
        stand.draws("sources-paths");
        stand.does(stand.overlay::close);
        stand.does(() -> view.get().askRemoval());
        stand.until(() -> stand.scene.lookup("#remove-dialog") != null);
        stand.draws("sources-remove");
    }

    @Test
    void standsTwoHundredSources() throws Exception {
        for (int number = 1; number <= 200; number++) {
            project.sources.add(new Source("s" + number,
                    List.of(Source.Kind.FOLDER, Source.Kind.GITHUB, Source.Kind.GIT).get(number % 3), "o/r" + number,
                    "github:owner-with-a-long-name/a-repository-with-an-even-longer-name-" + number,
                    TODAY, TODAY - number * DAY / 20, number * 1234, number % 3));
        }
        open();
        stand.until(() -> model.get().rows().size() == 200);
        stand.draws("sources-200");
    }

    private void choose(int row) throws Exception {
        stand.does(() -> model.get().chosenProperty().set(java.util.Optional.of(model.get().rows().get(row))));
        stand.until(() -> model.get().detailProperty().get().map(it -> Visit.key(it.source()))
                .equals(java.util.Optional.of(model.get().rows().get(row).key())));
    }

    private void fill() {
        project.sources.add(new Source("s1", Source.Kind.GITHUB, "NEPs@master", "github:near/neps@master", TODAY,
                TODAY, 2, 3, new SourceFacts("master", "4f1c09e2d3b4a5968778695a4b3c2d1e0f405162", "CC0-1.0",
                        1_400_000, "The token was read from the key store and sent to api.github.com only.", "")));
        project.sources.add(new Source("s2", Source.Kind.ARTICLES, "articles", "articles", TODAY, TODAY - DAY, 3, 1,
                new SourceFacts("", "", "", 212_000, "", "1 page was empty")));
        project.sources.add(new Source("s3", Source.Kind.EXAMPLES, "support_faq.csv",
                "/home/ada/near/support_faq.csv", TODAY, TODAY, 211, 2));
        project.sources.add(new Source("s4", Source.Kind.FOLDER, "contracts", "/home/ada/near/contracts", TODAY,
                TODAY - 2 * DAY, 2, 0));
        document("s1", "neps/nep-0001.md", "", "https://github.com/near/NEPs/blob/4f1c09e/neps/nep-0001.md");
        document("s1", "neps/nep-0141.md", "", "https://github.com/near/NEPs/blob/4f1c09e/neps/nep-0141.md");
        document("s2", "docs.near.org/abstraction", "", "https://docs.near.org/concepts/abstraction");
        document("s2", "docs.near.org/accounts", "", "https://docs.near.org/concepts/accounts");
        document("s2", "example.org/gas", "", "https://example.org/gas");
        document("s4", "src/lib.rs", "rust", "");
        document("s4", "src/owner.rs", "rust", "");
        project.skipped.add(new Skipped("assets/logo.png", "not text"));
        project.skipped.add(new Skipped("assets/path.png", "not text"));
        project.skipped.add(new Skipped("nep-0509/trace.json", "larger than 1 MB"));
        project.decided.put("s2", SourceSettings.USUAL.withChoices(java.util.Map.of("https://example.org/gas",
                "css:main .text")));
        project.notes.put("s3" + Topic.RECEIPT, """
                {"read":213,"kept":211,"examples":211,"repairable":0,"repaired":9,"refused":2,"duplicates":4,"shape":"table",\
                "encoding":"UTF-8 with BOM"}""");
        project.notes.put("s3" + Topic.IMPORT, """
                {"map":{"user":"question","assistant":"answer","system":"\\"You answer shortly.\\""}}""");
    }

    private void document(String source, String path, String language, String address) {
        project.documents.add(new Document("d" + (project.documents.size() + 1), source, path,
                "About " + path.substring(path.lastIndexOf('/') + 1),
                language.isEmpty() ? Document.Kind.MARKDOWN : Document.Kind.CODE, language, "Text.", "",
                new Capture(address, "", "", TODAY, "")));
    }

    private void open() throws Exception {
        stand.does(() -> {
            stand.session.open(project);
            stand.session.goTo(Place.SOURCES);
            view.get().entered();
        });
        stand.until(() -> !(model.get().stateProperty().get() instanceof SourceList.State.Reading));
        stand.does(() -> view.get().entered());
    }

    private static final class Dialogs implements ImportDialogs {

        @Override
        public void open(List<Path> files) {}

        @Override
        public void openPasted(String text) {}

        @Override
        public void openReceipt(Source source) {}
    }
}
