package fettle.example.bulk;

import fettle.example.Example;
import fettle.job.ExpectedException;
import java.util.Set;

/// An act of several named rules, each of which can be off.
public interface Ruled extends RowAct {

    /// What becomes of a row, and which rules have something to do in it.
    ///
    /// @param busy names of the rules that change the row, or would if they were on
    record Ruling(Result result, Set<String> busy) {}

    Ruling rule(Example example) throws ExpectedException;

    @Override
    default Result on(Example example) throws ExpectedException {
        return rule(example).result();
    }
}
