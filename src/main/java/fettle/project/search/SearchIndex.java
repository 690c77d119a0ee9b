package fettle.project.search;

import fettle.example.SearchText;
import fettle.example.SearchText.Term;
import fettle.project.sqlite.DerivedDatabase;
import fettle.project.sqlite.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/// Which rows hold which words: an FTS5 table in a file of its own, `search.db`, that may be deleted at any time. It is
/// given words that [fettle.example.SearchWords] has cut and folded, so that it finds exactly what reading the rows would
/// find. Of each row it knows the hash of the body that it has. Safe for use by several threads.
public final class SearchIndex implements AutoCloseable {

    /// Grows with each change of [fettle.example.SearchWords] or of what counts as a text.
    private static final int FORMAT = 1;

    /// The tokenizer `ascii` parts at what is no letter and no digit in ASCII: of folded words, at the blanks between them.
    private static final String SCHEMA = """
            CREATE VIRTUAL TABLE words USING fts5 (text, content='', contentless_delete=1, tokenize='ascii');
            INSERT INTO words (words, rank) VALUES ('hashsize', 16000000);
            CREATE TABLE block (number INTEGER PRIMARY KEY, hashes BLOB NOT NULL);
            CREATE TABLE puts (count INTEGER NOT NULL);
            INSERT INTO puts (count) VALUES (1)""";

    private final DerivedDatabase database;
    private final IndexedHashes hashes = new IndexedHashes();
    private final Found found = new Found();
    private int edition;
    private long version = -1;

    /// With `writable` false, what is there is searched, and nothing is added.
    public SearchIndex(Path file, boolean writable) {
        database = new DerivedDatabase(file, writable, FORMAT, SCHEMA);
    }

    /// A row to be entered.
    ///
    /// @param place of the row, its id less one
    /// @param hash of its body
    /// @param words as [fettle.example.SearchWords#of] makes them
    public record Entry(int place, long hash, String words) {}

    /// Those of the rows that the index has as they are now; `bodies` are the hashes by place. As of the last [#refresh].
    public BitSet current(BitSet rows, long[] bodies) {
        return hashes.current(rows, bodies);
    }

    /// The first places from `from` until `end` that are wanted and that the index does not have as they are now; at most
    /// `limit`. As of the last [#refresh].
    public int[] missing(int from, int end, int limit, IntPredicate wanted, long[] bodies) {
        return hashes.missing(from, end, limit, wanted, bodies);
    }

    /// Enters rows, or replaces them.
    public void put(List<Entry> entries) throws IOException {
        refresh();
        database.write(sql -> {
            for (Entry entry : entries) {
                if (hashes.has(entry.place())) {
                    sql.change("DELETE FROM words WHERE rowid = ?", entry.place() + 1);
                }
                sql.change("INSERT INTO words (rowid, text) VALUES (?, ?)", entry.place() + 1, entry.words());
            }
            hashes.save(sql, entries);
            sql.change("UPDATE puts SET count = count + 1");
            return entries;
        });
        hashes.enter(entries);
        found.enter(entries);
    }

    /// The rows whose words fit, as the index has them. Throws an InterruptedIOException when the thread is interrupted.
    public BitSet find(SearchText search) throws IOException {
        refresh();
        BitSet known = found.known(search);
        if (known != null) {
            return known;
        }
        long before = found.changes();
        var fits = new BitSet(hashes.size());
        boolean negative = search.wanted().isEmpty();
        boolean complete = each(search, place -> {
            fits.set(place);
            return true;
        });
        if (negative) {
            fits.flip(0, hashes.size());
        }
        if (complete) {
            found.keep(search, fits, before);
        }
        return fits;
    }

    /// Whether [#find] would answer without asking the disk.
    public boolean knows(SearchText search) throws IOException {
        refresh();
        return found.known(search) != null;
    }

    /// Whether the rows of a search come one by one, each at once: so it is when no word is only a beginning.
    public static boolean isStreamed(SearchText search) {
        return !search.wanted().isEmpty() && search.terms().stream().noneMatch(Term::beginning);
    }

    /// Shows the places of rows that fit in import order, until the visitor has seen enough. There must be a term that is
    /// wanted. Throws as [#find] does.
    public void visit(SearchText search, IntPredicate visitor) throws IOException {
        refresh();
        each(search, visitor);
    }

    private boolean each(SearchText search, IntPredicate visitor) throws IOException {
        return database.read(sql -> {
            sql.each("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid",
                    row -> visitor.test(row.getInt(1) - 1),
                    expression(search));
            return true;
        }).orElse(false);
    }

    /// In FTS5's language; of a search that only excludes, what is excluded.
    private static String expression(SearchText search) {
        String none = search.unwanted().stream().map(SearchIndex::phrase).collect(Collectors.joining(" OR "));
        if (search.wanted().isEmpty()) {
            return none;
        }
        String all = search.wanted().stream().map(SearchIndex::phrase).collect(Collectors.joining(" AND "));
        return none.isEmpty() ? all : "(" + all + ") NOT (" + none + ")";
    }

    private static String phrase(Term term) {
        return '"' + String.join(" ", term.words()) + (term.beginning() ? "\" *" : "\"");
    }

    /// Reads which rows are there, unless that is known: at first, after the file was lost, and when another process may
    /// have written it.
    public synchronized void refresh() throws IOException {
        if (edition != database.edition()) {
            version = -1;
            hashes.clear();
            found.clear();
        }
        if (version == -1 || !database.isWritable()) {
            long known = version;
            version = database.read(sql -> load(sql, known)).orElse(0L);
            edition = database.edition();
        }
    }

    /// Another process that writes counts what it does.
    private long load(Sql sql, long known) throws SQLException {
        long now = sql.number("SELECT count FROM puts");
        if (now != known) {
            hashes.load(sql);
            found.clear();
        }
        return now;
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
