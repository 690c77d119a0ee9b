package fettle.dataset;

import fettle.example.ChatTokens;
import fettle.example.ExampleQuery;
import fettle.example.ExampleStore;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.token.Distribution;
import fettle.token.Encoding;
import fettle.token.Histogram;
import java.io.IOException;
import java.util.stream.IntStream;

/// Counts the tokens of all rows that are not rejected.
public final class CountTokens implements Work<TokenReport> {

    /// What the models of gpt-4o's family take in training.
    public static final int USUAL_LIMIT = 65_536;
    private static final int BINS = 24;

    private final ExampleStore examples;
    private final ExampleQuery query;
    private final Encoding encoding;
    private final int limit;

    /// `limit` is in tokens of a row.
    public CountTokens(ExampleStore examples, ExampleQuery query, Encoding encoding, int limit) {
        this.examples = examples;
        this.query = query;
        this.encoding = encoding;
        this.limit = limit;
    }

    @Override
    public TokenReport run(Progress progress) throws IOException, InterruptedException {
        var totals = IntStream.builder();
        var assistants = IntStream.builder();
        var messages = IntStream.builder();
        long[] trained = {0};
        KeptRow.each(examples, query, progress, row -> {
            ChatTokens.Counts counts = ChatTokens.count(row.example().body(), encoding);
            totals.add(counts.total());
            assistants.add(counts.assistant());
            messages.add(row.example().turns().size());
            trained[0] += counts.trained();
        });
        int[] total = totals.build().toArray();
        int over = (int) IntStream.of(total).filter(tokens -> tokens > limit).count();
        return new TokenReport(encoding.label(), total.length, Distribution.of(total),
                Distribution.of(assistants.build().toArray()), Distribution.of(messages.build().toArray()), limit,
                over, trained[0], Histogram.of(total, BINS));
    }
}
