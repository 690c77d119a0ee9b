package fettle.engine.train;

/// How fast a training goes.
final class Pace {

    private long runBegan;
    private long stepBegan;
    private double secondsBefore;
    private double tokensPerSecond;

    void runBegins(TrainingState state) {
        runBegan = System.nanoTime();
        secondsBefore = state.seconds();
    }

    void stepBegins() {
        stepBegan = System.nanoTime();
    }

    /// The state after one more step.
    TrainingState after(TrainingState state, Micro.Passed passed) {
        long nanos = System.nanoTime();
        double seconds = secondsBefore + (nanos - runBegan) / 1e9;
        double now = passed.tokens() / Math.max(1e-9, (nanos - stepBegan) / 1e9);
        tokensPerSecond = tokensPerSecond == 0 ? now : 0.7 * tokensPerSecond + 0.3 * now;
        return new TrainingState(state.step() + 1, state.total(), state.tokens() + passed.tokens(), seconds,
                state.rows(), state.trainedTokens());
    }

    /// Lately, while it learns: validations and checkpoints left out.
    double tokensPerSecond() {
        return tokensPerSecond;
    }
}
