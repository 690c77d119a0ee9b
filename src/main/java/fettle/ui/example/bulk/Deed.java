package fettle.ui.example.bulk;

import fettle.example.bulk.RowAct;
import fettle.ui.session.Words;

/// An act on many rows with its words.
///
/// @param does a command, before the rows: "Approve", "Tag “gas”"
/// @param did the same in the past, for the history: "Approved", "Tagged “gas”"
/// @param what what one row is called, and several: "example", "examples"
record Deed(String does, String did, What what, RowAct act) {

    /// What rows are called.
    ///
    /// @param one such as "answer"
    /// @param many such as "answers"
    record What(String one, String many) {

        static final What EXAMPLES = new What("example", "examples");

        String count(long number) {
            return Words.count(number, one, many);
        }
    }

    static Deed of(String does, String did, RowAct act) {
        return new Deed(does, did, What.EXAMPLES, act);
    }

    /// "Approved 37 examples".
    String sentence(int rows) {
        return did + " " + what.count(rows);
    }

    /// "Approve 37".
    String command(int rows) {
        return does + " " + Words.number(rows);
    }
}
