package fettle.ui.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.example.Step;
import fettle.ui.BlankScreen;
import fettle.ui.Neps;
import fettle.ui.Stand;
import fettle.ui.control.WideButton;
import fettle.ui.session.Place;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("screen")
final class HistoryPanelTest {

    @Test
    void travelsBackAndForthByAClick() throws Exception {
        var model = new AtomicReference<HistoryViewModel>();
        var project = Neps.project();
        Stand stand = Stand.with(made -> {
            model.set(new HistoryViewModel(made.session));
            new HistoryPanel(model.get(), made.overlay);
            return List.of(new BlankScreen(Place.SOURCES));
        });
        stand.does(() -> {
            stand.session.open(project);
            stand.session.goTo(Place.SOURCES);
        });
        stand.until(() -> model.get().steps().size() == 3);
        stand.does(() -> stand.session.commands().find("history").orElseThrow().run().run());
        stand.draws("history");
        stand.does(() -> ((WideButton) stand.scene.lookup("#step-0")).fire());
        stand.until(() -> model.get().placeProperty().get().equals("0 of 3"));
        stand.does(() -> ((WideButton) stand.scene.lookup("#step-3")).fire());
        stand.until(() -> model.get().placeProperty().get().equals("3 of 3"));
        assertEquals(List.of(false, false, false), project.examples().history().stream().map(Step::undone).toList());
    }
}
