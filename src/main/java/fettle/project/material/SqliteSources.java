package fettle.project.material;

import fettle.project.sqlite.Database;
import fettle.project.sqlite.Sql;
import fettle.source.Skipped;
import fettle.source.Source;
import fettle.source.SourceStore;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The sources of a project, in its database. Ids are "s1", "s2", …
public final class SqliteSources implements SourceStore {

    private static final String COLUMNS = "SELECT id, kind, name, location, added, read, taken,"
            + " (SELECT count(*) FROM skipped WHERE source = source.id) FROM source ";

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
        return sql.one(COLUMNS + "WHERE id = ?", SqliteSources::source, id).orElseThrow();
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
                row.getString(4), row.getLong(5), row.getLong(6), row.getInt(7), row.getInt(8));
    }
}
