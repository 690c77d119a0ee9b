package fettle.project.material;

import fettle.project.sqlite.Database;
import fettle.project.sqlite.Sql;
import fettle.source.Skipped;
import fettle.source.Source;
import fettle.source.SourceFacts;
import fettle.source.SourceSettings;
import fettle.source.SourceStore;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The sources of a project, in its database. Ids are "s1", "s2", …
public final class SqliteSources implements SourceStore {

    private static final String COLUMNS = "SELECT id, kind, name, location, added, read, taken,"
            + " (SELECT count(*) FROM skipped WHERE source = source.id), facts FROM source ";
    private static final String SETTINGS = "SETTINGS";

    private final Database database;

    public SqliteSources(Database database) {
        this.database = database;
    }

    @Override
    public List<Source> sources() throws IOException {
        return database.read(sql -> sql.rows(COLUMNS + "ORDER BY id", SqliteSources::source));
    }

    @Override
    public Source enter(Source.Kind kind, String location, int taken, List<Skipped> skipped) throws IOException {
        return database.write(sql -> enter(sql, kind, location, taken, skipped));
    }

    static Source enter(Sql sql, Source.Kind kind, String location, int taken, List<Skipped> skipped)
            throws SQLException {
        long now = System.currentTimeMillis();
        sql.change("INSERT INTO source (kind, name, location, added, read, taken) VALUES (?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (kind, location) DO UPDATE SET read = excluded.read, taken = excluded.taken",
                kind.name(), lastPart(location), location, now, now, taken);
        long id = sql.number("SELECT id FROM source WHERE kind = ? AND location = ?", kind.name(), location);
        sql.change("DELETE FROM skipped WHERE source = ?", id);
        var values = new ArrayList<Object[]>();
        for (Skipped entry : skipped) {
            values.add(new Object[]{id, values.size(), entry.path(), entry.reason()});
        }
        sql.changeAll("INSERT INTO skipped (source, place, path, reason) VALUES (?, ?, ?, ?)", values);
        return read(sql, id);
    }

    static Source enter(Sql sql, Source.Kind kind, String location, int taken, List<Skipped> skipped,
            SourceFacts facts) throws SQLException {
        long id = Ids.number('s', enter(sql, kind, location, taken, skipped).id());
        sql.change("UPDATE source SET facts = ? WHERE id = ?", SourceJson.of(facts), id);
        return read(sql, id);
    }

    private static Source read(Sql sql, long id) throws SQLException {
        return sql.one(COLUMNS + "WHERE id = ?", SqliteSources::source, id).orElseThrow();
    }

    @Override
    public SourceSettings settings(String sourceId) throws IOException {
        return note(sourceId, SETTINGS).map(SourceJson::settings).orElse(SourceSettings.USUAL);
    }

    @Override
    public void decide(String sourceId, SourceSettings settings) throws IOException {
        note(sourceId, SETTINGS, SourceJson.of(settings));
    }

    @Override
    public Optional<String> recall(String sourceId, Topic topic) throws IOException {
        return note(sourceId, topic.name());
    }

    @Override
    public void remember(String sourceId, Topic topic, String text) throws IOException {
        note(sourceId, topic.name(), text);
    }

    @Override
    public void remove(String sourceId) throws IOException {
        database.write(sql -> sql.change("DELETE FROM source WHERE id = ?", Ids.number('s', sourceId)));
    }

    private Optional<String> note(String sourceId, String topic) throws IOException {
        return database.read(sql -> sql.one("SELECT text FROM source_note WHERE source = ? AND topic = ?",
                row -> row.getString(1), Ids.number('s', sourceId), topic));
    }

    private void note(String sourceId, String topic, String text) throws IOException {
        database.write(sql -> sql.change("INSERT INTO source_note (source, topic, text) VALUES (?, ?, ?)"
                + " ON CONFLICT (source, topic) DO UPDATE SET text = excluded.text", Ids.number('s', sourceId), topic,
                text));
    }

    private static String lastPart(String location) {
        int end = location.length();
        while (end > 1 && isSlash(location.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && !isSlash(location.charAt(start - 1))) {
            start--;
        }
        return start == end ? location : location.substring(start, end);
    }

    private static boolean isSlash(char unit) {
        return unit == '/' || unit == '\\';
    }

    @Override
    public List<Skipped> skipped(String sourceId) throws IOException {
        return database.read(sql -> sql.rows("SELECT path, reason FROM skipped WHERE source = ? ORDER BY place",
                row -> new Skipped(row.getString(1), row.getString(2)), Ids.number('s', sourceId)));
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(Ids.text('s', row.getLong(1)), Source.Kind.valueOf(row.getString(2)), row.getString(3),
                row.getString(4), row.getLong(5), row.getLong(6), row.getInt(7), row.getInt(8),
                SourceJson.facts(row.getString(9)));
    }
}
