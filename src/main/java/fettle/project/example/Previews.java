package fettle.project.example;

import fettle.project.sqlite.Database;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// First words of rows, read when they are shown; those shown last are kept.
final class Previews {

    private static final int KEPT = 4000;

    private final Database database;
    private final Map<Long, Preview> kept = new LinkedHashMap<>(256, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Preview> eldest) {
            return size() > KEPT;
        }
    };
    private long changes;

    Previews(Database database) {
        this.database = database;
    }

    record Preview(String question, String answer) {}

    Preview of(long id) throws IOException {
        long before;
        synchronized (this) {
            Preview known = kept.get(id);
            if (known != null) {
                return known;
            }
            before = changes;
        }
        Preview read = database.read(sql -> sql.one("SELECT question, answer FROM body WHERE id = ?",
                row -> new Preview(row.getString(1), row.getString(2)), id)).orElse(new Preview("", ""));
        synchronized (this) {
            if (changes == before) { // else it may have been read just before the change
                kept.put(id, read);
            }
        }
        return read;
    }

    synchronized void forget(long id) {
        changes++;
        kept.remove(id);
    }

    synchronized void clear() {
        changes++;
        kept.clear();
    }
}
