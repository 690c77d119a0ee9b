package fettle.project.material;

import fettle.chunk.Chunk;
import fettle.chunk.ChunkStore;
import fettle.chunk.CutSettings;
import fettle.example.BodyJson;
import fettle.project.sqlite.Database;
import fettle.project.sqlite.JsonText;
import fettle.project.sqlite.Sql;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The chunks of a project, in its database. Ids are "c1", "c2", …; an id is never given twice.
public final class SqliteChunks implements ChunkStore {

    private static final String SETTINGS = "cut";

    private final Database database;

    public SqliteChunks(Database database) {
        this.database = database;
    }

    @Override
    public List<Chunk> chunks() throws IOException {
        return database.read(SqliteChunks::all);
    }

    private static List<Chunk> all(Sql sql) throws SQLException {
        return sql.rows("SELECT chunk.id, document, place, start, \"end\", headings, chunk.text, tokens"
                + " FROM chunk JOIN document ON document.id = chunk.document"
                + " ORDER BY document.source, document.path, document.id, place", SqliteChunks::chunk);
    }

    @Override
    public Optional<CutSettings> cutSettings() throws IOException {
        return database.read(sql -> sql.one("SELECT value FROM fact WHERE name = ?", row -> row.getString(1), SETTINGS))
                .map(SqliteChunks::settings);
    }

    @Override
    public void replace(List<Chunk> chunks, CutSettings settings) throws IOException {
        database.write(sql -> {
            var before = new HashMap<Slice, Chunk>();
            for (Chunk chunk : all(sql)) {
                before.put(Slice.of(chunk), chunk);
            }
            var fresh = new ArrayList<Object[]>();
            var moved = new ArrayList<Object[]>();
            for (Chunk chunk : chunks) {
                Chunk known = before.remove(Slice.of(chunk));
                String headings = BodyJson.write(JsonText.texts(chunk.headingPath()));
                if (known == null) {
                    fresh.add(new Object[]{Ids.number('d', chunk.documentId()), chunk.index(), chunk.start(),
                            chunk.end(), headings, chunk.tokens(), chunk.text()});
                } else {
                    moved.add(new Object[]{chunk.index(), headings, chunk.tokens(), Ids.number('c', known.id())});
                }
            }
            sql.changeAll("DELETE FROM chunk WHERE id = ?", before.values().stream()
                    .map(gone -> new Object[]{Ids.number('c', gone.id())}).toList());
            sql.changeAll("UPDATE chunk SET place = ?, headings = ?, tokens = ? WHERE id = ?", moved);
            sql.changeAll("INSERT INTO chunk (document, place, start, \"end\", headings, tokens, text)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)", fresh);
            return sql.change("INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)", SETTINGS, json(settings));
        });
    }

    /// What makes a chunk the same as before.
    private record Slice(String document, int start, int end, String text) {

        static Slice of(Chunk chunk) {
            return new Slice(chunk.documentId(), chunk.start(), chunk.end(), chunk.text());
        }
    }

    private static Chunk chunk(ResultSet row) throws SQLException {
        return new Chunk(Ids.text('c', row.getLong(1)), Ids.text('d', row.getLong(2)), row.getInt(3), row.getInt(4),
                row.getInt(5), JsonText.textList(row.getString(6)), row.getString(7), row.getInt(8));
    }

    private static String json(CutSettings settings) {
        return BodyJson.write(JsonText.object().put("tokens", settings.tokens()).put("by", settings.by().name())
                .put("encoding", settings.encoding()));
    }

    private static CutSettings settings(String json) {
        JsonNode tree = BodyJson.read(json);
        return new CutSettings(tree.path("tokens").asInt(), CutSettings.By.valueOf(tree.path("by").asString()),
                tree.path("encoding").asString());
    }
}
