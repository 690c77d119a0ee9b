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

    /// Takes the row out of every list; undo brings it back.
    record Delete(long id) implements Change {}
}
