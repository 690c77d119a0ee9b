package fettle.project.sqlite;

import fettle.job.ExpectedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Turns what SQLite and the disk say into sentences.
public final class Failures {

    private Failures() {}

    /// The failure of a statement on the database `file`, with a kind that programs can tell apart: "disk-full",
    /// "damaged", "read-only", "busy", "not-a-project" or "disk"; an [InterruptedIOException] when the thread was
    /// interrupted. Anything else is a bug, and thrown as such.
    static IOException of(SQLException cause, Path file) {
        SQLiteErrorCode code = cause instanceof SQLiteException sqlite
                ? sqlite.getResultCode()
                : SQLiteErrorCode.UNKNOWN_ERROR;
        return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
            case SQLITE_FULL -> diskFull(file, cause);
            case SQLITE_CORRUPT, SQLITE_NOTADB -> new ExpectedException("damaged",
                    "The project's database " + file + " is damaged: " + code.message + ".",
                    "Put a copy of project.db from a backup in its place. Datasets, tunings and models lie beside it as"
                            + " plain files and are not touched.",
                    cause);
            case SQLITE_READONLY, SQLITE_PERM -> new ExpectedException("read-only",
                    file + " cannot be written.", "Check the permissions of the folder.", cause);
            case SQLITE_BUSY, SQLITE_LOCKED -> new ExpectedException("busy",
                    file + " is in use by another program.", "Close that program, and try again.", cause);
            case SQLITE_IOERR, SQLITE_CANTOPEN -> new ExpectedException("disk",
                    "The disk refused to read or write " + file + ": " + code.message + ".",
                    "Check that the folder is there, that it may be written, and that the disk has room.", cause);
            case SQLITE_INTERRUPT -> (IOException) new InterruptedIOException("stopped").initCause(cause);
            default -> throw new IllegalStateException("The database " + file + " refused a statement.", cause);
        };
    }

    /// A failed write of a plain file: "disk-full" when the disk has no room, "disk" otherwise.
    public static IOException of(IOException cause, Path file) {
        if (cause instanceof ExpectedException) {
            return cause;
        }
        String said = cause instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(cause.getMessage());
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("not enough space") || lower.contains("quota")) {
            return diskFull(file, cause);
        }
        return new ExpectedException("disk", file + " could not be written: " + said + ".",
                "Check that the folder is there and may be written.", cause);
    }

    private static ExpectedException diskFull(Path file, Throwable cause) {
        return new ExpectedException("disk-full",
                "The disk is full: " + file + " cannot grow. What was saved before is safe.",
                "Free some space, and do it again.", cause);
    }
}
