package fettle.ui.example;

import fettle.example.ExampleRow;
import fettle.example.ExampleView;
import fettle.ui.session.Picked;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// Those rows of a view that were picked, in the order of the view. Rows that the view lacks are passed over.
final class PickedView implements ExampleView {

    private final ExampleView view;
    private final int[] places;

    private PickedView(ExampleView view, int[] places) {
        this.view = view;
        this.places = places;
    }

    /// The view itself when nothing is picked.
    static ExampleView of(ExampleView view, Optional<Picked> picked) {
        return picked.<ExampleView>map(rows -> new PickedView(view,
                rows.ids().stream().mapToInt(view::indexOf).filter(place -> place >= 0).sorted().distinct().toArray()))
                .orElse(view);
    }

    @Override
    public int size() {
        return places.length;
    }

    @Override
    public long id(int index) {
        return view.id(places[index]);
    }

    @Override
    public ExampleRow row(int index) throws IOException {
        return view.row(places[index]);
    }

    @Override
    public int indexOf(long id) {
        return Math.max(-1, Arrays.binarySearch(places, view.indexOf(id)));
    }
}
