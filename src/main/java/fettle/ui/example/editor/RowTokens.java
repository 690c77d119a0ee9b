package fettle.ui.example.editor;

import fettle.ui.session.Moment;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tools.jackson.databind.node.ObjectNode;

/// The tokens of the open row and of each of its turns, counted behind what is typed. Screen thread only.
final class RowTokens {

    private static final long PAUSE_MILLIS = 150;

    private final ReadOnlyObjectWrapper<TurnTokens.Counted> tokens = new ReadOnlyObjectWrapper<>(
            TurnTokens.Counted.NONE);
    private final Counting counter;
    private final List<EditedTurn> turns;
    private final Supplier<ObjectNode> body;
    private final Reading<TurnTokens.Counted> counting;
    private final Moment pause;

    /// @param turns those of the open row, whenever it is asked
    /// @param body the row as it stands on the screen
    RowTokens(Session session, Counting counter, List<EditedTurn> turns, Supplier<ObjectNode> body,
            Moment.Maker moments) {
        this.counter = counter;
        this.turns = turns;
        this.body = body;
        this.counting = new Reading<>(session, this::counted);
        this.pause = moments.of(PAUSE_MILLIS);
    }

    ReadOnlyObjectProperty<TurnTokens.Counted> countedProperty() {
        return tokens.getReadOnlyProperty();
    }

    /// Tokens that a row may have.
    int limit() {
        return counter.limit();
    }

    /// Counts a moment from now.
    void soon() {
        pause.restart(this::count);
    }

    void count() {
        counting.start(new TurnTokens(body.get(), counter.counter(), counter.limit()));
    }

    void cancel() {
        pause.cancel();
    }

    private void counted(TurnTokens.Counted counted) {
        tokens.set(counted);
        for (int turn = 0; turn < Math.min(turns.size(), counted.turns().size()); turn++) {
            turns.get(turn).tokensProperty().set(counted.turns().get(turn));
        }
    }
}
