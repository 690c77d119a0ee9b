package fettle.ui.tuning;

import fettle.example.ExampleQuery;
import fettle.example.ExampleRow;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import fettle.job.Progress;
import fettle.job.Work;
import java.io.IOException;

/// What would be trained now.
///
/// @param train rows on the training side, or on none yet
/// @param validation rows held out
/// @param split whether the rows have sides already
/// @param tokens all tokens of the training rows, as counted for lists
/// @param trainedTokens those of their answers
record Preview(int train, int validation, boolean split, long tokens, long trainedTokens) {

    static final Preview NONE = new Preview(0, 0, false, 0, 0);

    int rows() {
        return train + validation;
    }

    /// Seconds for `epochs` at `tokensPerSecond`.
    long seconds(double epochs, double tokensPerSecond) {
        return Math.round(tokens * epochs / tokensPerSecond);
    }

    /// Adds up the kept rows.
    record Read(ExampleStore examples) implements Work<Preview> {

        @Override
        public Preview run(Progress progress) throws IOException, InterruptedException {
            ExampleView view = examples.view(ExampleQuery.KEPT);
            int validation = 0;
            boolean split = false;
            long tokens = 0;
            long trained = 0;
            for (int index = 0; index < view.size(); index++) {
                progress.stopIfCancelled();
                ExampleRow row = view.row(index);
                split |= row.split() != ExampleRow.Side.NONE;
                if (row.split() == ExampleRow.Side.VALIDATION) {
                    validation++;
                } else {
                    tokens += Math.max(0, row.tokens());
                    trained += Math.max(0, row.assistantTokens());
                }
            }
            return new Preview(view.size() - validation, validation, split, tokens, trained);
        }
    }
}
