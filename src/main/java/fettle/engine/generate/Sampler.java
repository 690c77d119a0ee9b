package fettle.engine.generate;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

/// Chooses the next token by its scores: the likeliest, or by chance as in transformers (temperature, then top-p).
public final class Sampler {

    private final double temperature;
    private final double topP;
    private final Random random;

    /// `temperature` 0 is greedy; `topP` keeps the likeliest tokens that together have that probability, 1 keeps all.
    public Sampler(double temperature, double topP, long seed) {
        this.temperature = temperature;
        this.topP = topP;
        random = new Random(seed);
    }

    /// The id of the token that comes next.
    public int next(float[] scores) {
        if (temperature <= 0) {
            return best(scores);
        }
        double[] shares = shares(scores);
        double chance = random.nextDouble();
        int last = 0;
        for (int id = 0; id < shares.length; id++) {
            if (shares[id] > 0) {
                chance -= shares[id];
                last = id;
            }
            if (chance < 0) {
                return id;
            }
        }
        return last;
    }

    private static int best(float[] scores) {
        int best = 0;
        for (int id = 1; id < scores.length; id++) {
            if (scores[id] > scores[best]) {
                best = id;
            }
        }
        return best;
    }

    /// The probability of each token.
    double[] shares(float[] scores) {
        double highest = scores[best(scores)];
        var shares = new double[scores.length];
        double sum = 0;
        for (int id = 0; id < scores.length; id++) {
            shares[id] = Math.exp((scores[id] - highest) / temperature);
            sum += shares[id];
        }
        for (int id = 0; id < scores.length; id++) {
            shares[id] /= sum;
        }
        return topP < 1 ? likeliest(shares) : shares;
    }

    private double[] likeliest(double[] shares) {
        int[] descending = IntStream.range(0, shares.length).boxed()
                .sorted(Comparator.comparingDouble((Integer id) -> -shares[id])).mapToInt(Integer::intValue).toArray();
        var kept = new double[shares.length];
        double sum = 0;
        for (int id : descending) {
            if (sum >= topP) {
                break;
            }
            kept[id] = shares[id];
            sum += shares[id];
        }
        for (int id = 0; id < kept.length; id++) {
            kept[id] /= sum;
        }
        return kept;
    }
}
