package fettle.project.material;

import fettle.document.Document;
import fettle.document.DocumentStore;
import fettle.project.sqlite.Database;
import fettle.project.sqlite.Sql;
import fettle.source.Skipped;
import fettle.source.Source;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The documents of a project, in its database. Ids are "d1", "d2", …; an id is never given twice.
public final class SqliteDocuments implements DocumentStore {

    private static final String COLUMNS = "SELECT id, source, path, title, kind, language, text, sha256 FROM document ";

    private final Database database;

    public SqliteDocuments(Database database) {
        this.database = database;
    }

    @Override
    public List<Document> documents() throws IOException {
        return database.read(sql -> sql.rows(COLUMNS + "ORDER BY source, path, id", SqliteDocuments::document));
    }

    @Override
    public Optional<Document> document(String id) throws IOException {
        return database.read(sql -> sql.one(COLUMNS + "WHERE id = ?", SqliteDocuments::document,
                Ids.number('d', id)));
    }

    @Override
    public Source replace(Source.Kind kind, String location, List<Document> documents, List<Skipped> skipped)
            throws IOException {
        return database.write(sql -> {
            Source source = SqliteSources.enter(sql, kind, location, documents.size(), skipped);
            replaceDocuments(sql, Ids.number('s', source.id()), documents);
            return source;
        });
    }

    /// What is unchanged keeps its row, also under a new path; what is gone goes, and its chunks with it.
    private static void replaceDocuments(Sql sql, long source, List<Document> documents) throws SQLException {
        Map<String, List<Long>> before = new HashMap<>();
        sql.each("SELECT id, path, sha256, text FROM document WHERE source = ? ORDER BY path, id", row -> {
            long id = row.getLong(1);
            before.computeIfAbsent(key(row.getString(2), row.getString(3), row.getString(4)), _ -> new ArrayList<>())
                    .add(id);
            before.computeIfAbsent(key("", row.getString(3), row.getString(4)), _ -> new ArrayList<>()).add(id);
            return true;
        }, source);
        var kept = new HashMap<Long, Document>();
        var unplaced = new ArrayList<Document>();
        for (Document document : documents) {
            if (!keep(before.get(key(document.path(), document)), document, kept)) {
                unplaced.add(document);
            }
        }
        unplaced.removeIf(document -> keep(before.get(key("", document)), document, kept));
        for (long id : sql.rows("SELECT id FROM document WHERE source = ?", row -> row.getLong(1), source)) {
            if (!kept.containsKey(id)) {
                sql.change("DELETE FROM document WHERE id = ?", id);
            }
        }
        for (Map.Entry<Long, Document> one : kept.entrySet()) {
            Document document = one.getValue();
            sql.change("UPDATE document SET path = ?, title = ?, kind = ?, language = ? WHERE id = ?",
                    document.path(), document.title(), document.kind().name(), document.language(), one.getKey());
        }
        sql.changeAll("INSERT INTO document (source, path, title, kind, language, sha256, text)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)", values(source, unplaced));
    }

    private static boolean keep(@Nullable List<Long> candidates, Document document,
            Map<Long, Document> kept) {
        if (candidates != null) {
            for (Long id : candidates) {
                if (kept.putIfAbsent(id, document) == null) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String key(String path, Document document) {
        return key(path, document.sha256(), document.text());
    }

    /// The text is in it since a better reader may make another text of the same bytes; then the old cuts are void.
    private static String key(String path, String sha256, String text) {
        return path + '\0' + sha256 + '\0' + text.length() + '\0' + text.hashCode();
    }

    private static List<Object[]> values(long source, List<Document> documents) {
        var values = new ArrayList<Object[]>();
        for (Document document : documents) {
            values.add(new Object[]{source, document.path(), document.title(), document.kind().name(),
                    document.language(), document.sha256(), document.text()});
        }
        return values;
    }

    private static Document document(ResultSet row) throws SQLException {
        return new Document(Ids.text('d', row.getLong(1)), Ids.text('s', row.getLong(2)), row.getString(3),
                row.getString(4), Document.Kind.valueOf(row.getString(5)), row.getString(6), row.getString(7),
                row.getString(8));
    }
}
