package fettle.project.material;

import fettle.example.BodyJson;
import fettle.example.Journal;
import fettle.project.sqlite.Database;
import fettle.project.sqlite.JsonText;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The answers of models, in the project's database.
public final class SqliteJournal implements Journal {

    private final Database database;

    public SqliteJournal(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Entry> find(String key) throws IOException {
        return database.read(sql -> sql.one("SELECT json, at FROM journal WHERE key = ?",
                row -> entry(BodyJson.read(row.getString(1)), row.getLong(2)), key));
    }

    @Override
    public void put(String key, Entry entry) throws IOException {
        String json = BodyJson.write(JsonText.object().put("answer", entry.answer())
                .put("inputTokens", entry.inputTokens()).put("outputTokens", entry.outputTokens())
                .put("finish", entry.finish()).put("problem", entry.problem()));
        database.write(sql -> sql.change("INSERT OR REPLACE INTO journal (key, at, json) VALUES (?, ?, ?)", key,
                entry.atMillis(), json));
    }

    private static Entry entry(ObjectNode json, long atMillis) {
        return new Entry(json.path("answer").asString(""), json.path("inputTokens").asInt(0),
                json.path("outputTokens").asInt(0), json.path("finish").asString(""),
                json.path("problem").asString(""), atMillis);
    }
}
