package fettle.example;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// Reads files of rows: JSON lines, a JSON list, a table. The content decides which, not the file's name.
public interface RowReader {

    /// How a file is read; what is not given is found out.
    ///
    /// @param repairs what is mended on the way
    /// @param charset of a table, such as "windows-1251"
    /// @param sheet of a workbook, by its name
    record Reading(RepairKinds repairs, Optional<String> charset, Optional<Dialect> dialect, Optional<String> sheet) {

        public static final Reading USUAL = new Reading(RepairKinds.NONE, Optional.empty(), Optional.empty(),
                Optional.empty());

        public Reading mending(RepairKinds newRepairs) {
            return new Reading(newRepairs, charset, dialect, sheet);
        }
    }

    /// How a table is written.
    ///
    /// @param separator between cells
    /// @param quote around cells that hold separators, quotes or line breaks
    /// @param backslash whether a quote within a cell is written `\"` instead of twice
    /// @param head whether the first record names the columns
    record Dialect(char separator, char quote, boolean backslash, boolean head) {}

    /// The file itself; of a folder, the files below it that may hold rows, by name.
    List<Path> filesAt(Path location) throws IOException;

    /// Opens a file. Throws an [fettle.job.ExpectedException] when nothing of it can be read: absent, empty, not text.
    RowFile open(Path file, Reading reading) throws IOException;

    /// Lays pasted text down as a file that [#open] reads like any other: a table copied from a spreadsheet, CSV, JSON or
    /// JSON lines. The file is gone when the program ends.
    Path paste(String text) throws IOException;

    /// Size and time of a file as they are now.
    Stamp stamp(Path file) throws IOException;

    /// Of files together.
    default long bytes(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += stamp(file).bytes();
        }
        return bytes;
    }

    /// A checksum of a file's bytes, quickly made: it tells whether they changed, and proves nothing.
    String checksum(Path file) throws IOException;

    /// Replaces the file `target` by what `content` writes, or leaves it as it was.
    void save(Path target, Content content) throws IOException, InterruptedException;

    /// What shows that a file has changed.
    ///
    /// @param modifiedMillis milliseconds since the epoch
    record Stamp(long bytes, long modifiedMillis) {}

    /// Writes the content of a file.
    @FunctionalInterface
    interface Content {

        void writeTo(OutputStream out) throws IOException, InterruptedException;
    }

    /// A file that is being read, row by row; it holds a few rows in memory, never all.
    interface RowFile extends AutoCloseable {

        /// What it is, for people: "JSON lines", "a table separated by commas".
        String format();

        /// Such as "UTF-8".
        String encoding();

        /// The head of a table, in order; empty for JSON.
        List<String> columns();

        /// How the table is written; empty for all that is no text of cells.
        default Optional<Dialect> dialect() {
            return Optional.empty();
        }

        /// The sheets of a workbook by name, in order; empty for all else.
        default List<String> sheets() {
            return List.of();
        }

        /// The sheet that is read; empty when there are none.
        default String sheet() {
            return "";
        }

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
    /// @param compact makes what [#json] gives, once it is asked for: many rows never need it
    /// @param line 1-based physical line where it begins
    /// @param row 1-based data row of a table; 0 for JSON
    /// @param faults what is wrong with it; at least one when there is no value
    /// @param text the row as it stands in the file, when there is no value; may be cut when it is very long
    record RawRow(Optional<ObjectNode> value, Supplier<Optional<BodyBytes>> compact, int line, int row,
            List<Fault> faults, String text) {

        /// Bytes of a row that could not be read which its text shows at most.
        public static final int MOST_TEXT = 1 << 20;

        public RawRow(Optional<ObjectNode> value, int line, int row, List<Fault> faults) {
            this(value, line, row, faults, "");
        }

        public RawRow(Optional<ObjectNode> value, int line, int row, List<Fault> faults, String text) {
            this(value, Optional::empty, line, row, faults, text);
        }

        /// The value as JSON, when that is known without writing it anew, which may be only until the next row is read;
        /// its texts then hold no NUL, no half of a character and no U+FFFD.
        public Optional<BodyBytes> json() {
            return compact.get();
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
    /// @param before a few words around the place, as they stand; empty when that says nothing
    /// @param after the same words as they would be, or are, when mended
    record Fault(int line, int column, String kind, String message, String repair, boolean repaired, String before,
            String after) {

        public static Fault of(int line, int column, String kind, String message) {
            return new Fault(line, column, kind, message, "", false, "", "");
        }

        /// The same with the way to mend it.
        public Fault mendedBy(String way) {
            return new Fault(line, column, kind, message, way, repaired, before, after);
        }

        /// The same, said of something that was mended.
        public Fault mended() {
            return new Fault(line, column, kind, message, repair, true, before, after);
        }

        /// The same with the words around the place, as they stand and as they would be.
        public Fault showing(String asItStands, String asItWouldBe) {
            return new Fault(line, column, kind, message, repair, repaired, asItStands, asItWouldBe);
        }
    }
}
