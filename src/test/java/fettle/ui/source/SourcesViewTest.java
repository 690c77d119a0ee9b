package fettle.ui.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.example.ImportSettings;
import fettle.example.NewExample;
import fettle.example.Receipt;
import fettle.example.Step;
import fettle.job.Work;
import fettle.project.Project;
import fettle.source.Skipped;
import fettle.source.Source;
import fettle.ui.MemoryProject;
import fettle.ui.NoChooser;
import fettle.ui.Stand;
import fettle.ui.session.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

@Tag("screen")
final class SourcesViewTest {

    private static final long TODAY = System.currentTimeMillis();

    private final AtomicReference<SourcesViewModel> model = new AtomicReference<>();
    private final MemoryProject project = new MemoryProject();
    private Stand stand;

    @BeforeEach
    void stand() throws Exception {
        stand = Stand.with(made -> {
            model.set(new SourcesViewModel(made.session, new TwoRows(), new NoChooser()));
            return List.of(new SourcesView(model.get(), made.overlay));
        });
    }

    @Test
    void saysWhatToDoWhenNothingIsThere() throws Exception {
        open();
        stand.until(() -> model.get().stateProperty().get() instanceof SourcesViewModel.State.Empty);
        stand.draws("sources-empty");
    }

    @Test
    void showsWhatASourceGaveAndDidNotGive() throws Exception {
        project.sources.add(new Source("s1", Source.Kind.FOLDER, "neps", "/home/ada/near/neps", TODAY, TODAY, 65, 41));
        project.sources.add(new Source("s2", Source.Kind.EXAMPLES, "support_faq.csv",
                "/home/ada/near/support_faq.csv", TODAY, TODAY, 211, 0));
        project.skipped.add(new Skipped("assets/logo.png", "not text"));
        project.skipped.add(new Skipped("assets/path.png", "not text"));
        project.skipped.add(new Skipped("nep-0509/trace.json", "larger than 1 MB"));
        open();
        stand.until(() -> model.get().detailProperty().get().isPresent());
        assertEquals(List.of(new SourceDetail.Reason("not text", "assets/logo.png", 2),
                new SourceDetail.Reason("larger than 1 MB", "nep-0509/trace.json", 1)),
                model.get().detailProperty().get().get().skipped());
        stand.draws("sources");
    }

    @Test
    void showsTheReceiptOfAnImportAndTakesItBack() throws Exception {
        open();
        stand.does(() -> model.get().bringIn(List.of(Path.of("support_faq.csv"))));
        stand.until(() -> stand.overlay.showingProperty().get());
        stand.draws("receipt");
        stand.does(() -> ((javafx.scene.control.Button) stand.scene.lookup("#undo-import")).fire());
        stand.until(() -> history().getLast().undone());
    }

    private List<Step> history() {
        try {
            return project.examples().history();
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private void open() throws Exception {
        stand.does(() -> {
            stand.session.open(project);
            stand.session.goTo(Place.SOURCES);
        });
    }

    private static final class TwoRows implements Intake {

        @Override
        public Work<Source> documents(Project project, String location) {
            return _ -> project.documents().replace(Source.Kind.FOLDER, location, List.of(), List.of());
        }

        @Override
        public Work<Receipt> examples(Project project, List<Path> files, ImportSettings settings) {
            return _ -> {
                try (var addition = project.examples().add("Imported support_faq.csv")) {
                    addition.add(new NewExample(JsonNodeFactory.instance.objectNode(), List.of(),
                            fettle.example.Example.Origin.UNKNOWN));
                }
                project.sources().enter(Source.Kind.EXAMPLES, files.getFirst().toString(), 1, List.of());
                return new Receipt(new Receipt.Counts(211, 211, 0, 3, 2, 4), "question-answer",
                        "The columns question and answer are the question and the answer.", "UTF-8 with BOM",
                        List.of("source_url"), List.of(
                                problem(14, "encoding", "“Whatâ€™s” is UTF-8 that was read as Windows-1252.",
                                        "read it as UTF-8"),
                                problem(57, "encoding", "“donâ€™t” is UTF-8 that was read as Windows-1252.",
                                        "read it as UTF-8"),
                                problem(131, "entity", "“&amp;” is an HTML entity.", "write &"),
                                problem(166, "empty", "The answer is empty.", "")),
                        0, List.of(), List.of());
            };
        }

        private static Receipt.Problem problem(int line, String kind, String message, String repair) {
            return new Receipt.Problem("support_faq.csv", line, 0, line - 1, kind, message, repair, false, "", "");
        }
    }
}
