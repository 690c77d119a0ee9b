package fettle.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fettle.job.ExpectedException;
import org.junit.jupiter.api.Test;

final class RecipeTextTest {

    @Test
    void takesWhatTheFileSaysAndTheUsualForTheRest() throws Exception {
        Recipe recipe = RecipeText.parse("""
                # short and hot
                learning_rate: 2e-3
                max_steps: -1
                per_device_train_batch_size: 4
                lr_scheduler_type: linear
                assistant_only_loss: false
                packing: false
                seed: 11
                """);
        Recipe usual = Recipe.DEFAULT;
        assertEquals(new Recipe(usual.numTrainEpochs(), 0, 4, usual.gradientAccumulationSteps(), 0.002, "linear",
                usual.warmupSteps(), usual.warmupRatio(), usual.weightDecay(), usual.maxGradNorm(), usual.adamBeta1(),
                usual.adamBeta2(), usual.adamEpsilon(), usual.maxLength(), false, usual.evalSteps(), usual.saveSteps(),
                usual.loggingSteps(), usual.saveTotalLimit(), 11), recipe);
        assertEquals(usual, RecipeText.parse(""));
    }

    @Test
    void readsWhatItWrites() throws Exception {
        assertEquals(Recipe.DEFAULT, RecipeText.parse(RecipeText.write(Recipe.DEFAULT)));
    }

    @Test
    void namesTheNearestRightName() {
        refuses("learning_rates: 1e-4", "A recipe has no setting `learning_rates`; the nearest is `learning_rate`.",
                "");
        refuses("epochs: 3", "A recipe has no setting `epochs`; the nearest is `num_train_epochs`.", "");
        refuses("n_epochs: 3", "`n_epochs` is a setting of jobs that run elsewhere.", "Use num_train_epochs.");
        refuses("lr_scheduler_type: cosin", "`lr_scheduler_type` is cosin, which there is not; the nearest is cosine.",
                "");
    }

    @Test
    void namesTheNearestRightValue() {
        refuses("learning_rate: 5", "`learning_rate` is 5, which is too much; the nearest right value is 1.", "");
        refuses("logging_steps: 0", "`logging_steps` is 0, which is too little; the nearest right value is 1.", "");
        refuses("max_length: 20.6", "`max_length` is 20.6, which is not a whole number; the nearest right value is 21.",
                "");
        refuses("warmup_ratio: often", "`warmup_ratio` is often, which is not a number.", "Write a number.");
        refuses("assistant_only_loss: 3", "`assistant_only_loss` is 3, which is neither true nor false.",
                "Write true or false.");
    }

    @Test
    void refusesWhatThisMachineCannotDoAndWhatIsNoRecipe() {
        refuses("bf16: true", "`bf16` is not something that tuning on this machine can do.",
                "Take the line out of the recipe.");
        refuses("lora: {r: 8}", "`lora` is not something that tuning on this machine can do.",
                "Take the line out of the recipe.");
        refuses("- 1", "The recipe is not a list of names and values.", "Write one `name: value` a line.");
        assertEquals("recipe", assertThrows(ExpectedException.class, () -> RecipeText.parse("a: [")).kind());
        assertEquals("recipe",
                assertThrows(ExpectedException.class, () -> RecipeText.parse("seed: 1\nseed: 2")).kind());
    }

    private static void refuses(String yaml, String message, String next) {
        var refused = assertThrows(ExpectedException.class, () -> RecipeText.parse(yaml));
        assertEquals("recipe", refused.kind());
        assertEquals(message, refused.getMessage());
        assertEquals(next, refused.next());
    }
}
