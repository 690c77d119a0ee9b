package fettle.example.bulk;

import fettle.example.Change;
import fettle.example.Example;
import fettle.job.ExpectedException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What is done to each of many rows. Pure: the same row gives the same result, and nothing is written.
@FunctionalInterface
public interface RowAct {

    /// What becomes of a row. Throws an [ExpectedException] when this row cannot be worked on, such as of kind
    /// "slow-pattern".
    Result on(Example example) throws ExpectedException;

    /// The changes of one row; none when it stays as it is.
    ///
    /// @param hits places in it that differ; 0 when it stays
    record Result(List<Change> changes, int hits) {

        public static final Result NONE = new Result(List.of(), 0);

        public static Result of(Change change) {
            return new Result(List.of(change), 1);
        }

        /// A new body, unless it equals the old one.
        static Result body(Example example, ObjectNode body, int hits) {
            return body.equals(example.body())
                    ? NONE
                    : new Result(List.of(new Change.SetBody(example.id(), body)), Math.max(1, hits));
        }

        public boolean isEmpty() {
            return changes.isEmpty();
        }

        /// The body that the row will have, when it gets another.
        public Optional<ObjectNode> body() {
            return changes.stream().filter(Change.SetBody.class::isInstance).map(Change.SetBody.class::cast)
                    .map(Change.SetBody::body).findFirst();
        }
    }
}
