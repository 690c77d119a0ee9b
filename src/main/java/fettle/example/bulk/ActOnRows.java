package fettle.example.bulk;

import fettle.example.Change;
import fettle.example.ExampleStore;
import fettle.example.bulk.RowAct.Result;
import fettle.job.Progress;
import fettle.job.Work;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// Does something to many rows, as one step of the history. All or nothing: stopped, it leaves everything as it was.
///
/// @param rows reads the ids of the rows
/// @param without ids of rows that the person left out
/// @param sentence what the history says, from the number of rows that changed: "Approved 37 examples"
public record ActOnRows(ExampleStore store, RowAct act, Supplier<long[]> rows, Set<Long> without,
        IntFunction<String> sentence) implements Work<ActOnRows.Acted> {

    private static final int STRIDE = 64;

    /// @param rows how many changed
    /// @param hits places in them
    /// @param looked how many were looked at
    public record Acted(int rows, int hits, int looked) {}

    @Override
    public Acted run(Progress progress) throws IOException, InterruptedException {
        long[] ids = rows.get();
        var changes = new ArrayList<Change>();
        int changed = 0;
        int hits = 0;
        for (int at = 0; at < ids.length; at++) {
            if (at % STRIDE == 0) {
                progress.stopIfCancelled();
                progress.report(at, ids.length, "");
            }
            if (!without.contains(ids[at])) {
                var example = store.find(ids[at]);
                Result result = example.isPresent() ? act.on(example.get()) : Result.NONE;
                changes.addAll(result.changes());
                changed += result.isEmpty() ? 0 : 1;
                hits += result.hits();
            }
        }
        progress.stopIfCancelled();
        if (changed > 0) {
            store.apply(changes, sentence.apply(changed));
        }
        progress.report(ids.length, ids.length, "");
        return new Acted(changed, hits, ids.length);
    }
}
