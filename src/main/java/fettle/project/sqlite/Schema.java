package fettle.project.sqlite;

import fettle.job.ExpectedException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// The tables, and how an older database becomes a present one. `PRAGMA user_version` is the format.
final class Schema {

    /// The script at place n brings format n to format n + 1. Scripts that were released never change.
    private static final List<String> MIGRATIONS = List.of("""
            CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

            CREATE TABLE source (
                id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, name TEXT NOT NULL,
                location TEXT NOT NULL, added INTEGER NOT NULL, read INTEGER NOT NULL, taken INTEGER NOT NULL,
                UNIQUE (kind, location));
            CREATE TABLE skipped (
                source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE, place INTEGER NOT NULL,
                path TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (source, place)) WITHOUT ROWID;
            CREATE TABLE document (
                id INTEGER PRIMARY KEY AUTOINCREMENT, source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
                path TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, language TEXT NOT NULL,
                sha256 TEXT NOT NULL, text TEXT NOT NULL);
            CREATE INDEX document_place ON document (source, path);
            CREATE TABLE chunk (
                id INTEGER PRIMARY KEY AUTOINCREMENT, document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
                place INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, headings TEXT NOT NULL,
                tokens INTEGER NOT NULL, text TEXT NOT NULL);
            CREATE INDEX chunk_place ON chunk (document, place);

            CREATE TABLE meta (
                id INTEGER PRIMARY KEY, status INTEGER NOT NULL, tokens INTEGER NOT NULL, assistant INTEGER NOT NULL,
                turns INTEGER NOT NULL, flags INTEGER NOT NULL, split INTEGER NOT NULL, tags INTEGER NOT NULL,
                origin INTEGER NOT NULL, line INTEGER NOT NULL, hash INTEGER NOT NULL);
            CREATE TABLE body (
                id INTEGER PRIMARY KEY, question TEXT NOT NULL, answer TEXT NOT NULL, json TEXT NOT NULL);
            CREATE TABLE generated (id INTEGER PRIMARY KEY, json TEXT NOT NULL);
            CREATE TABLE origin (id INTEGER PRIMARY KEY, json TEXT NOT NULL);
            CREATE TABLE tags (id INTEGER PRIMARY KEY, json TEXT NOT NULL);

            CREATE TABLE history (
                number INTEGER PRIMARY KEY, parent INTEGER NOT NULL, state INTEGER NOT NULL, at INTEGER NOT NULL,
                rows INTEGER NOT NULL, sentence TEXT NOT NULL);
            CREATE TABLE change (
                step INTEGER NOT NULL, row INTEGER NOT NULL, field INTEGER NOT NULL, before, after,
                PRIMARY KEY (step, row, field)) WITHOUT ROWID;
            CREATE TABLE added (
                step INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
                PRIMARY KEY (step, first)) WITHOUT ROWID;

            CREATE TABLE journal (
                key TEXT PRIMARY KEY, at INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
            """, """
            ALTER TABLE meta ADD COLUMN rating INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE meta ADD COLUMN dataset INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE meta ADD COLUMN trained INTEGER NOT NULL DEFAULT -1;
            ALTER TABLE meta ADD COLUMN lead INTEGER NOT NULL DEFAULT -1;
            CREATE TABLE dataset (id INTEGER PRIMARY KEY, json TEXT NOT NULL);
            INSERT INTO dataset (id, json) VALUES (0, '""');
            CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL);

            UPDATE meta SET flags = (flags & ~1) | 8 WHERE flags & 1 AND EXISTS (
                SELECT 1 FROM added JOIN history ON history.number = added.step
                WHERE history.state = 0 AND meta.id BETWEEN added.first AND added.last);

            ALTER TABLE change RENAME TO change1;
            CREATE TABLE change (
                id INTEGER PRIMARY KEY, step INTEGER NOT NULL, field INTEGER NOT NULL, first INTEGER NOT NULL,
                last INTEGER NOT NULL, rows BLOB, before, after);
            INSERT INTO change (step, field, first, last, before, after)
                SELECT step, field, row, row, before, after FROM change1 ORDER BY step, row, field;
            DROP TABLE change1;
            CREATE INDEX change_step ON change (step);
            CREATE INDEX change_one ON change (first) WHERE first = last;
            CREATE INDEX change_many ON change (first) WHERE first < last;
            """, """
            ALTER TABLE source ADD COLUMN facts TEXT NOT NULL DEFAULT '{}';
            CREATE TABLE source_note (
                source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE, topic TEXT NOT NULL, text TEXT NOT NULL,
                PRIMARY KEY (source, topic)) WITHOUT ROWID;
            ALTER TABLE document ADD COLUMN capture TEXT NOT NULL DEFAULT '{}';
            ALTER TABLE document ADD COLUMN uncleaned TEXT;
            """);

    /// The format that this program writes.
    static final int FORMAT = MIGRATIONS.size();

    /// "Fetl": says what the file is to programs that look at the header.
    private static final int APPLICATION = 0x4665746c;

    private Schema() {}

    static void refuseNewerFormat(Sql sql, Path file) throws SQLException, ExpectedException {
        long format = sql.number("PRAGMA user_version");
        if (format > FORMAT) {
            throw new ExpectedException("newer-format", "The project in " + file.toAbsolutePath().getParent()
                    + " was written by a newer Fettle (format " + format + "; this one knows formats up to " + FORMAT
                    + ").", "Update Fettle, then open it again.");
        }
    }

    /// For reading only: what is older cannot be brought up to date here.
    static void refuseOtherFormats(Sql sql, Path file) throws SQLException, ExpectedException {
        refuseNewerFormat(sql, file);
        long format = sql.number("PRAGMA user_version");
        if (format < FORMAT) {
            throw new ExpectedException("older-format", "The project in " + file.toAbsolutePath().getParent()
                    + " has the older format " + format + ", and cannot be brought up to date while it is read only.",
                    "Open it once so that it can be written.");
        }
    }

    /// Each format in a transaction of its own: a crash leaves a format that is whole.
    static void migrate(Sql sql) throws SQLException, IOException {
        long format = sql.number("PRAGMA user_version");
        while (format < FORMAT) {
            sql.begin();
            try {
                sql.script(MIGRATIONS.get((int) format));
                format++;
                sql.script("PRAGMA user_version=" + format + "; PRAGMA application_id=" + APPLICATION);
                sql.commit();
            } catch (SQLException failed) {
                sql.rollback();
                throw failed;
            }
        }
    }
}
