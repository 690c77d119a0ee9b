package fettle.project.example;

import fettle.example.ExampleQuery.Condition;
import fettle.example.FacetCounts.Bars;
import fettle.example.FacetCounts.Choice;
import fettle.job.ExpectedException;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/// A field that rows are filtered, sorted and counted by, without reading them. Guarded by the store's lock.
interface Field {

    /// The rows of the first `size` places that fit the condition, which is on this field. Throws an [ExpectedException] of
    /// kind "filter" when it cannot be asked.
    BitSet fitting(Condition condition, int size) throws ExpectedException;

    /// Numbers in the order of the field's values.
    Column order();

    /// What a field's values are like.
    sealed interface Tally {

        record Choices(List<Choice> choices) implements Tally {}

        record Histogram(Bars bars) implements Tally {}
    }

    /// Counts the values among `rows`. The values `named` are among the choices in any case.
    Tally count(BitSet rows, Set<String> named);
}
