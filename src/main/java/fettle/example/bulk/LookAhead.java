package fettle.example.bulk;

import fettle.example.Example;
import fettle.example.ExampleStore;
import fettle.example.bulk.RowAct.Result;
import fettle.job.Progress;
import fettle.job.Work;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sees what an act would change, without changing it: a slice of the rows, so that the first of them are shown at once
/// while the rest is still looked through.
public final class LookAhead implements Work<LookAhead.Slice> {

    private final ExampleStore store;
    private final RowAct act;
    private final long[] ids;
    private final Slice.Bounds from;

    /// `ids` are all rows, in the order in which they are shown; not to be changed meanwhile.
    public LookAhead(ExampleStore store, RowAct act, long[] ids, Slice.Bounds from) {
        this.store = store;
        this.act = act;
        this.ids = ids;
        this.from = from;
    }

    /// A row that changes.
    public record Changed(Example before, Result result) {}

    /// What a slice found.
    ///
    /// @param next where the next slice begins; the number of all rows at the end
    /// @param rows how many rows change
    /// @param hits places in them
    /// @param changed the first of those rows
    /// @param busy of a [Ruled] act: how many rows each rule has something to do in, also those that are off
    public record Slice(int next, int rows, int hits, List<Changed> changed, Map<String, Integer> busy) {

        /// Where a slice begins and when it ends.
        ///
        /// @param from a place in the ids
        /// @param samples how many changed rows it hands on at most
        /// @param millis about how long it may take; it looks at one row at least
        public record Bounds(int from, int samples, long millis) {}
    }

    @Override
    public Slice run(Progress progress) throws IOException, InterruptedException {
        long end = System.nanoTime() + from.millis() * 1_000_000;
        int at = from.from();
        int rows = 0;
        int hits = 0;
        var changed = new ArrayList<Changed>();
        var busy = new HashMap<String, Integer>();
        do {
            progress.stopIfCancelled();
            Optional<Example> example = at < ids.length ? store.find(ids[at]) : Optional.empty();
            at++;
            if (example.isPresent()) {
                Result result = result(example.get(), busy);
                rows += result.isEmpty() ? 0 : 1;
                hits += result.hits();
                if (!result.isEmpty() && changed.size() < from.samples()) {
                    changed.add(new Changed(example.get(), result));
                }
            }
        } while (at < ids.length && System.nanoTime() < end);
        return new Slice(Math.min(at, ids.length), rows, hits, List.copyOf(changed), Map.copyOf(busy));
    }

    private Result result(Example example, Map<String, Integer> busy) throws IOException {
        if (act instanceof Ruled ruled) {
            Ruled.Ruling ruling = ruled.rule(example);
            ruling.busy().forEach(rule -> busy.merge(rule, 1, Integer::sum));
            return ruling.result();
        }
        return act.on(example);
    }
}
