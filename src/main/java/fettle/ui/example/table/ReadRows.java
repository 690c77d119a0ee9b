package fettle.ui.example.table;

import fettle.example.ExampleQuery;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import fettle.example.SearchText;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.job.Work;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Asks for the rows of a query, and reads the pages that are seen first.
///
/// @param seen where the person looks
/// @param columns ids of the text columns that are shown
public record ReadRows(ExampleStore store, ExampleQuery query, Seen seen, List<String> columns)
        implements
            Work<ReadRows.Found> {

    /// Where the person looks: around an open row, an id or -1, and around a line.
    public record Seen(long open, int line) {}

    /// @param all rows of the project, filtered or not
    /// @param millis that the question took, without reading pages
    public record Found(ExampleQuery query, ExampleView view, Map<Integer, List<RowItem>> pages, int all, double millis,
            RowTexts texts) {}

    @Override
    public Found run(Progress progress) throws IOException, InterruptedException {
        long start = System.nanoTime();
        ExampleView view = store.view(query);
        double millis = (System.nanoTime() - start) / 1e6;
        progress.stopIfCancelled();
        var texts = new RowTexts(store, columns, search());
        Map<Integer, List<RowItem>> pages = new LinkedHashMap<>();
        int line = seen.open() < 0 ? 0 : Math.max(0, view.indexOf(seen.open()));
        read(view, line, texts, pages);
        read(view, Math.clamp(seen.line(), 0, Math.max(0, view.size() - 1)), texts, pages);
        return new Found(query, view, pages, store.size(), millis, texts);
    }

    /// What cannot be searched for hits nothing.
    private SearchText search() {
        try {
            return SearchText.parse(query.search());
        } catch (ExpectedException _) {
            return SearchText.ALL;
        }
    }

    /// The page of a line and its neighbour on the nearer side, so that a screen of lines is whole.
    private static void read(ExampleView view, int line, RowTexts texts, Map<Integer, List<RowItem>> pages)
            throws IOException {
        int page = line / RowPages.PAGE;
        int neighbour = line % RowPages.PAGE < RowPages.PAGE / 2 ? page - 1 : page + 1;
        for (int wanted : new int[]{page, neighbour}) {
            if (wanted >= 0 && wanted * RowPages.PAGE < view.size() && !pages.containsKey(wanted)) {
                pages.put(wanted, RowPages.read(view, wanted, texts));
            }
        }
    }
}
