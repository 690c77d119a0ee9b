package fettle.chunk;

import fettle.document.Document;
import fettle.document.DocumentStore;
import fettle.job.ExpectedException;
import fettle.job.FanOut;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.token.Encoding;
import fettle.token.TokenException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Cuts all documents and replaces the chunks that there were. Stopped before the end, the old chunks stay.
public record CutDocuments(DocumentStore documents, ChunkStore chunks, CutSettings settings)
        implements
            Work<CutDocuments.Result> {

    /// What was cut.
    ///
    /// @param brokenFences Markdown chunks in which a fence is left open
    /// @param overLimit chunks with more tokens than the limit
    public record Result(int documents, int chunks, long tokens, int brokenFences, int overLimit) {}

    @Override
    public Result run(Progress progress) throws Exception {
        var counter = encoding();
        List<Document> all = documents.documents();
        if (all.isEmpty()) {
            throw new ExpectedException("nothing-to-cut", "There are no documents to cut.",
                    "Add a source with documents first.");
        }
        var cutter = new Cutter(settings, counter);
        var cut = new ConcurrentHashMap<String, List<Chunk>>();
        var done = new AtomicInteger();
        FanOut.each(all, Runtime.getRuntime().availableProcessors(), document -> {
            progress.stopIfCancelled();
            cut.put(document.id(), cutter.cut(document));
            progress.report(done.incrementAndGet(), all.size(), document.path());
        });
        var made = new ArrayList<Chunk>();
        int broken = 0;
        for (Document document : all) {
            List<Chunk> own = cut.getOrDefault(document.id(), List.of());
            made.addAll(own);
            broken += isMarkdown(document) ? broken(own) : 0;
        }
        progress.stopIfCancelled();
        chunks.replace(made, settings);
        return new Result(all.size(), made.size(), made.stream().mapToLong(Chunk::tokens).sum(), broken,
                (int) made.stream().filter(chunk -> chunk.tokens() > settings.tokens()).count());
    }

    private Encoding encoding() throws ExpectedException {
        try {
            return Encoding.named(settings.encoding());
        } catch (TokenException unknown) {
            throw new ExpectedException("unknown-encoding", unknown.getMessage(), "Choose one of these encodings.",
                    unknown);
        }
    }

    private static boolean isMarkdown(Document document) {
        return switch (document.kind()) {
            case MARKDOWN, HTML -> true;
            case TEXT, CODE -> false;
        };
    }

    private static int broken(List<Chunk> chunks) {
        return (int) chunks.stream().filter(chunk -> !Fences.balanced(chunk.text())).count();
    }
}
