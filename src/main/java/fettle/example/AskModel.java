package fettle.example;

import fettle.example.ChatModel.Reply;
import fettle.example.ChatModel.Request;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.job.Work;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks a model for one candidate of a text. An answer that was paid before for the same question is taken from the
/// journal, and a new one is put there before anything else is done with it.
///
/// @param onText gets the answer piece by piece, on the thread of the work or another
public record AskModel(ChatModel model, Rewrite rewrite, Variation variation, Journal journal, Consumer<String> onText)
        implements
            Work<Candidate> {

    /// What tells candidates of one question apart.
    ///
    /// @param temperature 0 is greedy
    /// @param number from 0, among those of the same model and temperature
    public record Variation(double temperature, int number) {}

    @Override
    public Candidate run(Progress progress) throws IOException, InterruptedException {
        String key = key(model.name(), rewrite, variation);
        Optional<Journal.Entry> paid = journal.find(key).filter(Journal.Entry::isGood);
        if (paid.isPresent()) {
            Journal.Entry entry = paid.get();
            onText.accept(entry.answer());
            return new Candidate(model.name(), entry.answer(), entry.inputTokens(), entry.outputTokens(),
                    entry.finish(), 0, Candidate.From.JOURNAL);
        }
        progress.stopIfCancelled();
        long began = System.nanoTime();
        Answered answered = answer();
        Reply reply = answered.reply();
        boolean whole = !reply.finish().equals("incomplete");
        journal.put(key, new Journal.Entry(reply.text(), reply.inputTokens(), reply.outputTokens(), reply.finish(),
                whole ? "" : "The answer broke off.", System.currentTimeMillis()));
        return new Candidate(model.name(), reply.text(), reply.inputTokens(), reply.outputTokens(), reply.finish(),
                (System.nanoTime() - began) / 1_000_000, answered.from());
    }

    private record Answered(Reply reply, Candidate.From from) {}

    private Answered answer() throws IOException, InterruptedException {
        try {
            return new Answered(model.complete(request(rewrite, variation), onText), Candidate.From.MODEL);
        } catch (ExpectedException tooLong) {
            if (!tooLong.kind().equals("too-long")) {
                throw tooLong;
            }
            var brief = new Request(rewrite.brief(), variation.temperature(), rewrite.maxTokens());
            return new Answered(model.complete(brief, onText), Candidate.From.MODEL_BRIEFLY);
        }
    }

    /// The key of a candidate in the journal.
    public static String key(String model, Rewrite rewrite, Variation variation) {
        String key = Journal.key(model, request(rewrite, variation));
        return variation.number() == 0 ? key : key + "-" + variation.number();
    }

    private static Request request(Rewrite rewrite, Variation variation) {
        return new Request(rewrite.turns(), variation.temperature(), rewrite.maxTokens());
    }
}
