package fettle.ui.source.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.collect.rows.RowFiles;
import fettle.example.ExampleQuery;
import fettle.example.ImportSettings;
import fettle.example.RepairKinds;
import fettle.example.RowReader.Dialect;
import fettle.example.RowReader.Reading;
import fettle.job.Jobs;
import fettle.project.Project;
import fettle.project.TemporaryProject;
import fettle.ui.session.Chooser;
import fettle.ui.session.Moment;
import fettle.ui.session.Session;
import fettle.ui.source.intake.IntakeViewModel.Page;
import fettle.ui.source.intake.IntakeViewModel.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The dialog without pixels: the screen is a queue that the test drains.
final class IntakeViewModelTest {

    private final LinkedBlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final Session session = new Session(new Jobs(screen::add), new Jobs(screen::add), screen::add);
    private final List<String> told = new ArrayList<>();
    private Runnable undo = () -> {};
    @TempDir
    private Path folder;
    private Project project;
    private IntakeViewModel model;

    @BeforeEach
    void open() {
        project = TemporaryProject.create();
        model = new IntakeViewModel(session, new ImportWork(new RowFiles()), new Picks(folder.resolve("out.csv")),
                new ImportRun.Told() {

                    @Override
                    public void imported(String sentence, Runnable back, Runnable show) {
                        told.add(sentence);
                        undo = back;
                    }

                    @Override
                    public void exported(int rows, Path target) {
                        told.add(rows + " to " + target.getFileName());
                    }
                }, _ -> new AtOnce());
        session.open(project);
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    @Test
    void repairsByKindAndCountsAnew() throws Exception {
        look(Faq.faulty(folder));
        assertEquals(20, model.counts().read());
        assertEquals(0, project.examples().size());
        String whole = model.counts().primary();
        assertTrue(whole.startsWith("Repair "), whole);
        int repairs = model.counts().repairs();
        KindLine kind = line("json-in-cell");
        assertEquals(2, kind.count());
        assertTrue(kind.on());

        model.toggle("json-in-cell");
        until(() -> model.counts().repairs() == repairs - 2);
        assertEquals(18, model.counts().imports());
        model.toggle("json-in-cell");
        until(() -> model.counts().primary().equals(whole));

        model.bringIn(true);
        until(() -> !told.isEmpty());
        assertEquals(18, project.examples().size());
        assertTrue(told.getFirst().startsWith("Imported 18 examples from support_faq.csv. 2 rows were refused."),
                told.getFirst());
        assertInstanceOf(State.Closed.class, model.stateProperty().get());
        assertTrue(project.examples().find(project.examples().view(ExampleQuery.ALL).id(5)).orElseThrow().body()
                .toString().contains("\"Every 6 days.\""));

        undo.run();
        until(() -> project.examples().size() == 0);
    }

    @Test
    void leavesRowsAsTheyStand() throws Exception {
        look(Faq.faulty(folder));
        assertEquals("Import 18 as they stand", model.counts().secondary());
        model.bringIn(false);
        until(() -> !told.isEmpty());
        assertTrue(project.examples().find(project.examples().view(ExampleQuery.ALL).id(5)).orElseThrow().body()
                .toString().contains("[\\\"Every 6 days.\\\"]"));
    }

    @Test
    void writesTheRefusedRows() throws Exception {
        look(Faq.faulty(folder));
        model.export();
        until(() -> !told.isEmpty());
        assertEquals(List.of("2 to out.csv"), told);
        String out = Files.readString(folder.resolve("out.csv"));
        assertTrue(out.contains("plant 12") && out.contains("plant 16"), out);
    }

    @Test
    void asksForColumnsThatNobodyKnows() throws Exception {
        model.open(List.of(Faq.odd(folder)));
        until(() -> model.stateProperty().get() instanceof State.Looking(Page.Mapping _));
        assertEquals("Say first which column is which.", model.hindrance());
        MappingViewModel mapping = ((Page.Mapping) ((State.Looking) model.stateProperty().get()).page()).mapping();
        assertEquals(List.of("How often?", "How much?"), mapping.columns().get(1).samples());
        role(mapping, "user", "{{k1}}: {{k2}}");
        role(mapping, "assistant", "k3");
        until(mapping::isWhole);
        assertEquals("Plants: How often?", mapping.previewProperty().get().examples().getFirst().path("messages")
                .path(0).path("content").asString(""));
        mapping.apply();
        until(() -> model.counts().imports() == 2);
        model.bringIn(true);
        until(() -> !told.isEmpty());

        look(folder.resolve("odd.csv"));
        assertEquals("k3", model.files().getFirst().choice().settings().map().get("assistant"));
        assertEquals(2, model.counts().duplicates());
    }

    @Test
    void aFileThatCannotBeReadSaysWhyAndTheOthersGoOn() throws Exception {
        Path noRows = Faq.write(folder, "picture.jsonl", "\u0000PNG\u0000");
        model.open(List.of(Faq.clean(folder, 5), noRows));
        until(() -> model.files().size() == 2
                && model.files().get(1).status() instanceof FileItem.Status.Failed);
        assertEquals("Import 5", model.counts().primary());
        assertEquals("", model.hindrance());
    }

    @Test
    void readsAFileWithAnotherSeparator() throws Exception {
        model.open(List.of(Faq.odd(folder)));
        until(() -> model.stateProperty().get() instanceof State.Looking(Page.Mapping _));
        assertEquals(3, model.current().orElseThrow().preview().orElseThrow().columns().size());
        var comma = new Reading(RepairKinds.NONE, Optional.empty(), Optional.of(new Dialect(',', '"', false, true)),
                Optional.empty());
        model.reread(new ImportSettings(Optional.empty(), Map.of(), comma));
        until(() -> model.current().flatMap(FileItem::preview).filter(file -> file.columns().size() == 1).isPresent());
    }

    @Test
    void stopAsksWhetherWhatCameStays() throws Exception {
        look(Faq.clean(folder, 60_000));
        model.bringIn(true);
        until(() -> project.examples().size() > 0);
        model.stop();
        until(() -> model.stateProperty().get() instanceof State.Stopped || !told.isEmpty());
        assertInstanceOf(State.Stopped.class, model.stateProperty().get());
        int came = ((State.Stopped) model.stateProperty().get()).came();
        assertEquals(project.examples().size(), came);
        assertTrue(came < 60_000);
        model.settle(false);
        until(() -> project.examples().size() == 0);
        assertEquals(List.of(), told);
    }

    @Test
    void aReceiptOpensAgain() throws Exception {
        look(Faq.faulty(folder));
        model.bringIn(true);
        until(() -> !told.isEmpty());
        model.openReceipt(project.sources().sources().getFirst());
        until(() -> model.stateProperty().get() instanceof State.Stored);
        var stored = (State.Stored) model.stateProperty().get();
        assertEquals(2, stored.receipt().refused());
        model.show(KindLine.of(stored.receipt()).getFirst());
        assertInstanceOf(Page.Places.class, ((State.Stored) model.stateProperty().get()).page());
    }

    private KindLine line(String kind) {
        return KindLine.of(model.files().getFirst().look().orElseThrow()).stream()
                .filter(line -> line.kind().equals(kind)).findFirst().orElseThrow();
    }

    private static void role(MappingViewModel mapping, String key, String value) {
        mapping.roles().stream().filter(role -> role.key().equals(key)).findFirst().orElseThrow().value().set(value);
    }

    private void look(Path file) throws Exception {
        model.open(List.of(file));
        until(() -> model.files().size() == 1 && model.files().getFirst().look().isPresent()
                && model.progressProperty().get().isEmpty());
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> "waited in vain; " + session.problemProperty().get());
            Runnable next = screen.poll(20, TimeUnit.MILLISECONDS);
            if (next != null) {
                next.run();
            }
        }
    }

    private record Picks(Path target) implements Chooser {

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }

        @Override
        public List<Path> files(String title) {
            return List.of();
        }

        @Override
        public Optional<Path> target(String title, String name) {
            return Optional.of(target);
        }
    }

    private static final class AtOnce implements Moment {

        @Override
        public void restart(Runnable then) {
            then.run();
        }

        @Override
        public void cancel() {}
    }
}
