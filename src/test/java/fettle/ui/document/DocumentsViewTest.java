package fettle.ui.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.ui.Neps;
import fettle.ui.Stand;
import fettle.ui.session.Place;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("screen")
final class DocumentsViewTest {

    @Test
    void findsADocumentAndShowsItsText() throws Exception {
        var model = new AtomicReference<DocumentsViewModel>();
        Stand stand = Stand.with(made -> {
            model.set(new DocumentsViewModel(made.session));
            return List.of(new DocumentsView(model.get()));
        });
        stand.does(() -> {
            stand.session.open(Neps.project());
            stand.session.goTo(Place.DOCUMENTS);
        });
        stand.until(() -> model.get().openedProperty().get().isPresent());
        stand.draws("documents");
        stand.does(() -> stand.session.show(Place.DOCUMENTS, "d4"));
        stand.until(() -> model.get().openedProperty().get().map(it -> it.row().id()).equals(Optional.of("d4")));
        stand.does(() -> model.get().searchProperty().set("part 12"));
        assertEquals(List.of("d12"), model.get().shown().stream().map(DocumentsViewModel.Row::id).toList());
    }
}
