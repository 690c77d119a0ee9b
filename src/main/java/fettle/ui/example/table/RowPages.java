package fettle.ui.example.table;

import fettle.example.ExampleRow;
import fettle.example.ExampleView;
import fettle.job.Outcome;
import fettle.ui.session.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// The rows of a view for the table: read page by page away from the screen, the last pages used are kept. A row that is
/// not there yet is shown without its texts. One page is read at a time, the one that was asked for last first, so that
/// flinging through a million rows never queues for the disk.
public final class RowPages {

    static final int PAGE = 100;
    private static final int KEPT = 40;
    private static final int WAITING = 4;

    private final Session session;
    private final ExampleView view;
    private final RowTexts texts;
    private final Runnable arrived;
    private final SequencedSet<Integer> wanted = new LinkedHashSet<>();
    private boolean reading;
    private final Map<Integer, List<RowItem>> pages = new LinkedHashMap<>(64, .75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<RowItem>> eldest) {
            return size() > KEPT;
        }
    };

    /// `arrived` runs when a page came in.
    public RowPages(Session session, ReadRows.Found found, Runnable arrived) {
        this.session = session;
        this.view = found.view();
        this.texts = found.texts();
        this.arrived = arrived;
        pages.putAll(found.pages());
    }

    public ExampleView view() {
        return view;
    }

    public int size() {
        return view.size();
    }

    public boolean isEmpty() {
        return view.size() == 0;
    }

    /// A line; asks for its page when it is not there.
    RowItem get(int index) {
        List<RowItem> page = pages.get(index / PAGE);
        if (page != null) {
            return page.get(index % PAGE);
        }
        ask(index / PAGE);
        return new RowItem(index, view.id(index), Optional.empty(), Map.of());
    }

    private void ask(int page) {
        wanted.remove(page);
        wanted.addLast(page);
        while (wanted.size() > WAITING) {
            wanted.removeFirst();
        }
        readNext();
    }

    private void readNext() {
        if (reading || wanted.isEmpty()) {
            return;
        }
        int page = wanted.removeLast();
        reading = true;
        session.read(_ -> read(view, page, texts), outcome -> {
            reading = false;
            switch (outcome) {
                case Outcome.Done(var rows) -> {
                    pages.put(page, rows);
                    arrived.run();
                }
                case Outcome.Failed(var cause) -> session.tell(cause);
                case Outcome.Stopped() -> {}
            }
            readNext();
        });
    }

    /// Reads the rows of one page.
    static List<RowItem> read(ExampleView view, int page, RowTexts texts) throws IOException {
        var rows = new ArrayList<RowItem>();
        for (int index = page * PAGE; index < Math.min(view.size(), (page + 1) * PAGE); index++) {
            ExampleRow row = view.row(index);
            rows.add(new RowItem(index, row.id(), Optional.of(row), texts.of(row.id())));
        }
        return List.copyOf(rows);
    }
}
