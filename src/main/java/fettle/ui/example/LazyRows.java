package fettle.ui.example;

import fettle.example.ExampleRow;
import fettle.example.ExampleView;
import fettle.job.Outcome;
import fettle.ui.session.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.collections.ObservableListBase;

/// The rows of a view for a table: read page by page away from the screen, the last pages used are kept. A row that is
/// not there yet is shown without its texts; `arrived` runs when a page came in.
final class LazyRows extends ObservableListBase<RowItem> {

    static final int PAGE = 100;
    private static final int KEPT = 40;

    private final Session session;
    private final ExampleView view;
    private final Runnable arrived;
    private final Set<Integer> asked = new HashSet<>();
    private final Map<Integer, List<RowItem>> pages = new LinkedHashMap<>(64, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<RowItem>> eldest) {
            return size() > KEPT;
        }
    };

    /// `first` are pages that have been read already, by their number.
    LazyRows(Session session, ExampleView view, Map<Integer, List<RowItem>> first, Runnable arrived) {
        this.session = session;
        this.view = view;
        this.arrived = arrived;
        pages.putAll(first);
    }

    ExampleView view() {
        return view;
    }

    @Override
    public int size() {
        return view.size();
    }

    @Override
    public RowItem get(int index) {
        if (index < 0 || index >= view.size()) {
            throw new IndexOutOfBoundsException(index);
        }
        List<RowItem> page = pages.get(index / PAGE);
        if (page != null) {
            return page.get(index % PAGE);
        }
        ask(index / PAGE);
        return new RowItem(index, view.id(index), Optional.empty());
    }

    /// The place of a line; -1 when the view does not have it.
    @Override
    public int indexOf(Object item) {
        return item instanceof RowItem row ? view.indexOf(row.id()) : -1;
    }

    @Override
    public boolean contains(Object item) {
        return indexOf(item) >= 0;
    }

    private void ask(int page) {
        if (!asked.add(page)) {
            return;
        }
        session.read(_ -> read(view, page), outcome -> {
            asked.remove(page);
            switch (outcome) {
                case Outcome.Done(var rows) -> {
                    pages.put(page, rows);
                    arrived.run();
                }
                case Outcome.Failed(var cause) -> session.tell(cause);
                case Outcome.Stopped() -> {}
            }
        });
    }

    /// Reads the rows of one page.
    static List<RowItem> read(ExampleView view, int page) throws java.io.IOException {
        var rows = new ArrayList<RowItem>();
        for (int index = page * PAGE; index < Math.min(view.size(), (page + 1) * PAGE); index++) {
            ExampleRow row = view.row(index);
            rows.add(new RowItem(index, row.id(), Optional.of(row)));
        }
        return List.copyOf(rows);
    }
}
