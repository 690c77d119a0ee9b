package fettle.ui.example.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.Change;
import fettle.example.ExampleStatus;
import fettle.example.ExampleStore;
import fettle.ui.BlankScreen;
import fettle.ui.MemoryProject;
import fettle.ui.Neps;
import fettle.ui.Stand;
import fettle.ui.example.versions.VersionsViewModel.State;
import fettle.ui.session.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

@Tag("screen")
final class VersionsViewTest {

    private final MemoryProject project = Neps.project();
    private final ExampleStore examples = project.examples();
    private final List<String> said = new ArrayList<>();

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void comparesAVersionWithThePresentAndBringsItBack() throws Exception {
        String first = answer();
        write("What is not burnt comes back as a **receipt of its own**, after the whole chain has run.",
                "Edited the answer of example 0001");
        examples.apply(List.of(new Change.SetStatus(1, ExampleStatus.APPROVED), new Change.SetTags(1, List.of("gas")),
                new Change.SetRating(1, 4)), "Approved example 0001");
        examples.undo();
        write("Unburnt gas comes back as a receipt, after the chain has run.", "Edited the answer of example 0001");

        var model = new AtomicReference<VersionsViewModel>();
        var view = new AtomicReference<VersionsView>();
        Stand stand = Stand.with(made -> {
            model.set(new VersionsViewModel(made.session, said::add));
            view.set(new VersionsView(model.get(), made.overlay));
            return List.of(new BlankScreen(Place.EXAMPLES));
        });
        stand.does(() -> {
            stand.session.open(project);
            stand.session.goTo(Place.EXAMPLES);
            view.get().open(1);
        });
        stand.until(() -> model.get().comparisonProperty().get().isPresent());
        State.Shown shown = (State.Shown) model.get().stateProperty().get();
        assertEquals(5, shown.versions().size());
        assertEquals(shown.present(), shown.versions().getFirst().step().number());
        assertFalse(stand.scene.lookup("#version-restore").isDisabled());
        stand.draws("versions");

        choose(stand, shown.present());
        stand.until(() -> model.get().comparisonProperty().get().filter(Comparison::same).isPresent());
        assertTrue(stand.scene.lookup("#version-restore").isDisabled());

        long imported = shown.versions().getLast().step().number();
        choose(stand, imported);
        stand.until(() -> model.get().comparisonProperty().get().filter(now -> !now.same()).isPresent());
        stand.does(() -> ((Button) stand.scene.lookup("#version-restore")).fire());
        stand.until(() -> !said.isEmpty());
        assertEquals(first, answer());
        assertTrue(said.getFirst().startsWith("Restored example 0001 as it was today"), said::getFirst);
        examples.undo();
        assertEquals("Unburnt gas comes back as a receipt, after the chain has run.", answer());
    }

    private static void choose(Stand stand, long step) throws Exception {
        stand.does(() -> {
            @SuppressWarnings("unchecked") // the list of this view holds versions
            var list = (ListView<fettle.example.RowVersion>) Objects.requireNonNull(stand.scene.lookup("#versions"));
            list.getItems().stream().filter(version -> version.step().number() == step).findFirst()
                    .ifPresent(list.getSelectionModel()::select);
        });
    }

    private void write(String answer, String sentence) throws Exception {
        ObjectNode body = examples.find(1).orElseThrow().body();
        ((ObjectNode) body.path("messages").path(1)).put("content", answer);
        examples.apply(List.of(new Change.SetBody(1, body)), sentence);
    }

    private String answer() throws Exception {
        return examples.find(1).orElseThrow().turns().getLast().text();
    }
}
