package fettle.example;

import fettle.example.ExampleRow.Side;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// One change to one row. Changes made together are one step of the history.
public sealed interface Change {

    long id();

    record SetBody(long id, ObjectNode body) implements Change {}

    record SetStatus(long id, ExampleStatus status) implements Change {}

    record SetTags(long id, List<String> tags) implements Change {}

    record SetSplit(long id, Side side) implements Change {}

    /// 1 to 5; 0 takes the rating away.
    record SetRating(long id, int rating) implements Change {

        public SetRating {
            if (rating < 0 || rating > Remarks.BEST) {
                throw new IllegalArgumentException("A rating is 1 to 5, or 0 for none, not " + rating + ".");
            }
        }
    }

    record SetFlag(long id, boolean flagged) implements Change {}

    /// An empty note takes it away.
    record SetNote(long id, String note) implements Change {}

    /// Moves the row to another dataset of the project; the empty name is the main one.
    record SetDataset(long id, String dataset) implements Change {}

    /// Puts the row into the bin: no list has it unless it asks for the bin.
    record Delete(long id) implements Change {}

    /// Takes the row out of the bin.
    record Restore(long id) implements Change {}
}
