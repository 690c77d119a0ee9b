package fettle.collect.rows;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/// How a table is written.
///
/// @param separator between cells
/// @param quote around cells that hold separators, quotes or line breaks
/// @param backslash whether a quote within a cell is written `\"` instead of twice
record TableDialect(char separator, char quote, boolean backslash) {

    private static final int RECORDS = 200;
    private static final int LONGEST_FIELD = 64 << 20;

    /// The dialect under which most of the first records have the same number of cells, more than one. `tabs` breaks a
    /// tie for the tab, as the file's name asks.
    static TableDialect sniff(String sample, boolean tabs) {
        boolean backslash = sample.contains("\\\"") && !sample.contains("\"\"");
        TableDialect best = new TableDialect(tabs ? '\t' : ',', '"', backslash);
        double bestScore = 0;
        String separators = tabs ? "\t,;|" : ",;\t|";
        for (char quote : new char[]{'"', '\''}) {
            for (int i = 0; i < separators.length(); i++) {
                if (quote == '\'' && !opensCells(sample, separators.charAt(i))) {
                    continue;
                }
                var dialect = new TableDialect(separators.charAt(i), quote, backslash && quote == '"');
                double score = dialect.score(sample);
                if (score > bestScore + 1e-9) {
                    best = dialect;
                    bestScore = score;
                }
            }
        }
        return best;
    }

    /// Whether more cells begin with a single quote than with a double one.
    private static boolean opensCells(String sample, char separator) {
        return openings(sample, separator, '\'') > openings(sample, separator, '"');
    }

    private static int openings(String sample, char separator, char quote) {
        int openings = 0;
        for (int at = sample.indexOf(quote); at >= 0; at = sample.indexOf(quote, at + 1)) {
            char before = at == 0 ? '\n' : sample.charAt(at - 1);
            openings += (before == separator || before == '\n') ? 1 : 0;
        }
        return openings;
    }

    /// Share of the records that have the most frequent width, times a little for each cell; 0 when that is 1.
    private double score(String sample) {
        Map<Integer, Integer> widths = new HashMap<>();
        int records = 0;
        try (CsvReader<CsvRecord> reader = reader(new java.io.StringReader(sample))) {
            for (CsvRecord csv : reader) {
                widths.merge(csv.getFieldCount(), 1, Integer::sum);
                if (++records == RECORDS) {
                    break;
                }
            }
        } catch (CsvParseException | UncheckedIOException _) {
            records++; // a quote that is open at the end of the sample
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        double best = 0;
        for (var width : widths.entrySet()) {
            if (width.getKey() > 1) {
                best = Math.max(best, width.getValue() / (double) records + 0.001 * Math.min(20, width.getKey()));
            }
        }
        return best;
    }

    /// Text behind a closing quote is kept; the call for it is the only one that 4.4 has.
    @SuppressWarnings("removal")
    CsvReader<CsvRecord> reader(Reader text) {
        var handler = CsvRecordHandler.builder().maxFieldSize(LONGEST_FIELD).maxRecordSize(LONGEST_FIELD).build();
        return CsvReader.builder().fieldSeparator(separator).quoteCharacter(quote)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .detectBomHeader(false).maxBufferSize(LONGEST_FIELD)
                .build(handler, backslash ? new DoubledQuotes(text) : text);
    }

    /// For people.
    String words() {
        String between = switch (separator) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            default -> "bars";
        };
        return "a table separated by " + between + (backslash ? ", quotes escaped by a backslash" : "");
    }

    /// Turns `\"` into `""`, which the parser knows.
    private static final class DoubledQuotes extends Reader {

        private final Reader text;
        private int held = -1;

        DoubledQuotes(Reader text) {
            this.text = new java.io.BufferedReader(text);
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            int count = 0;
            while (count < length) {
                int each = held >= 0 ? held : text.read();
                held = -1;
                if (each < 0) {
                    return count == 0 ? -1 : count;
                }
                if (each == '\\') {
                    held = text.read();
                    each = held == '"' ? '"' : each;
                }
                target[offset + count++] = (char) each;
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
