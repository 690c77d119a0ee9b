package fettle.project;

import fettle.example.BodyJson;
import fettle.example.Change;
import fettle.example.Change.Delete;
import fettle.example.Change.SetBody;
import fettle.example.Change.SetStatus;
import fettle.example.Example.Origin;
import fettle.example.ExampleQuery;
import fettle.example.ExampleRow;
import fettle.example.ExampleStatus;
import fettle.example.ExampleStore;
import fettle.example.ExampleStore.Addition;
import fettle.example.ExampleView;
import fettle.example.NewExample;
import fettle.example.Step;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.node.ObjectNode;

/// A walk of mixed edits that two processes can make alike, from a seed: one on a store, one on plain lists.
final class Walk {

    private Walk() {}

    /// What happens in one step; it says all that both sides need.
    record Move(int kind, int pick, String mark) {

        static Move next(Random random, String mark) {
            return new Move(random.nextInt(8), random.nextInt(1 << 20), mark);
        }
    }

    /// A row as it is compared.
    record Row(long id, String answer, ExampleStatus status) {}

    /// Makes the move on a store; its end is the acknowledgement.
    static void make(Move move, ExampleStore store) throws IOException {
        ExampleView view = store.view(ExampleQuery.ALL);
        if ((view.size() == 0 && move.kind <= 5) || move.kind <= 1) {
            try (Addition addition = store.add("Added " + move.mark)) {
                for (int row = 0; row <= move.pick % 3; row++) {
                    addition.add(new NewExample(body(move.mark + "-" + row), List.of("walk"), Origin.UNKNOWN));
                }
            }
            return;
        }
        switch (move.kind) {
            case 6 -> store.undo();
            case 7 -> store.redo();
            default -> {
                long id = view.id(move.pick % view.size());
                Change change = switch (move.kind) {
                    case 2, 3 -> new SetBody(id, body(move.mark));
                    case 4 -> new Delete(id);
                    default -> new SetStatus(id, status(move));
                };
                store.apply(List.of(change), "Changed " + move.mark);
            }
        }
    }

    private static ExampleStatus status(Move move) {
        return move.pick % 2 == 0 ? ExampleStatus.APPROVED : ExampleStatus.REJECTED;
    }

    static ObjectNode body(String answer) {
        ObjectNode body = BodyJson.mapper().createObjectNode();
        var messages = body.putArray("messages");
        messages.addObject().put("role", "user").put("content", "What is said?");
        messages.addObject().put("role", "assistant").put("content", answer);
        return body;
    }

    static List<Row> rows(ExampleStore store) throws IOException {
        ExampleView view = store.view(ExampleQuery.ALL);
        var rows = new ArrayList<Row>();
        for (int index = 0; index < view.size(); index++) {
            ExampleRow row = view.row(index);
            rows.add(new Row(row.id(), row.answer(), row.status()));
        }
        return rows;
    }

    /// The same walk on plain lists.
    static final class Paper {

        private record Page(String sentence, List<Row> before, List<Row> after) {}

        private final Deque<Page> done = new ArrayDeque<>();
        private final Deque<Page> undone = new ArrayDeque<>();
        private List<Row> rows = List.of();
        private long lastId;

        Paper() {}

        Paper(Paper other) {
            done.addAll(other.done);
            undone.addAll(other.undone);
            rows = other.rows;
            lastId = other.lastId;
        }

        List<Row> rows() {
            return rows;
        }

        /// As "sentence" or "(sentence)" when it is undone.
        List<String> history() {
            var history = new ArrayList<String>();
            done.descendingIterator().forEachRemaining(page -> history.add(page.sentence));
            undone.iterator().forEachRemaining(page -> history.add("(" + page.sentence + ")"));
            return history;
        }

        void make(Move move) {
            if ((rows.isEmpty() && move.kind <= 5) || move.kind <= 1) {
                add(move);
            } else if (move.kind == 6) {
                if (!done.isEmpty()) {
                    undone.push(done.pop());
                    rows = undone.element().before;
                }
            } else if (move.kind == 7) {
                if (!undone.isEmpty()) {
                    done.push(undone.pop());
                    rows = done.element().after;
                }
            } else {
                change(move);
            }
        }

        private void add(Move move) {
            var after = new ArrayList<>(rows);
            for (int row = 0; row <= move.pick % 3; row++) {
                after.add(new Row(++lastId, move.mark + "-" + row, ExampleStatus.DRAFT));
            }
            turn("Added " + move.mark, after);
        }

        private void change(Move move) {
            int index = move.pick % rows.size();
            Row row = rows.get(index);
            var after = new ArrayList<>(rows);
            switch (move.kind) {
                case 2, 3 -> after.set(index, new Row(row.id, move.mark, row.status));
                case 4 -> after.remove(index);
                default -> after.set(index, new Row(row.id, row.answer, status(move)));
            }
            if (!after.equals(rows)) {
                turn("Changed " + move.mark, after);
            }
        }

        private void turn(String sentence, List<Row> after) {
            undone.clear();
            done.push(new Page(sentence, rows, List.copyOf(after)));
            rows = List.copyOf(after);
        }
    }

    static List<String> history(ExampleStore store) throws IOException {
        return store.history().stream().map(step -> step.undone() ? "(" + step.sentence() + ")" : step.sentence())
                .toList();
    }

    /// How many of the steps are done.
    static long done(List<Step> history) {
        return history.stream().filter(step -> !step.undone()).count();
    }
}
