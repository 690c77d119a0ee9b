package fettle.ui.example.filter;

import fettle.example.ExampleFilter;
import fettle.example.ExampleQuery;
import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleQuery.Condition.Op;
import fettle.example.FilterException;
import fettle.job.ExpectedException;
import fettle.ui.session.Moment;
import fettle.ui.session.Picked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Which rows the person wants to see, in which order: made of facets, typed conditions, a search and a sort.
public final class QueryModel {

    private static final long SEARCH_MILLIS = 180;

    /// Why typed conditions could not be read.
    ///
    /// @param column where, from 1; 0 when it is not known
    public record Problem(String sentence, int column) {

        static final Problem NONE = new Problem("", 0);
    }

    private final ReadOnlyObjectWrapper<List<FilterPart>> parts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<ExampleQuery> query = new ReadOnlyObjectWrapper<>(ExampleQuery.ALL);
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>(Problem.NONE);
    private final StringProperty search = new SimpleStringProperty("");
    private final Moment pause;

    public QueryModel(Moment.Maker moments) {
        pause = moments.of(SEARCH_MILLIS);
        search.addListener((_, _, _) -> pause.restart(this::searchNow));
    }

    // ---- commands ----

    /// Adds typed conditions; returns whether they could be read. The reason is in [#problemProperty].
    public boolean add(String typed) {
        return edit(Optional.empty(), typed);
    }

    /// Replaces a part by typed conditions; an empty text takes it away. Returns whether they could be read.
    public boolean edit(FilterPart part, String typed) {
        return edit(Optional.of(part), typed);
    }

    private boolean edit(Optional<FilterPart> old, String typed) {
        try {
            List<FilterPart> fresh = FilterPart.of(ExampleFilter.parse(typed));
            var all = new ArrayList<>(parts.get());
            int at = old.map(all::indexOf).filter(place -> place >= 0).orElse(all.size());
            old.ifPresent(all::remove);
            for (FilterPart part : fresh) {
                if (!all.contains(part)) {
                    all.add(Math.min(at++, all.size()), part);
                }
            }
            problem.set(Problem.NONE);
            set(all);
            return true;
        } catch (ExpectedException wrong) {
            tell(wrong);
            return false;
        }
    }

    /// Only what another screen points out: rows that it picked, or those of a filter as people type it. What was asked
    /// for before is forgotten.
    public void narrow(String detail) {
        clear();
        Optional<Picked> picked = Picked.of(detail);
        if (picked.isPresent()) {
            pick(picked.get().name(), picked.get().ids());
        } else {
            add(detail);
        }
    }

    /// Only these rows, under a name.
    public void pick(String name, List<Long> ids) {
        var rows = new Condition("id", Op.EQ,
                ids.isEmpty() ? List.of("0") : ids.stream().map(String::valueOf).toList());
        set(List.of(new FilterPart(List.of(rows), true, name)));
    }

    public void remove(FilterPart part) {
        set(parts.get().stream().filter(other -> !other.equals(part)).toList());
    }

    /// Switches a part off for a moment, or on again.
    public void turn(FilterPart part) {
        set(parts.get().stream().map(other -> other.equals(part) ? other.turned() : other).toList());
    }

    /// Asks this of a field, and nothing else of it.
    public void ask(FieldFilter field) {
        var all = new ArrayList<>(parts.get());
        int at = all.size();
        for (int index = all.size() - 1; index >= 0; index--) {
            if (all.get(index).asks(field.field())) {
                all.remove(index);
                at = index;
            }
        }
        all.addAll(at, FilterPart.of(field.conditions()));
        problem.set(Problem.NONE);
        set(all);
    }

    /// Replaces everything at once: parts, search and sort.
    public void show(List<FilterPart> newParts, String words, String sort, boolean descending) {
        problem.set(Problem.NONE);
        search.set(words);
        pause.cancel();
        parts.set(List.copyOf(newParts));
        put(words.strip(), sort, descending);
    }

    /// Sorts by a field; once more, the other way round; a third time, import order.
    public void sort(String field, boolean descendingFirst) {
        ExampleQuery now = query.get();
        if (!now.sort().equals(field)) {
            put(now.search(), field, descendingFirst);
        } else if (now.descending() == descendingFirst) {
            put(now.search(), field, !descendingFirst);
        } else {
            put(now.search(), "", false);
        }
    }

    /// All rows again.
    public void clear() {
        show(List.of(), "", query.get().sort(), query.get().descending());
    }

    /// As for a project that was just opened.
    public void reset() {
        show(List.of(), "", "", false);
    }

    /// Says why what is asked cannot be answered.
    public void tell(ExpectedException wrong) {
        problem.set(new Problem((wrong.getMessage() + " " + wrong.next()).strip(),
                wrong instanceof FilterException filter ? filter.column() : 0));
    }

    public void forgetProblem() {
        problem.set(Problem.NONE);
    }

    /// Searches for what stands in the field, without waiting for a further key.
    public void searchNow() {
        pause.cancel();
        put(search.get().strip(), query.get().sort(), query.get().descending());
    }

    // ---- properties ----

    public ReadOnlyObjectProperty<ExampleQuery> queryProperty() {
        return query.getReadOnlyProperty();
    }

    /// The filter, part by part, also those that are switched off.
    public ReadOnlyObjectProperty<List<FilterPart>> partsProperty() {
        return parts.getReadOnlyProperty();
    }

    /// Why typed conditions could not be read; its sentence is empty when they could.
    public ReadOnlyObjectProperty<Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public StringProperty searchProperty() {
        return search;
    }

    public boolean isFiltered() {
        return !query.get().where().isEmpty() || !query.get().search().isEmpty();
    }

    /// What is asked of a field now.
    public FieldFilter field(String field) {
        return FieldFilter.of(field, query.get().where());
    }

    /// The whole filter as text, without what is switched off.
    public String text() {
        return parts.get().stream().filter(FilterPart::on).map(FilterPart::text).collect(Collectors.joining(" and "));
    }

    private void set(List<FilterPart> newParts) {
        parts.set(List.copyOf(newParts));
        put(query.get().search(), query.get().sort(), query.get().descending());
    }

    private void put(String words, String sort, boolean descending) {
        List<Condition> where = parts.get().stream().filter(FilterPart::on).flatMap(part -> part.conditions().stream())
                .toList();
        query.set(new ExampleQuery(where, words, sort, descending));
    }
}
