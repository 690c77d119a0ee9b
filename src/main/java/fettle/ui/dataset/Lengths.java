package fettle.ui.dataset;

import fettle.dataset.KeptRow;
import fettle.example.ChatTokens;
import fettle.example.ExampleQuery;
import fettle.example.ExampleStore;
import fettle.example.Turn;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.token.Distribution;
import fettle.token.Encoding;
import fettle.token.Histogram;
import java.io.IOException;
import java.util.stream.IntStream;

/// How long the kept rows are, by each measure.
///
/// @param trained tokens of the answers that are learned, over all rows
record Lengths(Encoding encoding, int rows, Spread total, Spread assistant, Spread messages, long trained) {

    /// What is counted of a row.
    enum Measure {
        TOTAL, ASSISTANT, MESSAGES
    }

    /// Numbers as figures and as bars.
    record Spread(Distribution figures, Histogram bars) {

        static Spread of(int[] values) {
            return new Spread(Distribution.of(values), Histogram.of(values, 60));
        }
    }

    Spread by(Measure measure) {
        return switch (measure) {
            case TOTAL -> total;
            case ASSISTANT -> assistant;
            case MESSAGES -> messages;
        };
    }

    /// Counts them.
    record Count(ExampleStore examples, Encoding encoding) implements Work<Lengths> {

        @Override
        public Lengths run(Progress progress) throws IOException, InterruptedException {
            var totals = IntStream.builder();
            var assistants = IntStream.builder();
            var messages = IntStream.builder();
            long[] trained = {0};
            int[] rows = {0};
            KeptRow.each(examples, ExampleQuery.KEPT, progress, row -> {
                totals.add(ChatTokens.total(row.example().body(), encoding));
                assistants.add(ChatTokens.assistant(row.example().body(), encoding));
                messages.add(row.example().turns().size());
                trained[0] += row.example().turns().stream().filter(Turn::trained)
                        .mapToLong(turn -> encoding.count(turn.text())).sum();
                rows[0]++;
            });
            return new Lengths(encoding, rows[0], Spread.of(totals.build().toArray()),
                    Spread.of(assistants.build().toArray()), Spread.of(messages.build().toArray()), trained[0]);
        }
    }
}
