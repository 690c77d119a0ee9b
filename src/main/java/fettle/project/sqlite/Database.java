package fettle.project.sqlite;

import fettle.job.ExpectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// `project.db`. One connection writes, one transaction at a time, durable when it returns; another reads meanwhile. Safe
/// for use by several threads.
public final class Database implements AutoCloseable {

    private final Path file;
    private final Optional<String> readOnlyBecause;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final ReentrantLock reading = new ReentrantLock(true);
    private final @Nullable Sql writer;
    private final Sql reader;

    private Database(Path file, Optional<String> readOnlyBecause, @Nullable Sql writer, Sql reader) {
        this.file = file;
        this.readOnlyBecause = readOnlyBecause;
        this.writer = writer;
        this.reader = reader;
    }

    /// What is done with a connection.
    @FunctionalInterface
    public interface Use<T> {

        T with(Sql sql) throws SQLException, IOException;
    }

    /// Opens the database, makes it when it is absent, and brings an older format up to date. With a reason in
    /// `readOnlyBecause`, nothing is ever written. Throws an [ExpectedException] of kind "newer-format", "damaged", "disk".
    public static Database open(Path file, Optional<String> readOnlyBecause) throws IOException {
        try {
            if (readOnlyBecause.isPresent()) {
                Sql reader = openReading(file);
                Schema.refuseOtherFormats(reader, file);
                return new Database(file, readOnlyBecause, null, reader);
            }
            Sql writer = openWriting(file);
            return new Database(file, readOnlyBecause, writer, openReading(file));
        } catch (SQLException failed) {
            throw Failures.of(failed, file);
        }
    }

    private static Sql openWriting(Path file) throws SQLException, IOException {
        var sql = new Sql(connect(file, ""));
        try {
            Schema.refuseNewerFormat(sql, file);
            sql.script(
                    "PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000;"
                            + "PRAGMA wal_autocheckpoint=4000; PRAGMA cache_size=-16000; PRAGMA foreign_keys=ON");
            Schema.migrate(sql);
            return sql;
        } catch (SQLException | IOException | RuntimeException failed) {
            sql.close();
            throw failed;
        }
    }

    /// A folder that cannot be written has no place for the shared memory of the log, so there it is read as it stands.
    static Sql openReading(Path file) throws SQLException {
        boolean writable = Files.isWritable(file) && Files.isWritable(file.toAbsolutePath().getParent());
        var sql = new Sql(connect(file, writable ? "" : "?immutable=1"));
        sql.script("PRAGMA busy_timeout=10000; PRAGMA query_only=ON; PRAGMA cache_size=-16000");
        return sql;
    }

    static Connection connect(Path file, String options) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + (options.isEmpty() ? file : file.toUri() + options));
    }

    /// A file beside the database.
    public Path beside(String name) {
        return file.resolveSibling(name);
    }

    /// Why nothing can be changed; empty when it can.
    public Optional<String> readOnlyBecause() {
        return readOnlyBecause;
    }

    /// Reads what is committed. Keep it short: other readers wait for it.
    public <T> T read(Use<T> use) throws IOException {
        reading.lock();
        try {
            return use.with(reader);
        } catch (SQLException failed) {
            throw Failures.of(failed, file);
        } finally {
            reading.unlock();
        }
    }

    /// Reads what is committed, all from the same moment. Keep it short: other readers wait for it.
    public <T> T snapshot(Use<T> use) throws IOException {
        return read(sql -> {
            sql.begin();
            try {
                return use.with(sql);
            } finally {
                sql.rollback();
            }
        });
    }

    /// Reads over a connection of its own: for what takes long. An interrupt ends it with an InterruptedIOException.
    public <T> T scan(Use<T> use) throws IOException {
        try (Sql own = openReading(file)) {
            own.heedInterrupts();
            return use.with(own);
        } catch (SQLException failed) {
            throw Failures.of(failed, file);
        }
    }

    /// Makes a change: all of it, and durably, or nothing of it. Throws an [ExpectedException] of kind "read-only",
    /// "disk-full", "damaged" or "disk".
    public <T> T write(Use<T> change) throws IOException {
        Sql sql = writable();
        writing.lock();
        boolean done = false;
        try {
            sql.begin();
            T made = change.with(sql);
            sql.commit();
            done = true;
            return made;
        } catch (SQLException failed) {
            throw Failures.of(failed, file);
        } finally {
            if (!done) {
                sql.rollback();
            }
            writing.unlock();
        }
    }

    /// Throws an [ExpectedException] of kind "read-only" when nothing can be changed.
    public void requireWritable() throws ExpectedException {
        writable();
    }

    private Sql writable() throws ExpectedException {
        if (writer == null) {
            throw new ExpectedException("read-only", readOnlyBecause.orElse("This project is open for reading only."),
                    "Close it there, and open it here again.");
        }
        return writer;
    }

    /// Runs one statement on the writing connection, outside a transaction.
    public void pragma(String statement) throws IOException {
        Sql sql = writable();
        writing.lock();
        try {
            sql.script(statement);
        } catch (SQLException failed) {
            throw Failures.of(failed, file);
        } finally {
            writing.unlock();
        }
    }

    /// Moves the log into the file, so that the file alone is the whole project, and closes.
    @Override
    public void close() throws IOException {
        writing.lock();
        reading.lock();
        try {
            reader.close();
            if (writer != null) {
                try {
                    writer.number("PRAGMA wal_checkpoint(TRUNCATE)");
                } finally {
                    writer.close();
                }
            }
        } catch (SQLException failed) {
            throw Failures.of(failed, file);
        } finally {
            reading.unlock();
            writing.unlock();
        }
    }
}
