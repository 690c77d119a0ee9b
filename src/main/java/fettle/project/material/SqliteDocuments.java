package fettle.project.material;

import fettle.document.Document;
import fettle.document.DocumentStore;
import fettle.project.sqlite.Database;
import fettle.project.sqlite.Sql;
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

    private static final String COLUMNS = "SELECT id, source, path, title, kind, language, text, sha256, capture"
            + " FROM document ";
    private static final String UNCLEANED = COLUMNS.replace("text", "ifnull(uncleaned, text)");

    private final Database database;

    public SqliteDocuments(Database database) {
        this.database = database;
    }

    @Override
    public List<Document> documents() throws IOException {
        return database.read(sql -> sql.rows(COLUMNS + "ORDER BY source, path, id", SqliteDocuments::document));
    }

    @Override
    public List<Entry> entries() throws IOException {
        return database.read(sql -> sql.rows("SELECT id, source, path, title, kind, language, length(text), capture"
                + " FROM document ORDER BY source, path, id", SqliteDocuments::entry));
    }

    @Override
    public Optional<String> asRead(String documentId) throws IOException {
        return database.read(sql -> sql.one("SELECT ifnull(uncleaned, text) FROM document WHERE id = ?",
                row -> row.getString(1), Ids.number('d', documentId)));
    }

    @Override
    public Optional<Document> document(String id) throws IOException {
        return database.read(sql -> sql.one(COLUMNS + "WHERE id = ?", SqliteDocuments::document,
                Ids.number('d', id)));
    }

    @Override
    public List<Document> uncleaned(String sourceId) throws IOException {
        return database.read(sql -> sql.rows(UNCLEANED + "WHERE source = ? ORDER BY path, id",
                SqliteDocuments::document, Ids.number('s', sourceId)));
    }

    @Override
    public Source replace(Delivery delivery) throws IOException {
        return database.write(sql -> {
            Source source = SqliteSources.enter(sql, delivery.kind(), delivery.location(),
                    delivery.documents().size(), delivery.skipped(), delivery.facts());
            replaceDocuments(sql, Ids.number('s', source.id()), delivery.documents());
            return source;
        });
    }

    @Override
    public void clean(String sourceId, List<Delivered> documents) throws IOException {
        database.write(sql -> {
            replaceDocuments(sql, Ids.number('s', sourceId), documents);
            return documents.size();
        });
    }

    /// Only a text that cleaning changed is stored twice. What is unchanged keeps its row, also under a new path; what is
    /// gone goes, and its chunks with it.
    private static void replaceDocuments(Sql sql, long source, List<Delivered> documents)
            throws SQLException {
        Map<String, List<Long>> before = new HashMap<>();
        sql.each("SELECT id, path, sha256, text FROM document WHERE source = ? ORDER BY path, id", row -> {
            long id = row.getLong(1);
            before.computeIfAbsent(key(row.getString(2), row.getString(3), row.getString(4)), _ -> new ArrayList<>())
                    .add(id);
            before.computeIfAbsent(key("", row.getString(3), row.getString(4)), _ -> new ArrayList<>()).add(id);
            return true;
        }, source);
        var kept = new HashMap<Long, Delivered>();
        var unplaced = new ArrayList<Delivered>();
        for (Delivered one : documents) {
            if (!keep(before.get(key(one.document().path(), one.document())), one, kept)) {
                unplaced.add(one);
            }
        }
        unplaced.removeIf(one -> keep(before.get(key("", one.document())), one, kept));
        for (long id : sql.rows("SELECT id FROM document WHERE source = ?", row -> row.getLong(1), source)) {
            if (!kept.containsKey(id)) {
                sql.change("DELETE FROM document WHERE id = ?", id);
            }
        }
        for (Map.Entry<Long, Delivered> one : kept.entrySet()) {
            Document document = one.getValue().document();
            sql.change(
                    "UPDATE document SET path = ?, title = ?, kind = ?, language = ?, capture = ?, uncleaned = nullif(?, text)"
                            + " WHERE id = ?",
                    document.path(), document.title(), document.kind().name(), document.language(),
                    SourceJson.of(document.capture()), one.getValue().uncleaned(), one.getKey());
        }
        sql.changeAll("INSERT INTO document (source, path, title, kind, language, sha256, text, capture, uncleaned)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ?7))", values(source, unplaced));
    }

    private static boolean keep(@Nullable List<Long> candidates, Delivered document, Map<Long, Delivered> kept) {
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

    private static List<Object[]> values(long source, List<Delivered> documents) {
        var values = new ArrayList<Object[]>();
        for (Delivered one : documents) {
            Document document = one.document();
            values.add(new Object[]{source, document.path(), document.title(), document.kind().name(),
                    document.language(), document.sha256(), document.text(),
                    SourceJson.of(document.capture()), one.uncleaned()});
        }
        return values;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(Ids.text('d', row.getLong(1)), Ids.text('s', row.getLong(2)), row.getString(3),
                row.getString(4), Document.Kind.valueOf(row.getString(5)), row.getString(6), row.getInt(7),
                SourceJson.capture(row.getString(8)));
    }

    private static Document document(ResultSet row) throws SQLException {
        return new Document(Ids.text('d', row.getLong(1)), Ids.text('s', row.getLong(2)), row.getString(3),
                row.getString(4), Document.Kind.valueOf(row.getString(5)), row.getString(6), row.getString(7),
                row.getString(8), SourceJson.capture(row.getString(9)));
    }
}
