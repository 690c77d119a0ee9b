package fettle.project;

import fettle.example.BodyJson;
import fettle.example.Change;
import fettle.example.Change.Delete;
import fettle.example.Change.Restore;
import fettle.example.Change.SetBody;
import fettle.example.Change.SetFlag;
import fettle.example.Change.SetNote;
import fettle.example.Change.SetRating;
import fettle.example.Change.SetStatus;
import fettle.example.Change.SetTags;
import fettle.example.Example.Origin;
import fettle.example.ExampleFilter;
import fettle.example.ExampleQuery;
import fettle.example.ExampleRow;
import fettle.example.ExampleStatus;
import fettle.example.ExampleStore;
import fettle.example.ExampleStore.Addition;
import fettle.example.ExampleView;
import fettle.example.NewExample;
import fettle.example.Remarks;
import fettle.example.Step;
import fettle.project.HistoryPaper.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/// A walk of mixed moves that two processes can make alike, from a seed: one on a store, one on paper.
final class Walk {

    private static final int MOST_ADDED = 3;
    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final List<ExampleStatus> STATUSES = List.of(ExampleStatus.values());

    private Walk() {}

    /// What is done in one move.
    enum Kind {
        ADD, EDIT, TYPE, DECIDE, REMARK, DELETE, RESTORE, MARK_MANY, REPLACE_IN_MANY, UNDO, REDO, TRAVEL
    }

    /// It says all that both sides need.
    record Move(Kind kind, int pick, String mark) {

        static Move next(Random random, String mark) {
            return new Move(KINDS.get(random.nextInt(KINDS.size())), random.nextInt(1 << 20), mark);
        }

        String sentence() {
            return kind + " " + mark;
        }

        List<String> added() {
            return IntStream.rangeClosed(0, pick % MOST_ADDED).mapToObj(row -> mark + "-" + row).toList();
        }

        /// The answer after an edit: now and then the one that was there before.
        String answer(String before) {
            String end = before.substring(0, Math.min(before.length(), 60));
            return pick % 5 == 0 ? before : "The answer is " + mark + (pick % 3 == 0 ? ", " + end : ".");
        }

        ExampleStatus status() {
            return STATUSES.get(pick % 3);
        }

        List<String> tags() {
            return pick % 4 == 0 ? List.of() : List.of("walk", "tag " + pick % 7);
        }

        Remarks remarks() {
            return new Remarks(pick % 6, pick % 2 == 0, pick % 3 == 0 ? "" : "Note " + mark, "");
        }
    }

    /// A walker on a store: it remembers what it types in.
    static final class OnStore {

        private final ExampleStore store;
        private long typing;

        OnStore(ExampleStore store) {
            this.store = store;
        }

        /// Makes the move; its end is the acknowledgement.
        void make(Move move) throws IOException {
            ExampleView there = store.view(ExampleQuery.ALL);
            ExampleView binned = store.view(bin());
            switch (move.kind) {
                case UNDO -> store.undo();
                case REDO -> store.redo();
                case TRAVEL -> {
                    List<Step> steps = store.history();
                    int place = move.pick % (steps.size() + 1);
                    store.travel(place == 0 ? 0 : steps.get(place - 1).number());
                }
                case RESTORE -> {
                    if (binned.size() > 0) {
                        apply(List.of(new Restore(binned.id(move.pick % binned.size()))), move);
                    }
                }
                case ADD -> add(move);
                case EDIT, TYPE, DECIDE, REMARK, DELETE, MARK_MANY, REPLACE_IN_MANY -> {
                    if (there.size() == 0) {
                        add(move);
                    } else {
                        change(move, there);
                    }
                }
            }
        }

        private void add(Move move) throws IOException {
            try (Addition addition = store.add(move.sentence())) {
                for (String answer : move.added()) {
                    addition.add(new NewExample(body(answer), List.of("walk"), Origin.UNKNOWN));
                }
            }
        }

        private void change(Move move, ExampleView view) throws IOException {
            int index = move.pick % view.size();
            ExampleRow row = view.row(index);
            switch (move.kind) {
                case TYPE -> typing = store.apply(List.of(new SetBody(row.id(), body(move.answer(row.answer())))),
                        move.sentence(), typing);
                case EDIT -> apply(List.of(new SetBody(row.id(), body(move.answer(row.answer())))), move);
                case DECIDE -> apply(List.of(new SetStatus(row.id(), move.status())), move);
                case REMARK -> apply(List.of(new SetRating(row.id(), move.remarks().rating()),
                        new SetFlag(row.id(), move.remarks().flagged()),
                        new SetNote(row.id(), move.remarks().note())), move);
                case DELETE -> apply(List.of(new Delete(row.id())), move);
                default -> changeMany(move, view);
            }
        }

        private void changeMany(Move move, ExampleView view) throws IOException {
            var changes = new ArrayList<Change>();
            for (int index = move.pick % 3; index < view.size(); index += 3) {
                ExampleRow row = view.row(index);
                if (move.kind == Kind.MARK_MANY) {
                    changes.add(new SetStatus(row.id(), move.status()));
                    changes.add(new SetTags(row.id(), move.tags()));
                } else {
                    changes.add(new SetBody(row.id(), body(move.answer(row.answer()))));
                }
            }
            apply(changes, move);
        }

        private void apply(List<Change> changes, Move move) throws IOException {
            store.apply(changes, move.sentence());
        }
    }

    /// The same walker on paper.
    static final class OnPaper {

        private final HistoryPaper paper;
        private long typing;

        OnPaper(HistoryPaper paper) {
            this.paper = paper;
        }

        OnPaper(OnPaper other) {
            this.paper = new HistoryPaper(other.paper);
            this.typing = other.typing;
        }

        HistoryPaper paper() {
            return paper;
        }

        void make(Move move) {
            List<Row> there = paper.rows().values().stream().filter(row -> !row.binned())
                    .sorted((one, other) -> Long.compare(one.id(), other.id())).toList();
            List<Row> binned = paper.rows().values().stream().filter(Row::binned)
                    .sorted((one, other) -> Long.compare(one.id(), other.id())).toList();
            switch (move.kind) {
                case UNDO -> paper.undo();
                case REDO -> paper.redo();
                case TRAVEL -> {
                    List<Long> numbers = paper.numbers();
                    int place = move.pick % (numbers.size() + 1);
                    paper.travel(place == 0 ? 0 : numbers.get(place - 1));
                }
                case RESTORE -> {
                    if (!binned.isEmpty()) {
                        paper.change(List.of(bin(binned.get(move.pick % binned.size()), false)), move.sentence());
                    }
                }
                case ADD -> paper.add(move.added(), move.sentence());
                case EDIT, TYPE, DECIDE, REMARK, DELETE, MARK_MANY, REPLACE_IN_MANY -> {
                    if (there.isEmpty()) {
                        paper.add(move.added(), move.sentence());
                    } else {
                        change(move, there);
                    }
                }
            }
        }

        private void change(Move move, List<Row> there) {
            Row row = there.get(move.pick % there.size());
            switch (move.kind) {
                case TYPE -> typing = paper.type(answer(row, move), move.sentence(), typing);
                case EDIT -> paper.change(List.of(answer(row, move)), move.sentence());
                case DECIDE -> paper.change(List.of(new Row(row.id(), row.first(), row.answer(), move.status(),
                        row.tags(), row.remarks(), false)), move.sentence());
                case REMARK -> paper.change(List.of(new Row(row.id(), row.first(), row.answer(), row.status(),
                        row.tags(), move.remarks(), false)), move.sentence());
                case DELETE -> paper.change(List.of(bin(row, true)), move.sentence());
                default -> changeMany(move, there);
            }
        }

        private void changeMany(Move move, List<Row> there) {
            var changed = new ArrayList<Row>();
            for (int index = move.pick % 3; index < there.size(); index += 3) {
                Row row = there.get(index);
                changed.add(move.kind == Kind.MARK_MANY
                        ? new Row(row.id(), row.first(), row.answer(), move.status(), move.tags(), row.remarks(), false)
                        : answer(row, move));
            }
            paper.change(changed, move.sentence());
        }

        private static Row answer(Row row, Move move) {
            return new Row(row.id(), row.first(), move.answer(row.answer()), row.status(), row.tags(), row.remarks(),
                    false);
        }

        private static Row bin(Row row, boolean binned) {
            return new Row(row.id(), row.first(), row.answer(), row.status(), row.tags(), row.remarks(), binned);
        }
    }

    static ObjectNode body(String answer) {
        ObjectNode body = BodyJson.mapper().createObjectNode();
        var messages = body.putArray("messages");
        messages.addObject().put("role", "user").put("content", "What is said?");
        messages.addObject().put("role", "assistant").put("content", answer);
        return body;
    }

    private static ExampleQuery bin() throws IOException {
        return new ExampleQuery(ExampleFilter.parse("bin = yes"), "", "", false);
    }

    /// The rows of a store, by id, those in the bin too.
    static Map<Long, Row> rows(ExampleStore store) throws IOException {
        var rows = new TreeMap<Long, Row>();
        put(store.view(ExampleQuery.ALL), false, rows);
        put(store.view(bin()), true, rows);
        return rows;
    }

    private static void put(ExampleView view, boolean binned, Map<Long, Row> rows) throws IOException {
        for (int index = 0; index < view.size(); index++) {
            ExampleRow row = view.row(index);
            rows.put(row.id(), new Row(row.id(), row.edited() ? "" : row.answer(), row.answer(), row.status(),
                    row.tags(), row.remarks(), binned));
        }
    }

    /// The rows on paper as [#rows] gives them: of the first answer only whether the present one differs.
    static Map<Long, Row> comparable(Map<Long, Row> rows) {
        var comparable = new TreeMap<Long, Row>();
        rows.forEach((id, row) -> comparable.put(id, new Row(id, row.first().equals(row.answer()) ? row.first() : "",
                row.answer(), row.status(), row.tags(), row.remarks(), row.binned())));
        return comparable;
    }

    static List<String> history(ExampleStore store) throws IOException {
        return store.history().stream().map(HistoryPaper::words).toList();
    }

    /// How many of the steps are done.
    static long done(List<Step> history) {
        return history.stream().filter(Step::done).count();
    }
}
