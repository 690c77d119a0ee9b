package fettle.project.example;

import fettle.example.BodyJson;
import fettle.example.BodyTexts;
import fettle.example.SearchText;
import fettle.project.sqlite.Database;
import fettle.project.sqlite.Sql;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/// Looks through the texts of rows by reading them.
final class TextScan {

    /// Below this share of all rows, rows are read one by one instead of all in a row.
    private static final int FEW = 20;

    private final Database database;

    TextScan(Database database) {
        this.database = database;
    }

    /// Decides by the row at hand: id, question, answer, json.
    @FunctionalInterface
    interface Fits {

        boolean test(ResultSet row) throws SQLException;
    }

    /// Keeps those of the candidates that fit. Stops with an InterruptedIOException when the thread is interrupted.
    void retain(BitSet candidates, Fits fits) throws IOException {
        database.scan(sql -> {
            if (candidates.cardinality() * FEW < candidates.length()) {
                retainFew(sql, candidates, fits);
            } else {
                retainMany(sql, candidates, fits);
            }
            return candidates;
        });
    }

    private static void retainFew(Sql sql, BitSet candidates, Fits fits) throws SQLException, IOException {
        for (int place = candidates.nextSetBit(0); place >= 0; place = candidates.nextSetBit(place + 1)) {
            candidates.set(place, fits(sql, place, fits));
        }
    }

    private static boolean fits(Sql sql, int place, Fits fits) throws SQLException, IOException {
        stopIfInterrupted();
        return sql.one("SELECT id, question, answer, json FROM body WHERE id = ?", fits::test, place + 1).orElse(false);
    }

    private static void retainMany(Sql sql, BitSet candidates, Fits fits) throws SQLException, IOException {
        var kept = new BitSet(candidates.length());
        sql.each("SELECT id, question, answer, json FROM body ORDER BY id", row -> {
            int place = row.getInt(1) - 1;
            if (candidates.get(place) && fits.test(row)) {
                kept.set(place);
            }
            return !Thread.currentThread().isInterrupted();
        });
        stopIfInterrupted();
        candidates.and(kept);
    }

    private static void stopIfInterrupted() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("stopped");
        }
    }

    /// The first of the places from `from` until `end`, in their order, that fit; at most `count`.
    int[] first(int[] places, int from, int end, Fits fits, int count) throws IOException {
        return database.scan(sql -> {
            var first = IntStream.builder();
            int found = 0;
            for (int at = from; at < end && found < count; at++) {
                if (fits(sql, places[at], fits)) {
                    first.add(places[at]);
                    found++;
                }
            }
            return first.build().toArray();
        });
    }

    /// Whether the row's texts hold what is searched for.
    static Fits searching(SearchText search) {
        var plain = new PlainWords(search);
        return row -> {
            byte[] json = row.getBytes(4);
            return plain.mayOccurIn(json)
                    && search.fits(BodyTexts.of(BodyJson.mapper().readValue(json, ObjectNode.class)));
        };
    }
}
