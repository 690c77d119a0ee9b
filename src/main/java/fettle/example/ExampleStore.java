package fettle.example;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The examples of one project with their history. Every change is durable when its call returns, and one step of the
/// history. Read-only projects throw an [fettle.job.ExpectedException] of kind "read-only" from each change. Safe for use
/// by several threads; changes are made one at a time.
public interface ExampleStore {

    /// Rows that are there; those in the bin do not count.
    int size();

    /// The rows that a query gives now. Throws an [fettle.job.ExpectedException] of kind "filter" for an unknown field.
    ExampleView view(ExampleQuery query) throws IOException;

    /// The first rows of [#view], at most `rows` of them: for a search far sooner than all. Its size says how many those
    /// are, not how many there will be.
    ExampleView firstPage(ExampleQuery query, int rows) throws IOException;

    /// Counts the values of fields. Each is counted among the rows that the search and the conditions on all other fields
    /// leave, so that a facet shows what else could be chosen. No row is read for it. Throws an
    /// [fettle.job.ExpectedException] of kind "filter" for a field that cannot be counted.
    FacetCounts facets(ExampleQuery query, List<String> fields) throws IOException;

    /// The sum of a field that is a whole number, such as `tokens`, over the rows of a query. Rows without a number count
    /// nothing, and no row is read for it.
    long sum(ExampleQuery query, String field) throws IOException;

    /// The row, also when it is in the bin.
    Optional<Example> find(long id) throws IOException;

    /// Makes `field`, one of [ExampleFilter#DERIVED], a field to filter, sort and count by: the rows of each value, by id.
    /// What it was before is forgotten; it is not kept on disk, and makes no step.
    void derive(String field, Map<String, long[]> rowsByValue);

    /// Gives rows the field `score`: `scores[i]` is that of the row `ids[i]`. All others have none.
    void deriveScores(long[] ids, double[] scores);

    /// Ids of the chunks that rows were made from by this template and model; deleted rows do not count.
    Set<String> chunksWithRows(String template, String model) throws IOException;

    /// Applies changes together, as one step. Changes that change nothing are dropped; when none is left, no step is made.
    /// Returns the number of the newest step.
    long apply(List<Change> changes, String sentence) throws IOException;

    /// Applies changes as part of the step `into`, when that is the newest and changed the same fields of the same rows:
    /// so what is typed in a while is one step, which leads from before the first change to after the last, and is gone
    /// when both are the same. Otherwise a step of its own is made. Returns the step that holds the changes, to be joined
    /// again; 0 when there is none.
    long apply(List<Change> changes, String sentence, long into) throws IOException;

    /// Opens an addition of many rows: one step, whose rows become visible batch by batch as they are safe.
    Addition add(String sentence) throws IOException;

    /// Opens an addition that takes nothing in: it only tells which rows repeat one that is there or one before them. For
    /// projects that can only be read too.
    Addition rehearse() throws IOException;

    /// Steps back; empty when there is nothing to undo. Returns the step that is undone now.
    Optional<Step> undo() throws IOException;

    /// Steps forward; empty when there is nothing to redo.
    Optional<Step> redo() throws IOException;

    /// Goes to just after a step, back and forward over branches, all or nothing; 0 is the beginning. What was undone on
    /// the way back can be redone. Returns that step; empty for the beginning. Throws an [fettle.job.ExpectedException] of
    /// kind "no-step".
    Optional<Step> travel(long step) throws IOException;

    /// All steps, those on branches too, oldest first.
    List<Step> history() throws IOException;

    /// The ids of the rows that a step changed or added, ascending.
    long[] rowsOf(long step) throws IOException;

    /// The steps that changed a row, those on branches too, oldest first: what the row was just after each is a version.
    List<RowVersion> versions(long id) throws IOException;

    /// A row as it was just after a step; empty when it was not there.
    Optional<Example> version(long id, long step) throws IOException;

    /// Waits until every row's tokens are counted.
    void awaitCounts() throws IOException, InterruptedException;

    /// Waits until every row is in the search index. No need to wait before searching: rows that are not in it are read.
    void awaitSearch() throws IOException, InterruptedException;

    /// Calls `listener` after each change, on the thread that made it.
    void onChange(Runnable listener);

    /// Rows that are coming in.
    interface Addition extends AutoCloseable {

        /// Takes nothing, and knows no repeats.
        Addition NOWHERE = new Addition() {

            @Override
            public boolean add(NewExample row) {
                return false;
            }

            @Override
            public void flush() {}

            @Override
            public long step() {
                return 0;
            }

            @Override
            public void close() {}
        };

        /// Queues a row; returns whether an earlier row has the same body.
        boolean add(NewExample row) throws IOException;

        /// Makes all that was added so far durable and visible.
        void flush() throws IOException;

        /// Number of the step that holds what is safe; 0 while nothing is.
        long step();

        /// Flushes, and ends the step; without rows, none is made.
        @Override
        void close() throws IOException;
    }
}
