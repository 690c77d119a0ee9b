package fettle.project.sqlite;

import fettle.project.sqlite.Database.Use;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// A database file that is made from another one, and can be made again: it may be absent, old, damaged or deleted at any
/// time. Writing it never waits for the disk, so nothing that must be durable waits behind it. After the machine went down
/// in the middle of writing, it counts as damaged. Safe for use by several threads; one writes at a time.
public final class DerivedDatabase implements AutoCloseable {

    private static final int READERS = 4;

    private final Path file;
    private final boolean writable;
    private final int format;
    private final String schema;
    private final Deque<Sql> readers = new ArrayDeque<>();

    /// Held while something is written, so that no reader waits for it; taken before this object's own lock.
    private final ReentrantLock writing = new ReentrantLock();
    private @Nullable Sql writer;
    private volatile int edition = 1;
    private volatile boolean closed;

    /// With `writable` false it is only read, when it is there. A file of another format is made anew by `schema`.
    public DerivedDatabase(Path file, boolean writable, int format, String schema) {
        this.file = file;
        this.writable = writable;
        this.format = format;
        this.schema = schema;
    }

    public boolean isWritable() {
        return writable;
    }

    /// Changes when all that was in the file is lost.
    public int edition() {
        return edition;
    }

    /// Reads what is committed; empty when there is nothing that can be read. Throws an InterruptedIOException when the
    /// thread is interrupted.
    public <T> Optional<T> read(Use<T> use) throws IOException {
        Optional<Sql> found = takeReader();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Sql reader = found.get();
        boolean whole = false;
        try {
            T result = use.with(reader);
            whole = true;
            return Optional.of(result);
        } catch (SQLException failed) {
            if (isBroken(failed)) {
                discard();
                return Optional.empty();
            }
            throw Failures.of(failed, file);
        } finally {
            giveBack(reader, whole);
        }
    }

    private synchronized Optional<Sql> takeReader() {
        if (closed) {
            return Optional.empty();
        }
        Sql known = readers.poll();
        if (known != null) {
            return Optional.of(known);
        }
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return usable(Database.openReading(file));
        } catch (SQLException _) {
            return Optional.empty();
        }
    }

    private Optional<Sql> usable(Sql reader) throws SQLException {
        try {
            if (isTrusted(reader)) {
                reader.heedInterrupts();
                return Optional.of(reader);
            }
        } catch (SQLException _) {
            // not a database, or not ours
        }
        reader.close();
        return Optional.empty();
    }

    /// Whether it has this format, and whoever wrote it last either finished or could not lose anything.
    private boolean isTrusted(Sql sql) throws SQLException {
        if (sql.number("PRAGMA user_version") != format) {
            return false;
        }
        Optional<String> open = sql.one("SELECT boot FROM open", row -> row.getString(1));
        return open.isEmpty() || open.equals(Boot.id());
    }

    private synchronized void giveBack(Sql reader, boolean whole) {
        if (whole && !closed && readers.size() < READERS) {
            readers.push(reader);
        } else {
            close(reader);
        }
    }

    /// Makes a change: all of it, or nothing. Throws an [fettle.job.ExpectedException] of kind "disk-full" or "disk".
    public <T> T write(Use<T> change) throws IOException {
        writing.lock();
        try {
            return transact(change);
        } finally {
            writing.unlock();
        }
    }

    private <T> T transact(Use<T> change) throws IOException {
        if (!writable || closed) {
            throw new IllegalStateException(file + " is only read.");
        }
        boolean done = false;
        try {
            Sql sql = openWriter();
            sql.begin();
            T made = change.with(sql);
            sql.commit();
            done = true;
            return made;
        } catch (SQLException failed) {
            if (isBroken(failed)) {
                discard();
            }
            throw Failures.of(failed, file);
        } finally {
            if (!done && writer != null) {
                writer.rollback();
            }
        }
    }

    private Sql openWriter() throws SQLException, IOException {
        Sql known = writer;
        if (known != null) {
            return known;
        }
        if (Files.exists(file) && !canGoOn()) {
            discard();
        }
        var fresh = new Sql(Database.connect(file, ""));
        try {
            fresh.script("PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
                    + "PRAGMA busy_timeout=10000; PRAGMA wal_autocheckpoint=4000; PRAGMA cache_size=-32000");
            if (fresh.number("PRAGMA user_version") != format) {
                fresh.script("CREATE TABLE open (boot TEXT NOT NULL);" + schema + ";PRAGMA user_version=" + format);
            }
            fresh.change("DELETE FROM open");
            fresh.change("INSERT INTO open (boot) VALUES (?)", Boot.id().orElse("unknown"));
            fresh.number("PRAGMA wal_checkpoint(TRUNCATE)");
            force();
        } catch (SQLException | IOException | RuntimeException failed) {
            close(fresh);
            throw failed;
        }
        writer = fresh;
        return fresh;
    }

    private boolean canGoOn() {
        try (var sql = new Sql(Database.connect(file, ""))) {
            return isTrusted(sql);
        } catch (SQLException _) {
            return false;
        }
    }

    private void force() throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static boolean isBroken(SQLException failed) {
        int code = failed instanceof SQLiteException sqlite ? sqlite.getResultCode().code & 0xff : 0;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code
                || code == SQLiteErrorCode.SQLITE_IOERR.code || code == SQLiteErrorCode.SQLITE_CANTOPEN.code;
    }

    /// Forgets all that is in the file; the next write begins a new one.
    public void discard() throws IOException {
        writing.lock();
        try {
            forget();
        } finally {
            writing.unlock();
        }
    }

    private synchronized void forget() throws IOException {
        edition = edition + 1;
        closeAll();
        if (writable) {
            for (String ending : new String[]{"", "-wal", "-shm"}) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
            }
        }
    }

    private void closeAll() {
        readers.forEach(DerivedDatabase::close);
        readers.clear();
        if (writer != null) {
            close(writer);
            writer = null;
        }
    }

    private static void close(Sql sql) {
        try {
            sql.close();
        } catch (SQLException _) {
            // nothing is lost with it
        }
    }

    /// Moves the log into the file, waits until the disk has it, and says there that all is whole.
    @Override
    public void close() throws IOException {
        writing.lock();
        try {
            finish();
        } finally {
            writing.unlock();
        }
    }

    private synchronized void finish() throws IOException {
        closed = true;
        Sql last = writer;
        if (last != null) {
            try {
                last.number("PRAGMA wal_checkpoint(TRUNCATE)");
                force();
                last.change("DELETE FROM open");
            } catch (SQLException _) {
                // then it is made anew when it cannot be trusted
            }
        }
        closeAll();
    }
}
