package fettle.project.example;

import fettle.example.ExampleRow;
import fettle.example.ExampleView;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A view as an array of places.
final class PlaceView implements ExampleView {

    private final SqliteExamples store;
    private final int[] places;
    private int @Nullable [] indexes;

    PlaceView(SqliteExamples store, int[] places) {
        this.store = store;
        this.places = places;
    }

    @Override
    public int size() {
        return places.length;
    }

    @Override
    public long id(int index) {
        return places[index] + 1L;
    }

    @Override
    public ExampleRow row(int index) throws IOException {
        return store.row(places[index]);
    }

    @Override
    public int indexOf(long id) {
        int[] known = indexes();
        return id >= 1 && id <= known.length ? known[(int) id - 1] : -1;
    }

    /// By place; made when it is asked for first.
    private synchronized int[] indexes() {
        int[] known = indexes;
        if (known == null) {
            known = new int[Arrays.stream(places).max().orElse(-1) + 1];
            Arrays.fill(known, -1);
            for (int index = 0; index < places.length; index++) {
                known[places[index]] = index;
            }
            indexes = known;
        }
        return known;
    }
}
