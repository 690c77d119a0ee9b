package fettle.ui.example;

import fettle.ui.session.Moment;
import fettle.example.ExampleQuery;
import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleQuery.Condition.Op;
import fettle.job.ExpectedException;
import fettle.ui.session.Picked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Which rows the person wants to see, in which order: made of facets, typed conditions, a search and a sort.
final class QueryModel {

    private static final long SEARCH_MILLIS = 180;

    private final ReadOnlyObjectWrapper<ExampleQuery> query = new ReadOnlyObjectWrapper<>(ExampleQuery.ALL);
    private final ReadOnlyObjectWrapper<Optional<Picked>> picked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final StringProperty search = new SimpleStringProperty("");

    QueryModel(Moment.Maker moments) {
        Moment pause = moments.of(SEARCH_MILLIS);
        search.addListener((_, _, words) -> pause.restart(
                () -> set(query.get().where(), words.strip(), query.get().sort(), query.get().descending())));
    }

    // ---- commands ----

    /// Adds typed conditions; returns whether they could be read. The reason is in [#problemProperty].
    boolean add(String typed) {
        try {
            var where = new ArrayList<>(query.get().where());
            FilterText.parse(typed).stream().filter(condition -> !where.contains(condition)).forEach(where::add);
            problem.set("");
            where(where);
            return true;
        } catch (ExpectedException wrong) {
            problem.set(wrong.getMessage() + " " + wrong.next());
            return false;
        }
    }

    /// Only what another screen points out: rows that it picked, or those of a filter as people type it. What was asked
    /// for before is forgotten.
    void narrow(String detail) {
        clear();
        picked.set(Picked.of(detail));
        if (picked.get().isEmpty()) {
            add(detail);
        }
    }

    /// Also rows that nobody picked.
    void unpick() {
        picked.set(Optional.empty());
    }

    void remove(FilterText.Chip chip) {
        where(query.get().where().stream().filter(condition -> !chip.conditions().contains(condition)).toList());
    }

    /// Only rows with this value; once more, and the condition goes.
    void toggle(String field, String value) {
        var condition = new Condition(field, Op.EQ, value);
        boolean there = query.get().where().contains(condition);
        replace(field, there ? List.of() : List.of(condition));
    }

    /// Only rows whose field lies in this range, both ends inclusive; empty for any.
    void range(String field, Optional<long[]> range) {
        replace(field, range.map(ends -> List.of(new Condition(field, Op.GE, Long.toString(ends[0])),
                new Condition(field, Op.LE, Long.toString(ends[1])))).orElse(List.of()));
    }

    /// Sorts by a field; once more, the other way round; a third time, import order.
    void sort(String field, boolean descendingFirst) {
        ExampleQuery now = query.get();
        if (!now.sort().equals(field)) {
            set(now.where(), now.search(), field, descendingFirst);
        } else if (now.descending() == descendingFirst) {
            set(now.where(), now.search(), field, !descendingFirst);
        } else {
            set(now.where(), now.search(), "", false);
        }
    }

    /// All rows again.
    void clear() {
        problem.set("");
        search.set("");
        unpick();
        set(List.of(), "", query.get().sort(), query.get().descending());
    }

    /// As for a project that was just opened.
    void reset() {
        clear();
        query.set(ExampleQuery.ALL);
    }

    void forgetProblem() {
        problem.set("");
    }

    // ---- properties ----

    ReadOnlyObjectProperty<ExampleQuery> queryProperty() {
        return query.getReadOnlyProperty();
    }

    /// The rows that another screen picked; the query is asked among them. Empty for all.
    ReadOnlyObjectProperty<Optional<Picked>> pickedProperty() {
        return picked.getReadOnlyProperty();
    }

    /// Why typed conditions could not be read; empty when they could.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    StringProperty searchProperty() {
        return search;
    }

    boolean isFiltered() {
        return picked.get().isPresent() || !query.get().where().isEmpty() || !query.get().search().isEmpty();
    }

    /// Whether only rows with this value are wanted.
    boolean has(String field, String value) {
        return query.get().where().contains(new Condition(field, Op.EQ, value));
    }

    /// The range of a field; absent ends are empty.
    Optional<Long> end(String field, Op op) {
        return query.get().where().stream().filter(it -> it.field().equals(field) && it.op() == op)
                .map(Condition::value).filter(value -> value.matches("\\d{1,18}")).map(Long::valueOf).findFirst();
    }

    private void replace(String field, List<Condition> conditions) {
        var where = new ArrayList<>(query.get().where());
        int at = where.size();
        for (int index = where.size() - 1; index >= 0; index--) {
            if (where.get(index).field().equals(field)) {
                where.remove(index);
                at = index;
            }
        }
        where.addAll(at, conditions);
        where(where);
    }

    private void where(List<Condition> where) {
        set(List.copyOf(where), query.get().search(), query.get().sort(), query.get().descending());
    }

    private void set(List<Condition> where, String words, String sort, boolean descending) {
        query.set(new ExampleQuery(where, words, sort, descending));
    }
}
