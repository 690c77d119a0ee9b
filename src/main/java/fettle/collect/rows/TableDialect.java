package fettle.collect.rows;

import fettle.example.RowReader.Dialect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How a table is written.
///
/// @param separator between cells
/// @param quote around cells that hold separators, quotes or line breaks
/// @param backslash whether a quote within a cell is written `\"` instead of twice
/// @param head whether the first record names the columns
record TableDialect(char separator, char quote, boolean backslash, boolean head) {

    private static final int RECORDS = 200;

    static TableDialect of(Dialect dialect) {
        return new TableDialect(dialect.separator(), dialect.quote(), dialect.backslash(), dialect.head());
    }

    Dialect dialect() {
        return new Dialect(separator, quote, backslash, head);
    }

    /// The dialect under which most of the first records have the same number of cells, more than one, and quotes stand
    /// where they belong. `tabs` breaks a tie for the tab, as the file's name asks. `sample` is UTF-8; when the file goes
    /// on behind it, its last record does not count.
    static TableDialect sniff(byte[] sample, boolean tabs) {
        TableDialect best = new TableDialect(tabs ? '\t' : ',', '"', false, true);
        double bestScore = 0;
        for (TableDialect dialect : candidates(sample, tabs)) {
            double score = dialect.score(sample);
            if (score > bestScore + 1e-9) {
                best = dialect;
                bestScore = score;
            }
        }
        return best;
    }

    private static List<TableDialect> candidates(byte[] sample, boolean tabs) {
        boolean escapes = escapesQuotes(sample);
        var candidates = new ArrayList<TableDialect>();
        for (char separator : (tabs ? "\t,;|" : ",;\t|").toCharArray()) {
            candidates.add(new TableDialect(separator, '"', false, true));
            if (escapes) {
                candidates.add(new TableDialect(separator, '"', true, true));
            }
        }
        for (char separator : (tabs ? "\t,;|" : ",;\t|").toCharArray()) {
            if (openings(sample, separator, '\'') > openings(sample, separator, '"')) {
                candidates.add(new TableDialect(separator, '\'', false, true));
            }
        }
        return candidates;
    }

    private static boolean escapesQuotes(byte[] sample) {
        for (int i = 1; i < sample.length; i++) {
            if (sample[i] == '"' && sample[i - 1] == '\\') {
                return true;
            }
        }
        return false;
    }

    /// How many cells begin with that quote.
    private static int openings(byte[] sample, char separator, char quote) {
        int openings = 0;
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] == quote && (i == 0 || sample[i - 1] == separator || sample[i - 1] == '\n')) {
                openings++;
            }
        }
        return openings;
    }

    /// Share of the records that have the most frequent width, more than 1, and a little for each cell; less half the
    /// share of those in which quotes stand where they do not belong.
    private double score(byte[] sample) {
        Map<Integer, Integer> widths = new HashMap<>();
        int records = 0;
        int odd = 0;
        try (var window = new ByteWindow(new ByteArrayInputStream(sample), sample.length, (byte) '\n')) {
            var scanner = new CellScanner(window, this, sample.length);
            while (records < RECORDS && scanner.scan()) {
                boolean last = scanner.length() >= window.ahead() && !window.has(scanner.length());
                if (last && records > 0 && scanner.isUnclosed()) {
                    break; // may be cut
                }
                records++;
                widths.merge(scanner.count(), 1, Integer::sum);
                odd += scanner.hasTextBehindQuote() || scanner.hasQuoteInside() || scanner.isUnclosed() ? 1 : 0;
                window.take(Math.min(scanner.length(), window.ahead()));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        double best = 0;
        for (var width : widths.entrySet()) {
            if (width.getKey() > 1) {
                best = Math.max(best, width.getValue() / (double) records + 0.001 * Math.min(20, width.getKey()));
            }
        }
        return best - 0.5 * odd / Math.max(1, records);
    }

    /// For people.
    String words() {
        String between = switch (separator) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            case '|' -> "bars";
            default -> "`" + separator + "`";
        };
        return "a table separated by " + between + (backslash ? ", quotes escaped by a backslash" : "")
                + (head ? "" : ", without a head");
    }
}
