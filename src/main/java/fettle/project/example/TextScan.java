package fettle.project.example;

import fettle.example.BodyJson;
import fettle.example.Turn;
import fettle.project.sqlite.Database;
import fettle.project.sqlite.Sql;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/// Looks for words in the texts of rows by reading them. All searching by text passes here.
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
            stopIfInterrupted();
            boolean kept = sql.one("SELECT id, question, answer, json FROM body WHERE id = ?", fits::test, place + 1)
                    .orElse(false);
            candidates.set(place, kept);
        }
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

    /// Whether each of the words occurs in the texts of the body, case ignored.
    static Fits words(String search) {
        List<String> words = List.of(search.toLowerCase(Locale.ROOT).strip().split("\\s+", -1));
        List<String> plain = words.stream().filter(TextScan::isPlain).toList();
        return row -> {
            String json = row.getString(4);
            String raw = json.toLowerCase(Locale.ROOT);
            return plain.stream().allMatch(raw::contains) && occurIn(json, words);
        };
    }

    /// A word that stands in the JSON as it stands in the text: then most rows are refused without being parsed.
    private static boolean isPlain(String word) {
        return word.chars().allMatch(unit -> unit > ' ' && unit < 0x7f && unit != '"' && unit != '\\');
    }

    private static boolean occurIn(String json, List<String> words) {
        var texts = new StringBuilder();
        for (Turn turn : Turn.of(BodyJson.read(json))) {
            texts.append(turn.text().toLowerCase(Locale.ROOT)).append('\n');
        }
        return words.stream().allMatch(word -> texts.indexOf(word) >= 0);
    }
}
