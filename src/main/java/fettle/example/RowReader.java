package fettle.example;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Reads files of rows: JSON lines, a JSON list, a table. The content decides which, not the file's name.
public interface RowReader {

    /// What happens to a row that is broken in a way that can be mended.
    enum Mode {
        AS_IT_IS, REPAIRING
    }

    /// The file itself; of a folder, the files below it that may hold rows, by name.
    List<Path> filesAt(Path location) throws IOException;

    /// Opens a file. Throws an [fettle.job.ExpectedException] when nothing of it can be read: absent, empty, not text.
    RowFile open(Path file, Mode mode) throws IOException;

    /// A file that is being read, row by row; it holds a few rows in memory, never all.
    interface RowFile extends AutoCloseable {

        /// What it is, for people: "JSON lines", "a table separated by commas".
        String format();

        /// Such as "UTF-8".
        String encoding();

        /// The head of a table, in order; empty for JSON.
        List<String> columns();

        /// What is to be said about the file as a whole, such as a byte order mark.
        List<Fault> faults();

        /// The next row; empty at the end.
        Optional<RawRow> next() throws IOException;

        /// Share of the file that is read, 0..1.
        double share();

        @Override
        void close() throws IOException;
    }

    /// One row as it stands in the file.
    ///
    /// @param value its keys and values; those of a table are texts; empty when it could not be read
    /// @param json the value as JSON, when that is known without writing it; its texts then hold no NUL, no half of a
    /// character and no U+FFFD
    /// @param line 1-based physical line where it begins
    /// @param row 1-based data row of a table; 0 for JSON
    /// @param faults what is wrong with it; at least one when there is no value
    record RawRow(Optional<ObjectNode> value, Optional<BodyBytes> json, int line, int row, List<Fault> faults) {

        public RawRow(Optional<ObjectNode> value, int line, int row, List<Fault> faults) {
            this(value, Optional.empty(), line, row, faults);
        }
    }

    /// One thing that is wrong.
    ///
    /// @param line 1-based physical line; 0 when it concerns no line
    /// @param column 1-based place in the line, in bytes for JSON; 0 when it is not known
    /// @param kind a short word for programs, such as "encoding"
    /// @param message a sentence for the person
    /// @param repair what would mend it, a clause such as "take the comma out"; empty when only a person can
    /// @param repaired whether it was mended
    record Fault(int line, int column, String kind, String message, String repair, boolean repaired) {

        public static Fault of(int line, int column, String kind, String message) {
            return new Fault(line, column, kind, message, "", false);
        }

        /// The same with the way to mend it.
        public Fault mendedBy(String way) {
            return new Fault(line, column, kind, message, way, repaired);
        }

        /// The same, said of something that was mended.
        public Fault mended() {
            return new Fault(line, column, kind, message, repair, true);
        }
    }
}
