package fettle.engine.net;

import fettle.engine.hf.Gpt2Config;
import fettle.engine.net.Attention.Heads;
import fettle.engine.torch.Ops;
import fettle.engine.torch.Tensor;

/// A GPT-2-shaped causal language model: embeddings, blocks of attention and a feed-forward part, a head.
public final class Gpt2 implements AutoCloseable {

    private final Gpt2Config config;
    private final Weights weights;
    private boolean training;

    public Gpt2(Gpt2Config config, Weights weights) {
        this.config = config;
        this.weights = weights;
    }

    public Gpt2Config config() {
        return config;
    }

    public Weights weights() {
        return weights;
    }

    /// From now on weights take gradients, and dropout drops what the config says.
    public void train() {
        training = true;
        weights.byName().values().forEach(weight -> weight.requireGrad(true));
    }

    /// From now on nothing is dropped; gradients are as they were.
    public void evaluate() {
        training = false;
    }

    /// The last hidden states [batch · length, channels] of `ids` [batch, length], each row from its first token on.
    public Tensor hidden(Tensor ids) {
        return run(ids, positions(0, ids.size(1)), Attention.CAUSAL);
    }

    /// The same where rows are padded.
    public Tensor hidden(Tensor ids, Padding padding) {
        Tensor positions = Ops.embedding(weights.get("transformer.wpe.weight"), padding.positions());
        return run(ids, positions, Attention.masked(padding.mask()));
    }

    /// The same for `ids` [1, length] that follow what `cache` holds; they are added to it.
    public Tensor hidden(Tensor ids, KvCache cache) {
        Tensor hidden = run(ids, positions(cache.length(), ids.size(1)), cache);
        cache.grow((int) ids.size(1));
        return hidden;
    }

    /// Scores of every token, [rows, vocabulary], for `hidden` [rows, channels].
    public Tensor logits(Tensor hidden) {
        String head = config.tied() ? "transformer.wte.weight" : "lm_head.weight";
        return Ops.project(hidden, weights.get(head));
    }

    /// As [#hidden(Tensor)], with another way to attend.
    Tensor hidden(Tensor ids, Attention attention) {
        return run(ids, positions(0, ids.size(1)), attention);
    }

    private Tensor positions(long from, long length) {
        return weights.get("transformer.wpe.weight").narrow(0, from, length);
    }

    private Tensor run(Tensor ids, Tensor positions, Attention attention) {
        long batch = ids.size(0);
        Tensor x = drop(Ops.embedding(weights.get("transformer.wte.weight"), ids).add(positions),
                config.dropout().embedding()).view(-1, config.channels());
        for (int layer = 0; layer < config.layers(); layer++) {
            x = x.add(drop(attention(x, layer, batch, attention), config.dropout().residual()));
            x = x.add(drop(feedForward(x, layer), config.dropout().residual()));
        }
        return norm(x, "transformer.ln_f");
    }

    private Tensor attention(Tensor x, int layer, long batch, Attention attention) {
        String block = "transformer.h." + layer + ".";
        long width = config.channels() / config.heads();
        Tensor all = affine(norm(x, block + "ln_1"), block + "attn.c_attn")
                .view(batch, -1, 3, config.heads(), width).permute(2, 0, 3, 1, 4);
        var heads = new Heads(all.select(0, 0), all.select(0, 1), all.select(0, 2));
        double dropout = training ? config.dropout().attention() : 0;
        Tensor found = attention.attend(layer, heads, scale(layer, width), dropout);
        return affine(found.transpose(1, 2).reshape(-1, config.channels()), block + "attn.c_proj");
    }

    private double scale(int layer, long width) {
        double scale = config.scaled() ? 1 / Math.sqrt((double) width) : 1;
        return config.scaledByLayer() ? scale / (layer + 1) : scale;
    }

    private Tensor feedForward(Tensor x, int layer) {
        String block = "transformer.h." + layer + ".";
        Tensor inner = affine(norm(x, block + "ln_2"), block + "mlp.c_fc");
        Tensor active = switch (config.activation()) {
            case "gelu_new", "gelu_pytorch_tanh" -> Ops.gelu(inner, "tanh");
            case "gelu" -> Ops.gelu(inner, "none");
            case "relu" -> Ops.relu(inner);
            case "silu" -> Ops.silu(inner);
            default -> throw new IllegalStateException("no activation " + config.activation());
        };
        return affine(active, block + "mlp.c_proj");
    }

    private Tensor affine(Tensor x, String name) {
        return Ops.affine(x, weights.get(name + ".weight"), weights.get(name + ".bias"));
    }

    private Tensor norm(Tensor x, String name) {
        return Ops.layerNorm(x, weights.get(name + ".weight"), weights.get(name + ".bias"), config.epsilon());
    }

    private Tensor drop(Tensor x, double share) {
        return training && share > 0 ? Ops.dropout(x, share) : x;
    }

    @Override
    public void close() {
        weights.close();
    }
}
