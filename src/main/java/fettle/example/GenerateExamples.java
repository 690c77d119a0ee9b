package fettle.example;

import fettle.example.ChatModel.Reply;
import fettle.example.ChatModel.Request;
import fettle.example.Example.Origin;
import fettle.example.ExampleStore.Addition;
import fettle.job.ExpectedException;
import fettle.job.FanOut;
import fettle.job.Progress;
import fettle.job.Work;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Asks a model about every passage and adds what it answers, one question a passage. Each answer is in the journal before
/// anything else is done with it, and its rows are added at once; so a stop, a crash or a second run pays nothing twice.
/// An answer that cannot be used is kept raw and counted; one that says that no other can succeed (a refused key, no
/// network) ends the work.
public final class GenerateExamples implements Work<Generated> {

    /// Kinds of failure that the next passage would meet as well.
    private static final Set<String> HOPELESS = Set.of("key-refused", "key-missing", "forbidden", "quota", "not-found",
            "unreachable", "offline", "read-only", "disk");

    private final List<Passage> passages;
    private final ChatModel model;
    private final Journal journal;
    private final ExampleStore examples;
    private final GenerateSettings settings;
    private volatile @Nullable Tally counted;

    public GenerateExamples(List<Passage> passages, ChatModel model, Journal journal, ExampleStore examples,
            GenerateSettings settings) {
        this.passages = settings.limit() == 0
                ? List.copyOf(passages)
                : passages.stream().limit(settings.limit()).toList();
        this.model = model;
        this.journal = journal;
        this.examples = examples;
        this.settings = settings;
    }

    @Override
    public Generated run(Progress progress) throws Exception {
        if (passages.isEmpty()) {
            throw new ExpectedException("empty", "There are no chunks to ask about.",
                    "Add a source of documents and cut it into chunks first.");
        }
        Set<String> withRows = examples.chunksWithRows(settings.template().name(), model.name());
        try (Addition addition = examples.add("Generated with " + model.name())) {
            var tally = new Tally(addition, progress);
            counted = tally;
            FanOut.each(passages, settings.concurrency(), passage -> {
                progress.stopIfCancelled();
                handle(passage, withRows, tally);
            });
            return tally.generated();
        }
    }

    /// What has been done up to now, also after the work was stopped or failed. Nothing before it began.
    public Optional<Generated> soFar() {
        Tally tally = counted;
        return tally == null ? Optional.empty() : Optional.of(tally.generated());
    }

    private void handle(Passage passage, Set<String> withRows, Tally tally) throws IOException, InterruptedException {
        var request = new Request(settings.template().turns(passage), settings.temperature(), settings.maxTokens());
        String key = Journal.key(model.name(), request);
        Optional<Journal.Entry> paid = journal.find(key).filter(Journal.Entry::isGood);
        if (paid.isPresent()) {
            boolean kept = withRows.contains(passage.chunk().id());
            tally.cached(passage, kept ? List.of() : settings.template().rows(passage, paid.get().answer()));
            return;
        }
        try {
            tally.asked();
            Reply reply = model.complete(request, _ -> {});
            tally.paid(reply);
            tally.answered(passage, read(passage, key, reply));
        } catch (ExpectedException failure) {
            if (HOPELESS.contains(failure.kind())) {
                throw failure;
            }
            tally.failed(passage, failure.getMessage());
        }
    }

    /// Journals the reply, with what is wrong with it if anything is, and makes rows of it.
    private List<ObjectNode> read(Passage passage, String key, Reply reply) throws IOException {
        try {
            if (!reply.finish().equals("stop")) {
                throw new ExpectedException("answer", "The answer was cut off (" + reply.finish() + ").", "");
            }
            List<ObjectNode> rows = settings.template().rows(passage, reply.text());
            journal.put(key, entry(reply, ""));
            return rows;
        } catch (ExpectedException unusable) {
            if (unusable.kind().equals("answer")) {
                journal.put(key, entry(reply, unusable.getMessage()));
            }
            throw unusable;
        }
    }

    private static Journal.Entry entry(Reply reply, String problem) {
        return new Journal.Entry(reply.text(), reply.inputTokens(), reply.outputTokens(), reply.finish(), problem,
                System.currentTimeMillis());
    }

    private Origin origin(Passage passage) {
        return new Origin(passage.document().path(), passage.source().id(), 0, passage.chunk().id(),
                passage.document().id(), settings.template().name(), model.name());
    }

    /// Counts, and adds rows; the questions under way share it.
    private final class Tally {

        private final Addition addition;
        private final Progress progress;
        private final long started = System.nanoTime();
        private final List<Generated.Failure> failures = new ArrayList<>();
        private int asked;
        private int answered;
        private int cached;
        private int rows;
        private long inputTokens;
        private long outputTokens;

        Tally(Addition addition, Progress progress) {
            this.addition = addition;
            this.progress = progress;
        }

        synchronized void asked() {
            asked++;
        }

        synchronized void paid(Reply reply) {
            inputTokens += reply.inputTokens();
            outputTokens += reply.outputTokens();
        }

        synchronized void cached(Passage passage, List<ObjectNode> bodies) throws IOException {
            cached++;
            add(passage, bodies);
        }

        synchronized void answered(Passage passage, List<ObjectNode> bodies) throws IOException {
            answered++;
            add(passage, bodies);
        }

        synchronized void failed(Passage passage, String reason) {
            failures.add(new Generated.Failure(passage.chunk().id(), passage.document().path(), reason));
            report(passage);
        }

        private void add(Passage passage, List<ObjectNode> bodies) throws IOException {
            for (ObjectNode body : bodies) {
                addition.add(new NewExample(body, List.of(), origin(passage)));
            }
            if (!bodies.isEmpty()) {
                addition.flush();
            }
            rows += bodies.size();
            report(passage);
        }

        private void report(Passage passage) {
            progress.report(answered + cached + failures.size(), passages.size(), passage.document().path());
        }

        synchronized Generated generated() {
            return new Generated(asked, answered, failures.size(), cached, rows, inputTokens, outputTokens,
                    (System.nanoTime() - started) / 1e9, List.copyOf(failures));
        }
    }
}
