package fettle.example;

import fettle.example.RowReader.Fault;
import fettle.example.RowReader.RawRow;
import java.io.IOException;
import java.util.List;

/// What becomes of the rows that a [RowPass] reads. A failure of its own is an [IOException], which ends the pass.
interface RowTaker {

    /// A file can be read; what is to be said of it can be told to `ofFile`. Returns the id of the source that its rows
    /// come from.
    String begin(FileHead head, ReceiptTally ofFile) throws IOException;

    /// Takes an example; whether an earlier one has the same body.
    boolean take(NewExample example) throws IOException;

    /// A row was kept, as the bodies that were made of it, or, without any, refused; then the last fault says why.
    void done(RawRow raw, List<NewExample> made, List<Fault> faults) throws IOException;

    /// The file was read; `whole` if to its end.
    void end(FileHead head, ReceiptTally ofFile, boolean whole) throws IOException;
}
