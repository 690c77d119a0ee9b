package fettle.ui.example.table;

import fettle.example.ExampleView;
import java.util.BitSet;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which rows of the table are selected beside the one that is open. A million rows are selected as quickly as one:
/// ids are bits, and "everything in this view" is a state of its own.
public final class Selection {

    /// What is selected.
    public sealed interface State {

        /// Nothing but the row that is open.
        record Nothing() implements State {}

        /// Some rows of the view.
        ///
        /// @param count at least 1
        record Some(int count) implements State {}

        /// Everything in the view.
        record Everything(int count) implements State {}
    }

    private static final String EVERYTHING = "everything";
    private static final int LONGEST = 100_000;

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Nothing());
    private BitSet ids = new BitSet();
    private Optional<ExampleView> view = Optional.empty();
    private int anchor = -1;
    private String wanted = "";

    // ---- commands ----

    /// Selects what [#words] once said, as soon as rows are shown. What cannot be read selects nothing.
    public void restore(String words) {
        wanted = words;
    }

    /// The person looks at other rows now. Selected rows that are no longer among them are let go of; `sameQuery` keeps
    /// "everything" when the same question was only asked again.
    public void show(ExampleView newView, boolean sameQuery) {
        view = Optional.of(newView);
        if (!wanted.isEmpty()) {
            takeUp(wanted);
            wanted = "";
            return;
        }
        switch (state.get()) {
            case State.Nothing() -> {}
            case State.Some(_) -> retain(newView);
            case State.Everything(_) -> state.set(sameQuery && newView.size() > 0
                    ? new State.Everything(newView.size())
                    : new State.Nothing());
        }
    }

    private void takeUp(String words) {
        ids = new BitSet();
        if (words.equals(EVERYTHING)) {
            everything();
            return;
        }
        for (String run : words.split(",", -1)) {
            if (run.matches("\\d{1,9}(-\\d{1,9})?")) {
                int dash = run.indexOf('-');
                int from = Integer.parseInt(dash < 0 ? run : run.substring(0, dash));
                ids.set(from, Math.max(from, dash < 0 ? from : Integer.parseInt(run.substring(dash + 1))) + 1);
            }
        }
        view.ifPresent(this::retain);
    }

    private void retain(ExampleView newView) {
        var kept = new BitSet(ids.length());
        for (int line = 0; line < newView.size(); line++) {
            int id = bit(newView.id(line));
            if (ids.get(id)) {
                kept.set(id);
            }
        }
        ids = kept;
        tell();
    }

    /// A plain click: only the row that is opened; a later Shift+click reaches from here.
    public void only(int line) {
        anchor = line;
        clear();
    }

    /// Nothing any more.
    public void clear() {
        wanted = "";
        ids.clear();
        state.set(new State.Nothing());
    }

    /// Ctrl/⌘+click or Space: this row too, or no longer. `open` is the line of the open row, or -1: the first row that
    /// is added to it takes it along.
    public void toggle(int line, int open) {
        view.ifPresent(shown -> {
            expand();
            if (ids.isEmpty() && open >= 0 && open != line) {
                ids.set(bit(shown.id(open)));
            }
            ids.flip(bit(shown.id(line)));
            anchor = line;
            tell();
        });
    }

    /// Shift+click or Shift+arrow: all from where the selection began up to this line. `open` is where it begins when
    /// nothing was clicked yet.
    public void reach(int line, int open) {
        view.ifPresent(shown -> {
            if (anchor < 0 || anchor >= shown.size()) {
                anchor = Math.max(0, open);
            }
            ids.clear();
            for (int at = Math.min(anchor, line); at <= Math.max(anchor, line); at++) {
                ids.set(bit(shown.id(at)));
            }
            tell();
        });
    }

    /// Ctrl/⌘+A: everything in this view. Touches no row.
    public void everything() {
        view.filter(shown -> shown.size() > 0).ifPresent(shown -> {
            ids.clear();
            state.set(new State.Everything(shown.size()));
        });
    }

    // ---- properties ----

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The selection in a few letters, for [#restore]: ids and ranges of them. Very scattered ones are not kept.
    public String words() {
        if (state.get() instanceof State.Everything) {
            return EVERYTHING;
        }
        var runs = new StringJoiner(",");
        for (int from = ids.nextSetBit(0); from >= 0;) {
            int end = ids.nextClearBit(from);
            runs.add(end - from == 1 ? Integer.toString(from) : from + "-" + (end - 1));
            from = ids.nextSetBit(end);
            if (runs.length() > LONGEST) {
                return "";
            }
        }
        return runs.toString();
    }

    public boolean contains(long id) {
        return state.get() instanceof State.Everything || ids.get(bit(id));
    }

    /// What an action acts on now. `filtered` says whether a filter or a search leaves rows out.
    public Targets targets(boolean filtered) {
        if (view.isEmpty() || view.get().size() == 0) {
            return Targets.NONE;
        }
        ExampleView shown = view.get();
        return switch (state.get()) {
            case State.Some(int count) -> {
                BitSet chosen = (BitSet) ids.clone();
                yield new Targets(Targets.Kind.SELECTED, count, () -> lines(shown)
                        .filter(line -> chosen.get(bit(shown.id(line)))).mapToLong(shown::id).toArray());
            }
            case State.Everything(int count) -> new Targets(Targets.Kind.SELECTED, count, () -> all(shown));
            case State.Nothing() -> new Targets(filtered ? Targets.Kind.SHOWN : Targets.Kind.ALL, shown.size(),
                    () -> all(shown));
        };
    }

    private static long[] all(ExampleView view) {
        return lines(view).mapToLong(view::id).toArray();
    }

    private static IntStream lines(ExampleView view) {
        return IntStream.range(0, view.size());
    }

    /// "Everything" becomes its rows, because one of them is about to leave.
    private void expand() {
        if (state.get() instanceof State.Everything) {
            view.ifPresent(shown -> lines(shown).forEach(line -> ids.set(bit(shown.id(line)))));
        }
    }

    private void tell() {
        int count = ids.cardinality();
        state.set(count == 0 ? new State.Nothing() : new State.Some(count));
    }

    /// Ids are dense and ascending, so they serve as bits.
    private static int bit(long id) {
        return Math.toIntExact(id);
    }
}
