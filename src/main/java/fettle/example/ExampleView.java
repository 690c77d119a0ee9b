package fettle.example;

import java.io.IOException;

/// The rows that a query gave, in its order: fixed at the time of asking, cheap to hold, read on demand.
public interface ExampleView {

    int size();

    long id(int index);

    /// Reads the row at `index` as it is now.
    ExampleRow row(int index) throws IOException;

    /// The place of an id in this view, or -1.
    int indexOf(long id);
}
