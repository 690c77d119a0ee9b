package fettle.project.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlite.ProgressHandler;

/// One connection with its prepared statements. For one thread at a time.
public final class Sql implements AutoCloseable {

    /// Steps of SQLite's machine: some tenths of a millisecond.
    private static final int STEPS_BETWEEN_CHECKS = 10_000;

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Sql(Connection connection) {
        this.connection = connection;
    }

    /// Makes a value from the row at hand.
    @FunctionalInterface
    public interface Row<T> {

        T of(ResultSet row) throws SQLException;
    }

    /// Looks at the row at hand; returns whether to go on.
    @FunctionalInterface
    public interface Visitor {

        boolean visit(ResultSet row) throws SQLException;
    }

    /// Runs a statement that changes something; returns how many rows it changed.
    public int change(String text, Object... values) throws SQLException {
        return bound(text, values).executeUpdate();
    }

    /// Runs the statement once per set of values, as one batch.
    public void changeAll(String text, Iterable<Object[]> valueSets) throws SQLException {
        PreparedStatement statement = prepare(text);
        for (Object[] values : valueSets) {
            bind(statement, values);
            statement.addBatch();
        }
        statement.executeBatch();
    }

    /// All rows.
    public <T> List<T> rows(String text, Row<T> row, Object... values) throws SQLException {
        var all = new ArrayList<T>();
        each(text, found -> all.add(row.of(found)), values);
        return all;
    }

    /// The first row.
    public <T> Optional<T> one(String text, Row<T> row, Object... values) throws SQLException {
        try (ResultSet found = bound(text, values).executeQuery()) {
            return found.next() ? Optional.of(row.of(found)) : Optional.empty();
        }
    }

    /// A number; 0 when there is no row.
    public long number(String text, Object... values) throws SQLException {
        return one(text, row -> row.getLong(1), values).orElse(0L);
    }

    /// Visits row after row until the visitor has seen enough.
    public void each(String text, Visitor visitor, Object... values) throws SQLException {
        try (ResultSet found = bound(text, values).executeQuery()) {
            boolean wanted = true;
            while (wanted && found.next()) {
                wanted = visitor.visit(found);
            }
        }
    }

    /// Runs statements that are separated by semicolons, each without values.
    void script(String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String one : text.split(";", -1)) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
        }
    }

    /// From now on an interrupt of the thread ends a statement that runs; it then throws SQLITE_INTERRUPT.
    void heedInterrupts() throws SQLException {
        ProgressHandler.setHandler(connection, STEPS_BETWEEN_CHECKS, new ProgressHandler() {

            @Override
            protected int progress() {
                return Thread.currentThread().isInterrupted() ? 1 : 0;
            }
        });
    }

    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    /// Takes the transaction back. SQLite has done so by itself after a full disk; that is no second failure.
    void rollback() {
        try {
            connection.rollback();
        } catch (SQLException _) {
            // there is nothing left to take back
        }
        try {
            connection.setAutoCommit(true);
        } catch (SQLException _) {
            // the next statement says what is wrong
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        connection.close();
    }

    private PreparedStatement bound(String text, Object... values) throws SQLException {
        PreparedStatement statement = prepare(text);
        bind(statement, values);
        return statement;
    }

    private PreparedStatement prepare(String text) throws SQLException {
        PreparedStatement known = prepared.get(text);
        if (known == null) {
            known = connection.prepareStatement(text);
            prepared.put(text, known);
        }
        return known;
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int place = 0; place < values.length; place++) {
            statement.setObject(place + 1, values[place]);
        }
    }
}
