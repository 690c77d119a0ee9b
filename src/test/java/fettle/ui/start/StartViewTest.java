package fettle.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.project.Project;
import fettle.ui.MemoryProject;
import fettle.ui.NoChooser;
import fettle.ui.Stand;
import fettle.ui.session.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("screen")
final class StartViewTest {

    private final AtomicReference<StartViewModel> model = new AtomicReference<>();
    private final List<Path> broughtIn = new ArrayList<>();
    private Stand stand;

    @BeforeEach
    void stand() throws Exception {
        stand = Stand.with(made -> {
            model.set(new StartViewModel(made.session, new TwoProjects(), new NoChooser(), broughtIn::addAll));
            return List.of(new StartView(model.get(), made.overlay));
        });
    }

    @Test
    void showsWhatWasOpenBefore() throws Exception {
        stand.until(() -> model.get().stateProperty().get() instanceof StartViewModel.State.Ready(var recent)
                && recent.size() == 2);
        stand.draws("start");
        stand.does(() -> stand.session.commands().find("new-project").orElseThrow().run().run());
        stand.draws("start-new");
    }

    @Test
    void opensTheSampleAtItsFirstStep() throws Exception {
        stand.does(model.get()::walkSample);
        stand.until(() -> stand.session.projectProperty().get().isPresent());
        assertEquals(Place.SOURCES, stand.session.destinationProperty().get().place());
    }

    @Test
    void tellsWhyAProjectDoesNotOpen() throws Exception {
        stand.does(() -> model.get().open(Path.of("broken")));
        stand.until(() -> stand.session.problemProperty().get().isPresent());
        assertEquals("broken is not a Fettle project.", stand.session.problemProperty().get().get().sentence());
    }

    @Test
    void makesAProjectOfADroppedFile() throws Exception {
        var dropped = List.of(Path.of("faq.csv"));
        stand.does(() -> model.get().drop(dropped));
        stand.until(() -> !broughtIn.isEmpty());
        assertEquals(dropped, broughtIn);
    }

    private static final class TwoProjects implements Shelf {

        @Override
        public List<Recent> recent() {
            return List.of(new Recent(Path.of("near-contracts"), "near-contracts", "1,204 examples · open yesterday"),
                    new Recent(Path.of("support-answers"), "support-answers", "38,112 examples · 4 releases"));
        }

        @Override
        public Project open(Path folder) throws IOException {
            throw new ExpectedException("not-a-project", folder + " is not a Fettle project.", "Choose another.");
        }

        @Override
        public Project create(Path folder) {
            return new MemoryProject();
        }

        @Override
        public Project sample(Progress progress) {
            return new MemoryProject();
        }

        @Override
        public Path home() {
            return Path.of(System.getProperty("user.home"), "Fettle");
        }

        @Override
        public boolean isProject(Path folder) {
            return Optional.ofNullable(folder.getFileName()).map(Path::toString).orElse("").equals("near-contracts");
        }
    }
}
