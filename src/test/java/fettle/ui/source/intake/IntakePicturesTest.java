package fettle.ui.source.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.collect.rows.RowFiles;
import fettle.example.Receipt;
import fettle.source.Source;
import fettle.ui.BlankScreen;
import fettle.ui.Drawing;
import fettle.ui.MemoryProject;
import fettle.ui.NoChooser;
import fettle.ui.session.FxMoment;
import fettle.ui.session.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The import dialog drawn as it has to stand; the pictures lie in target/pictures.
@Tag("screen")
final class IntakePicturesTest {

    @TempDir
    private Path folder;
    private final AtomicReference<IntakeViewModel> model = new AtomicReference<>();

    private Drawing drawing() throws Exception {
        return Drawing.of(new MemoryProject(), Place.SOURCES, (session, overlay) -> {
            model.set(new IntakeViewModel(session, new ImportWork(new RowFiles()), new NoChooser(), new Quiet(),
                    FxMoment::new));
            new IntakeView(model.get(), overlay);
            return new BlankScreen(Place.SOURCES);
        });
    }

    static final class Quiet implements ImportRun.Told {

        @Override
        public void imported(String sentence, Runnable undo, Runnable show) {}

        @Override
        public void exported(int rows, Path target) {}
    }

    @Test
    void showsWhatAFileHoldsBeforeItIsBroughtIn() throws Exception {
        Path file = Faq.faulty(folder);
        Drawing drawing = drawing().then(() -> model.get().open(List.of(file))).shows("#kinds");
        drawing.when(() -> text(drawing, "#intake-primary").startsWith("Repair "));
        drawing.pictures("intake");
        drawing.then(() -> ((Button) drawing.scene().lookup("#fact-separator")).fire()).shows(".menu-list");
        drawing.pictures("intake-separator");
    }

    @Test
    void listsAllOfAKind() throws Exception {
        Path file = Faq.faulty(folder);
        Drawing drawing = drawing().then(() -> model.get().open(List.of(file))).shows("#kinds");
        drawing.then(() -> model.get().show(KindLine.of(model.get().current().orElseThrow().look()
                .orElseThrow()).getFirst())).shows("#places");
        drawing.pictures("intake-places");
    }

    @Test
    void asksWhichColumnIsWhichWhenNobodyKnows() throws Exception {
        Path file = Faq.odd(folder);
        Drawing drawing = drawing().then(() -> model.get().open(List.of(file))).shows("#role-user");
        drawing.pictures("intake-mapping");
    }

    @Test
    void showsSeveralFiles() throws Exception {
        List<Path> files = List.of(Faq.faulty(folder), Faq.clean(folder, 40), Faq.odd(folder),
                Faq.write(folder, "picture.jsonl", "\u0000PNG\u0000\u0001"));
        Drawing drawing = drawing().then(() -> model.get().open(files)).shows("#intake-files");
        drawing.when(() -> model.get().files().stream().noneMatch(
                item -> item.status() instanceof FileItem.Status.Waiting
                        || item.status() instanceof FileItem.Status.Reading));
        drawing.pictures("intake-files");
        assertTrue(text(drawing, "#intake-primary").contains("and import"));
        assertEquals("", model.get().hindrance());
    }

    @Test
    void thirtyKindsScrollAndLongTextsAreCut() throws Exception {
        Receipt many = ManyProblems.receipt(30, 50_000);
        var source = new Source("s1", Source.Kind.EXAMPLES, "support_faq.csv", "/home/ada/support_faq.csv", 0,
                System.currentTimeMillis(), 1, 0);
        Drawing drawing = drawing().then(() -> model.get().show(source, many)).shows("#kinds");
        drawing.pictures("intake-many");
        long begun = System.nanoTime();
        drawing.then(() -> model.get().show(KindLine.of(many).getFirst())).shows("#places");
        drawing.pictures("intake-many-places");
        ListView<?> places = (ListView<?>) drawing.scene().lookup("#places");
        assertTrue(places.getItems().size() > 1600, () -> "places " + places.getItems().size());
        assertTrue(places.lookupAll(".list-cell").size() < 80, "only those in sight have nodes");
        assertTrue(System.nanoTime() - begun < 20_000_000_000L);
    }

    private static String text(Drawing drawing, String id) {
        return ((Labeled) drawing.scene().lookup(id)).getText();
    }
}
