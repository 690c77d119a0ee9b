package fettle.project.example;

import fettle.job.FanOut;
import fettle.project.sqlite.Database;
import fettle.project.sqlite.Sql;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/// Fills the columns from the table. To ask the database for a value costs more than to find it, so several are asked for
/// as one number; and many rows are read on several threads, each with a connection of its own.
final class LoadColumns {

    private static final int MANY = 50_000;
    private static final int PARTS = 4;
    private static final String ROWS = "SELECT (dataset << 32) | id,"
            + " status | (split << 8) | (rating << 16) | (flags << 24) | (turns << 32),"
            + " (tokens << 32) | (assistant & 4294967295), (trained << 32) | (lead & 4294967295),"
            + " (tags << 32) | origin, hash FROM meta WHERE id BETWEEN ? AND ?";

    private final Database database;
    private final Columns columns;

    LoadColumns(Database database, Columns columns) {
        this.database = database;
        this.columns = columns;
    }

    /// Reads all; `sql` is a connection of the database. An id that is not in the table is gone.
    void run(Sql sql) throws SQLException, IOException {
        int size = (int) sql.number("SELECT max(id) FROM meta");
        columns.clear();
        columns.resize(size);
        int parts = size < MANY ? 1 : Math.min(PARTS, Runtime.getRuntime().availableProcessors());
        if (parts == 1) {
            read(sql, 1, size);
        } else {
            readOnThreads(size, parts);
        }
        columns.recount();
        sql.each("SELECT id, text FROM note", row -> {
            columns.setNote(row.getInt(1) - 1, row.getString(2));
            return true;
        });
    }

    private void readOnThreads(int size, int parts) throws IOException {
        List<Integer> numbers = IntStream.range(0, parts).boxed().toList();
        try {
            FanOut.onPlatformThreads(numbers, parts, part -> {
                int first = (int) ((long) size * part / parts) + 1;
                int last = (int) ((long) size * (part + 1) / parts);
                database.scan(sql -> read(sql, first, last));
            });
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("stopped").initCause(stopped);
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private int read(Sql sql, int first, int last) throws SQLException {
        sql.each(ROWS, this::enter, first, last);
        return last;
    }

    private boolean enter(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        int place = (int) id - 1;
        columns.dataset[place] = (int) (id >> 32);
        long small = row.getLong(2);
        columns.status[place] = (byte) small;
        columns.split[place] = (byte) (small >> 8);
        columns.rating[place] = (byte) (small >> 16);
        columns.flags[place] = (byte) (small >> 24);
        columns.turns[place] = (int) (small >> 32);
        long tokens = row.getLong(3);
        columns.tokens[place] = (int) (tokens >> 32);
        columns.assistant[place] = (int) tokens;
        long trained = row.getLong(4);
        columns.trained[place] = (int) (trained >> 32);
        columns.lead[place] = (int) trained;
        long shared = row.getLong(5);
        columns.tags[place] = (int) (shared >> 32);
        columns.origin[place] = (int) shared;
        columns.hash[place] = row.getLong(6);
        return true;
    }
}
