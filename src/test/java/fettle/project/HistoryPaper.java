package fettle.project;

import fettle.example.ExampleStatus;
import fettle.example.Remarks;
import fettle.example.Step;
import fettle.example.Step.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A history with branches on plain maps: each step with all rows as they are just after it. Slow and simple, to compare
/// the real one with.
final class HistoryPaper {

    /// A row as it is compared.
    ///
    /// @param first the answer that it came with
    record Row(long id, String first, String answer, ExampleStatus status, List<String> tags, Remarks remarks,
            boolean binned) {

        static Row fresh(long id, String answer) {
            return new Row(id, answer, answer, ExampleStatus.DRAFT, List.of("walk"), Remarks.NONE, false);
        }
    }

    private record Page(String sentence, long parent, Map<Long, Row> rows) {}

    private final TreeMap<Long, Page> pages = new TreeMap<>();
    private final List<Long> redo = new ArrayList<>();
    private long head;
    private long lastId;

    HistoryPaper() {}

    HistoryPaper(HistoryPaper other) {
        pages.putAll(other.pages);
        redo.addAll(other.redo);
        head = other.head;
        lastId = other.lastId;
    }

    /// By id, those in the bin too.
    Map<Long, Row> rows() {
        return rowsAt(head);
    }

    Map<Long, Row> rowsAt(long step) {
        return step == 0 ? Map.of() : Objects.requireNonNull(pages.get(step)).rows;
    }

    long head() {
        return head;
    }

    List<Long> numbers() {
        return List.copyOf(pages.keySet());
    }

    /// "3 after 2, DONE: sentence".
    List<String> history() {
        Set<Long> done = new TreeSet<>();
        for (long at = head; at != 0; at = parent(at)) {
            done.add(at);
        }
        var history = new ArrayList<String>();
        pages.forEach((number, page) -> history.add(words(number, page.parent,
                done.contains(number) ? State.DONE : redo.contains(number) ? State.UNDONE : State.BRANCH,
                page.sentence)));
        return history;
    }

    static String words(Step step) {
        return words(step.number(), step.parent(), step.state(), step.sentence());
    }

    private static String words(long number, long parent, State state, String sentence) {
        return number + " after " + parent + ", " + state + ": " + sentence;
    }

    private long parent(long step) {
        return Objects.requireNonNull(pages.get(step)).parent;
    }

    private long last() {
        return pages.isEmpty() ? 0 : pages.lastKey();
    }

    void add(List<String> answers, String sentence) {
        var after = new TreeMap<>(rows());
        for (String answer : answers) {
            lastId++;
            after.put(lastId, Row.fresh(lastId, answer));
        }
        turn(after, sentence);
    }

    void change(List<Row> changed, String sentence) {
        var after = new TreeMap<>(rows());
        changed.forEach(row -> after.put(row.id, row));
        if (!after.equals(rows())) {
            turn(after, sentence);
        }
    }

    /// As [fettle.example.ExampleStore#apply] with a step to join.
    long type(Row changed, String sentence, long into) {
        boolean newest = into != 0 && into == head && into == last() && redo.isEmpty();
        Row now = Objects.requireNonNull(rows().get(changed.id));
        if (now.equals(changed)) {
            return newest ? into : 0;
        }
        if (!newest || !onlyAnswerOf(changed.id, into)) {
            change(List.of(changed), sentence);
            return head;
        }
        Page page = Objects.requireNonNull(pages.remove(into));
        var after = new TreeMap<>(page.rows);
        after.put(changed.id, changed);
        if (after.equals(rowsAt(page.parent))) {
            head = page.parent;
            return 0;
        }
        pages.put(into, new Page(sentence, page.parent, after));
        return into;
    }

    /// Whether a step changed the answer of this row, and no other row.
    private boolean onlyAnswerOf(long id, long step) {
        Map<Long, Row> before = rowsAt(parent(step));
        Map<Long, Row> after = rowsAt(step);
        boolean others = after.values().stream().anyMatch(row -> row.id != id && !row.equals(before.get(row.id)));
        Row was = before.get(id);
        Row is = after.get(id);
        return !others && was != null && is != null && !was.answer.equals(is.answer);
    }

    private void turn(Map<Long, Row> after, String sentence) {
        long number = last() + 1;
        pages.put(number, new Page(sentence, head, Map.copyOf(after)));
        head = number;
        redo.clear();
    }

    void undo() {
        if (head != 0) {
            redo.addFirst(head);
            head = parent(head);
        }
    }

    void redo() {
        if (!redo.isEmpty()) {
            head = redo.removeFirst();
        }
    }

    void travel(long to) {
        var back = new ArrayList<Long>();
        var ancestors = new ArrayList<Long>();
        for (long at = to; at != 0; at = parent(at)) {
            ancestors.add(at);
        }
        for (long at = head; at != 0 && !ancestors.contains(at); at = parent(at)) {
            back.addFirst(at);
        }
        boolean onlyBack = depth() - back.size() == ancestors.size();
        if (onlyBack) {
            redo.addAll(0, back);
        } else if (redo.contains(to)) {
            redo.subList(0, redo.indexOf(to) + 1).clear();
        } else {
            redo.clear();
            for (long next = newestChild(to); next != 0; next = newestChild(next)) {
                redo.add(next);
            }
        }
        head = to;
    }

    private int depth() {
        int depth = 0;
        for (long at = head; at != 0; at = parent(at)) {
            depth++;
        }
        return depth;
    }

    private long newestChild(long step) {
        return pages.entrySet().stream().filter(entry -> entry.getValue().parent == step).mapToLong(Map.Entry::getKey)
                .max().orElse(0);
    }
}
