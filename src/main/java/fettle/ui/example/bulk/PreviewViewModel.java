package fettle.ui.example.bulk;

import fettle.example.ExampleStore;
import fettle.example.bulk.LookAhead;
import fettle.example.bulk.LookAhead.Slice;
import fettle.example.bulk.LookAhead.Slice.Bounds;
import fettle.example.bulk.RowAct;
import fettle.job.ExpectedException;
import fettle.job.Outcome;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.ui.example.table.Targets;
import fettle.ui.session.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What an act would change: its first rows at once, while the rest is still counted.
final class PreviewViewModel {

    /// Rows that are shown before the person asks for more.
    static final int SHOWN = 200;
    private static final long FIRST_MILLIS = 40;
    private static final long NEXT_MILLIS = 200;

    /// How far the counting is.
    ///
    /// @param looked rows looked at
    /// @param all rows in all
    /// @param rows of them that change
    /// @param hits places in those
    /// @param busy how many rows each rule has something to do in
    record Count(int looked, int all, int rows, int hits, Map<String, Integer> busy) {

        static final Count NONE = new Count(0, 0, 0, 0, Map.of());

        boolean done() {
            return looked >= all;
        }

        private Count plus(Slice slice, int size) {
            var sum = new HashMap<>(busy);
            slice.busy().forEach((rule, some) -> sum.merge(rule, some, Integer::sum));
            return new Count(slice.next(), size, rows + slice.rows(), hits + slice.hits(), Map.copyOf(sum));
        }
    }

    private record Part(int all, Slice slice, List<PreviewRow> rows) {}

    private final Session session;
    private final ExampleStore store;
    private final Targets targets;
    private final ReadOnlyObjectWrapper<Count> count = new ReadOnlyObjectWrapper<>(Count.NONE);
    private final ReadOnlyObjectWrapper<Set<Long>> without = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObservableList<PreviewRow> rows = FXCollections.observableArrayList();
    private Optional<RowAct> act = Optional.empty();
    private final AtomicReference<long[]> ids = new AtomicReference<>(new long[0]); // empty before they are read
    private int shown = SHOWN;
    private long asked;
    private fettle.job.@org.jspecify.annotations.Nullable Job reading;

    PreviewViewModel(Session session, ExampleStore store, Targets targets) {
        this.session = session;
        this.store = store;
        this.targets = targets;
    }

    // ---- commands ----

    /// Looks through the rows anew.
    void look(RowAct newAct) {
        act = Optional.of(newAct);
        shown = SHOWN;
        without.set(Set.of());
        again();
    }

    /// Shows nothing, with the reason.
    void refuse(String sentence) {
        end();
        act = Optional.empty();
        rows.clear();
        count.set(Count.NONE);
        problem.set(sentence);
    }

    /// Shows 200 rows more.
    void more() {
        shown += SHOWN;
        again();
    }

    /// Leaves a row out, or takes it in again.
    void leaveOut(long id, boolean out) {
        var now = new HashSet<>(without.get());
        if (out ? now.add(id) : now.remove(id)) {
            without.set(Set.copyOf(now));
        }
    }

    /// Stops looking: the dialog is closed.
    void end() {
        asked++;
        if (reading != null) {
            reading.cancel();
            reading = null;
        }
    }

    // ---- properties ----

    ReadOnlyObjectProperty<Count> countProperty() {
        return count.getReadOnlyProperty();
    }

    /// Why nothing can be looked for; empty when all is well.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ObservableList<PreviewRow> rows() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    /// Ids of the rows that are left out.
    ReadOnlyObjectProperty<Set<Long>> withoutProperty() {
        return without.getReadOnlyProperty();
    }

    Targets targets() {
        return targets;
    }

    Optional<RowAct> act() {
        return act;
    }

    /// How many rows would change, without those left out.
    int wanted() {
        return Math.max(0, count.get().rows() - without.get().size());
    }

    // ---- what happens ----

    private void again() {
        end();
        problem.set("");
        count.set(new Count(0, Math.max(1, targets.count()), 0, 0, Map.of()));
        read(new Bounds(0, shown, FIRST_MILLIS));
    }

    private void read(Bounds bounds) {
        long mine = asked;
        act.ifPresent(now -> reading = session.read(part(now, bounds), outcome -> {
            if (mine == asked) {
                take(bounds, outcome);
            }
        }));
    }

    private Work<Part> part(RowAct now, Bounds bounds) {
        return (Progress progress) -> {
            if (ids.get().length == 0) {
                ids.set(targets.ids());
            }
            long[] all = ids.get();
            Slice slice = new LookAhead(store, now, all, bounds).run(progress);
            var found = new ArrayList<PreviewRow>();
            for (LookAhead.Changed changed : slice.changed()) {
                progress.stopIfCancelled();
                found.add(PreviewRow.of(changed));
            }
            return new Part(all.length, slice, found);
        };
    }

    private void take(Bounds bounds, Outcome<Part> outcome) {
        switch (outcome) {
            case Outcome.Done(var part) -> {
                if (bounds.from() == 0) {
                    rows.setAll(part.rows());
                } else {
                    rows.addAll(part.rows());
                }
                count.set(count.get().plus(part.slice(), part.all()));
                if (part.slice().next() < part.all()) {
                    read(new Bounds(part.slice().next(), Math.max(0, shown - rows.size()), NEXT_MILLIS));
                }
            }
            case Outcome.Failed(ExpectedException cause) -> refuse(cause.getMessage() + " " + cause.next());
            case Outcome.Failed(var cause) -> session.tell(cause);
            case Outcome.Stopped() -> {}
        }
    }
}
