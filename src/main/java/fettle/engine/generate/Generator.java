package fettle.engine.generate;

import fettle.engine.net.Gpt2;
import fettle.engine.net.KvCache;
import fettle.engine.torch.NoGrad;
import fettle.engine.torch.Scope;
import fettle.engine.torch.Tensor;
import fettle.job.ExpectedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/// Continues texts. What a text has in common with the one before is not read again.
public final class Generator implements AutoCloseable {

    private final Gpt2 model;
    private final Set<Integer> ends;
    private final KvCache cache;
    private int[] read = new int[0];

    /// `ends` are the tokens after which nothing comes.
    public Generator(Gpt2 model, Set<Integer> ends) {
        this.model = model;
        this.ends = ends;
        cache = new KvCache(model.config());
    }

    /// The tokens that came, without the end mark, and why no more: "stop", "length" or "incomplete".
    public record Continued(List<Integer> ids, String finish) {}

    /// Continues `prompt` by at most `most` tokens. `goOn` gets each token as it comes and says whether to go on. Throws
    /// "too-long" when the prompt leaves no room.
    public Continued generate(int[] prompt, int most, Sampler sampler, IntPredicate goOn) throws ExpectedException {
        int room = model.config().positions() - prompt.length;
        if (prompt.length == 0 || room <= 0) {
            throw new ExpectedException("too-long", "The conversation has %d tokens, and the model reads at most %d."
                    .formatted(prompt.length, model.config().positions()), "Begin a new, shorter conversation.");
        }
        var ids = new ArrayList<Integer>();
        int[] text = prompt;
        while (ids.size() < Math.min(most, room)) {
            int next = sampler.next(scores(text));
            if (ends.contains(next)) {
                return new Continued(List.copyOf(ids), "stop");
            }
            ids.add(next);
            if (!goOn.test(next)) {
                return new Continued(List.copyOf(ids), "incomplete");
            }
            text = Arrays.copyOf(text, text.length + 1);
            text[text.length - 1] = next;
        }
        return new Continued(List.copyOf(ids), "length");
    }

    /// Scores of every token to follow `text`; only what the cache does not hold is computed.
    float[] scores(int[] text) {
        int common = Arrays.mismatch(read, text);
        cache.keep(Math.min(common < 0 ? text.length : common, text.length - 1));
        int from = cache.length();
        long[] fresh = Arrays.stream(text, from, text.length).asLongStream().toArray();
        try (var _ = Scope.open(); var _ = NoGrad.begin()) {
            Tensor hidden = model.hidden(Tensor.of(fresh, 1, fresh.length), cache);
            read = text;
            return model.logits(hidden.narrow(0, fresh.length - 1L, 1)).toFloats();
        }
    }

    /// The slow twin of [#scores]: reads the whole text anew.
    float[] scoresWithoutCache(int[] text) {
        long[] ids = Arrays.stream(text).asLongStream().toArray();
        try (var _ = Scope.open(); var _ = NoGrad.begin()) {
            Tensor hidden = model.hidden(Tensor.of(ids, 1, ids.length));
            return model.logits(hidden.narrow(0, ids.length - 1L, 1)).toFloats();
        }
    }

    @Override
    public void close() {
        cache.close();
    }
}
