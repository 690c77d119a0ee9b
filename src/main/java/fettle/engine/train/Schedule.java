package fettle.engine.train;

import fettle.job.ExpectedException;
import fettle.tuning.Recipe;

/// The learning rate as a pure function of the step, as the Hugging Face Trainer has it: with a warm-up, step 0 has rate 0.
///
/// @param highest rate at the end of the warm-up
/// @param warmup steps from 0 to the highest rate
/// @param total steps in all
public record Schedule(Shape shape, double highest, int warmup, int total) {

    /// What follows the warm-up.
    public enum Shape {
        LINEAR, COSINE, CONSTANT
    }

    /// The schedule of a recipe for `total` steps.
    public static Schedule of(Recipe recipe, int total) throws ExpectedException {
        Shape shape = switch (recipe.lrSchedulerType()) {
            case "linear" -> Shape.LINEAR;
            case "cosine" -> Shape.COSINE;
            case "constant", "constant_with_warmup" -> Shape.CONSTANT;
            default -> throw new ExpectedException("bad-recipe",
                    "lr_scheduler_type is \"" + recipe.lrSchedulerType() + "\".", "Use linear, cosine or constant.");
        };
        int warmup = recipe.warmupSteps() > 0
                ? recipe.warmupSteps()
                : (int) Math.ceil(recipe.warmupRatio() * total);
        return new Schedule(shape, recipe.learningRate(), warmup, total);
    }

    /// The rate of a step, 0 for the first.
    public double at(int step) {
        if (step < warmup) {
            return highest * step / warmup;
        }
        double done = (double) (step - warmup) / Math.max(1, total - warmup);
        return highest * switch (shape) {
            case LINEAR -> Math.max(0, 1 - done);
            case COSINE -> Math.max(0, 0.5 * (1 + Math.cos(Math.PI * done)));
            case CONSTANT -> 1;
        };
    }
}
