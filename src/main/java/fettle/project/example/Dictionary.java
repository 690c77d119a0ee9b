package fettle.project.example;

import fettle.project.sqlite.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Values that many rows share, each kept once and known by a number from 0.
///
/// @param <T> the value
final class Dictionary<T> {

    private final String table;
    private final Function<T, String> toJson;
    private final Function<String, T> fromJson;
    private final List<T> values = new ArrayList<>();
    private final Map<T, Integer> numbers = new HashMap<>();
    private long generation;

    Dictionary(String table, Function<T, String> toJson, Function<String, T> fromJson) {
        this.table = table;
        this.toJson = toJson;
        this.fromJson = fromJson;
    }

    synchronized void load(Sql sql) throws SQLException {
        values.clear();
        numbers.clear();
        generation++;
        sql.each("SELECT json FROM " + table + " ORDER BY id", row -> {
            T value = fromJson.apply(row.getString(1));
            numbers.put(value, values.size());
            return values.add(value);
        });
    }

    /// The number of a value; a new one is written.
    synchronized int number(Sql sql, T value) throws SQLException {
        Integer known = numbers.get(value);
        if (known != null) {
            return known;
        }
        int fresh = values.size();
        sql.change("INSERT INTO " + table + " (id, json) VALUES (?, ?)", fresh, toJson.apply(value));
        values.add(value);
        numbers.put(value, fresh);
        return fresh;
    }

    synchronized T value(int number) {
        return values.get(number);
    }

    synchronized int size() {
        return values.size();
    }

    /// Changes when a number may stand for another value than before.
    synchronized long generation() {
        return generation;
    }

    /// Forgets what was entered since there were `size` values: the transaction that entered it was taken back.
    synchronized void shrinkTo(int size) {
        while (values.size() > size) {
            numbers.remove(values.removeLast());
            generation++;
        }
    }
}
