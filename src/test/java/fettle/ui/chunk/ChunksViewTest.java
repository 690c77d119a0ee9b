package fettle.ui.chunk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import fettle.chunk.CutSettings;
import fettle.ui.MemoryProject;
import fettle.ui.Neps;
import fettle.ui.Stand;
import fettle.ui.session.Place;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("screen")
final class ChunksViewTest {

    private final AtomicReference<ChunksViewModel> model = new AtomicReference<>();
    private final AtomicReference<CutSettings> cut = new AtomicReference<>();
    private final MemoryProject project = Neps.project();
    private Stand stand;

    @BeforeEach
    void stand() throws Exception {
        stand = Stand.with(made -> {
            model.set(new ChunksViewModel(made.session, (_, settings) -> _ -> {
                cut.set(settings);
                return 0;
            }));
            return List.of(new ChunksView(model.get(), made.overlay));
        });
    }

    @Test
    void showsADocumentWithItsCutsAndWhatWasMade() throws Exception {
        open();
        stand.until(() -> model.get().stateProperty().get() instanceof ChunksViewModel.State.Cut);
        stand.does(() -> stand.session.show(Place.CHUNKS, "d4"));
        stand.does(() -> stand.session.commands().find("next-chunk").orElseThrow().run().run());
        stand.until(() -> model.get().made().size() == 3);
        stand.draws("chunks");
        foldsTheChunkOverTheDocument();
        stand.does(() -> ((javafx.scene.control.Button) stand.scene.lookup("#cut-settings")).fire());
        stand.draws("cut-dialog");
    }

    /// The last picture was narrow: the right pane is folded away, and a button lays it over the document.
    private void foldsTheChunkOverTheDocument() throws Exception {
        stand.does(() -> assertNull(stand.scene.lookup("#chunk-pane")));
        stand.does(() -> ((javafx.scene.control.Button) stand.scene.lookup("#toggle-chunk-pane")).fire());
        stand.drawsOnce("chunks-folded");
        stand.does(() -> assertNotNull(stand.scene.lookup("#chunk-pane")));
        stand.does(() -> ((javafx.scene.control.Button) stand.scene.lookup("#toggle-chunk-pane")).fire());
        stand.does(() -> assertNull(stand.scene.lookup("#chunk-pane")));
    }

    @Test
    void cutsAgainWithTheLimitThatWasTyped() throws Exception {
        open();
        stand.until(() -> model.get().stateProperty().get() instanceof ChunksViewModel.State.Cut);
        stand.does(() -> {
            ((javafx.scene.control.Button) stand.scene.lookup("#cut-settings")).fire();
            ((javafx.scene.control.TextField) stand.scene.lookup("#cut-tokens")).setText("1,500");
            ((javafx.scene.control.Button) stand.scene.lookup("#cut-again")).fire();
        });
        stand.until(() -> cut.get() != null);
        assertEquals(new CutSettings(1500, CutSettings.By.STRUCTURE, "o200k_base"), cut.get());
    }

    @Test
    void saysHowToBeginWhenNothingIsCut() throws Exception {
        project.chunks.clear();
        open();
        stand.until(() -> model.get().stateProperty().get() instanceof ChunksViewModel.State.Uncut);
        stand.draws("chunks-uncut");
    }

    private void open() throws Exception {
        stand.does(() -> {
            stand.session.open(project);
            stand.session.goTo(Place.CHUNKS);
        });
    }
}
