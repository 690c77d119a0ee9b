package fettle.ui.example.facet;

import fettle.example.ExampleQuery;
import fettle.example.FacetCounts;
import fettle.job.ExpectedException;
import fettle.ui.example.filter.FieldFilter;
import fettle.ui.example.filter.QueryModel;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The facets without their pixels: which are shown, in which order, what they count, what a click asks for.
public final class FacetsViewModel {

    /// Which facets are shown.
    ///
    /// @param shown in their order
    /// @param folded those of which only the head is shown
    /// @param byName those whose choices stand by name and not by count
    public record Layout(List<Facet> shown, Set<String> folded, Set<String> byName) {

        static final Layout USUAL = of(Facet.USUAL, Set.of(), Set.of());

        public Layout {
            shown = List.copyOf(shown);
            folded = Set.copyOf(folded);
            byName = Set.copyOf(byName);
        }

        /// From the words of fields; those that are no facets are passed over.
        public static Layout of(List<String> words, Set<String> folded, Set<String> byName) {
            return new Layout(words.stream().distinct().flatMap(word -> Facet.of(word).stream()).toList(), folded,
                    byName);
        }

        boolean isOpen(Facet facet) {
            return shown.contains(facet) && !folded.contains(facet.word());
        }

        Layout with(List<Facet> newShown) {
            return new Layout(newShown, folded, byName);
        }
    }

    private static final FacetCounts NOTHING = new FacetCounts(0, Map.of(), Map.of());

    private final Session session;
    private final QueryModel query;
    private final Reading<FacetCounts> counting;
    private final ReadOnlyObjectWrapper<Layout> layout = new ReadOnlyObjectWrapper<>(Layout.USUAL);
    private final ReadOnlyObjectWrapper<FacetCounts> counts = new ReadOnlyObjectWrapper<>(NOTHING);

    public FacetsViewModel(Session session, QueryModel query) {
        this.session = session;
        this.query = query;
        this.counting = new Reading<>(session, counts::set);
        session.projectProperty().subscribe(_ -> {
            counts.set(NOTHING);
            count();
        });
        session.revisionProperty().addListener(_ -> count());
        query.queryProperty().addListener(_ -> count());
    }

    // ---- commands ----

    /// Counts anew.
    public void count() {
        session.projectProperty().get().ifPresent(project -> {
            ExampleQuery now = query.queryProperty().get();
            List<String> fields = layout.get().shown().stream()
                    .filter(facet -> facet.kind() != Facet.Kind.TEXT && layout.get().isOpen(facet)).map(Facet::word)
                    .toList();
            counting.start(_ -> {
                try {
                    return project.examples().facets(now, fields);
                } catch (ExpectedException wrong) {
                    if (wrong.kind().equals("read-only") || wrong.kind().equals("disk")) {
                        throw wrong;
                    }
                    return NOTHING; // the rows tell what is wrong with the question
                }
            });
        });
    }

    /// Changes what is asked of a field.
    public void ask(FieldFilter field) {
        query.ask(field);
    }

    /// Shows a further facet, at the end.
    public void add(Facet facet) {
        if (!layout.get().shown().contains(facet)) {
            var shown = new ArrayList<>(layout.get().shown());
            shown.add(facet);
            set(layout.get().with(shown));
        }
    }

    /// Takes a facet away; what it asked for stays in the filter.
    public void remove(Facet facet) {
        set(layout.get().with(layout.get().shown().stream().filter(other -> !other.equals(facet)).toList()));
    }

    /// One place up by -1, down by 1.
    public void move(Facet facet, int by) {
        var shown = new ArrayList<>(layout.get().shown());
        int at = shown.indexOf(facet);
        int to = at + by;
        if (at >= 0 && to >= 0 && to < shown.size()) {
            shown.remove(at);
            shown.add(to, facet);
            set(layout.get().with(shown));
        }
    }

    /// Shows only the head of a facet, or all of it again.
    public void fold(Facet facet) {
        set(new Layout(layout.get().shown(), toggled(layout.get().folded(), facet.word()), layout.get().byName()));
    }

    /// Sorts choices by name instead of by count, and the other way round.
    public void sort(Facet facet) {
        set(new Layout(layout.get().shown(), layout.get().folded(), toggled(layout.get().byName(), facet.word())));
    }

    /// Shows the facets as they were when the person was here last.
    public void restore(Layout remembered) {
        set(remembered.shown().isEmpty() && remembered.folded().isEmpty() ? Layout.USUAL : remembered);
    }

    /// As in a new project.
    public void reset() {
        set(Layout.USUAL);
    }

    // ---- properties ----

    public ReadOnlyObjectProperty<Layout> layoutProperty() {
        return layout.getReadOnlyProperty();
    }

    /// What is counted; facets that were not counted yet are absent.
    public ReadOnlyObjectProperty<FacetCounts> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /// What is asked of a facet's field now.
    public FieldFilter asked(Facet facet) {
        return query.field(facet.word());
    }

    QueryModel query() {
        return query;
    }

    private void set(Layout now) {
        layout.set(now);
        count();
    }

    private static Set<String> toggled(Set<String> words, String word) {
        var changed = new HashSet<>(words);
        if (!changed.remove(word)) {
            changed.add(word);
        }
        return changed;
    }
}
