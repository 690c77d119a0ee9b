package fettle.ui.example;

import fettle.example.ExampleQuery;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.ui.session.Picked;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks for the rows of a query, and reads the pages that are seen first: those around `around`, an id or -1, and around
/// the line `line`. Asks only among the rows that were `picked`, if any were.
record ReadRows(ExampleStore store, ExampleQuery query, long around, int line, Optional<Picked> picked)
        implements
            Work<ReadRows.Found> {

    /// @param all rows of the project, filtered or not
    record Found(ExampleQuery query, ExampleView view, Map<Integer, List<RowItem>> pages, int all) {}

    @Override
    public Found run(Progress progress) throws IOException, InterruptedException {
        int all = store.size();
        ExampleView view = PickedView.of(store.view(query), picked);
        progress.stopIfCancelled();
        Map<Integer, List<RowItem>> pages = new LinkedHashMap<>();
        read(view, around < 0 ? 0 : Math.max(0, view.indexOf(around)), pages);
        read(view, Math.clamp(line, 0, Math.max(0, view.size() - 1)), pages);
        return new Found(query, view, pages, all);
    }

    /// The page of a line and its neighbour on the nearer side, so that a screen of lines is whole.
    private static void read(ExampleView view, int line, Map<Integer, List<RowItem>> pages) throws IOException {
        int page = line / LazyRows.PAGE;
        int neighbour = line % LazyRows.PAGE < LazyRows.PAGE / 2 ? page - 1 : page + 1;
        for (int wanted : new int[]{page, neighbour}) {
            if (wanted >= 0 && wanted * LazyRows.PAGE < view.size() && !pages.containsKey(wanted)) {
                pages.put(wanted, LazyRows.read(view, wanted));
            }
        }
    }
}
