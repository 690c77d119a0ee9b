package fettle.dataset;

import fettle.example.Example;
import fettle.example.ExampleQuery;
import fettle.example.ExampleRow;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import fettle.job.Progress;
import java.io.IOException;
import java.util.Optional;

/// A row of a dataset: the example, and which side of the split it is on.
public record KeptRow(Example example, ExampleRow.Side side) {

    /// What is done with one row.
    @FunctionalInterface
    public interface Action {

        void on(KeptRow row) throws IOException;
    }

    /// Calls `action` for each row that the query gives now, in its order, one row in memory at a time.
    public static void each(ExampleStore examples, ExampleQuery query, Progress progress, Action action)
            throws IOException, InterruptedException {
        ExampleView view = examples.view(query);
        for (int i = 0; i < view.size(); i++) {
            if (i % 256 == 0) {
                progress.stopIfCancelled();
                progress.report(i, view.size(), "");
            }
            Optional<Example> example = examples.find(view.id(i));
            if (example.isPresent()) {
                action.on(new KeptRow(example.get(), view.row(i).split()));
            }
        }
    }
}
