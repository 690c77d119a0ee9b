package fettle.ui.tuning;

import fettle.tuning.Recipe;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One line of a recipe, as people read and write it.
enum Setting {
    EPOCHS("Epochs", "How often each training row is seen. More learns more by heart."),
    BATCH("Batch size", "Rows in one step. Larger is steadier and needs more memory."),
    RATE("Learning rate", "How large a step is, at its highest. Too high breaks it, too low learns nothing."),
    SCHEDULE("Schedule", "How the rate falls after the warm-up: linear, cosine or constant."),
    LENGTH("Longest row", "Tokens of a row; what is longer is cut at the end."),
    EVALUATE("Validate every", "Steps between validation losses; 0 for the end of each epoch."),
    SAVE("Checkpoint every", "Steps between checkpoints; 0 for the end only."),
    SEED("Seed", "The same number gives the same run again."),
    STEPS("Steps", "Optimiser steps in all; 0 to count by epochs."),
    ACCUMULATE("Accumulate", "Batches that make one step together."),
    WARMUP("Warm-up steps", "Steps from 0 to the highest rate; 0 to go by the share below."),
    WARMUP_SHARE("Warm-up share", "Share of all steps, 0 to 1."),
    DECAY("Weight decay", "Pulls weights towards 0; biases and norms are left out."),
    CLIP("Gradient limit", "Gradients are scaled down to this norm; 0 for never."),
    BETA1("Beta 1", "How long AdamW remembers the direction, 0 to 1."),
    BETA2("Beta 2", "How long AdamW remembers the size, 0 to 1."),
    EPSILON("Epsilon", "Keeps AdamW from dividing by 0."),
    ASSISTANT("Answers only", "Learn the assistant's tokens only: yes or no."),
    LOG("Report every", "Steps between points of the curve."),
    KEEP("Checkpoints kept", "Older ones are deleted.");

    /// Those that most people look at.
    static final List<Setting> FIRST = List.of(EPOCHS, BATCH, RATE, SCHEDULE, LENGTH, EVALUATE, SAVE, SEED);
    static final List<Setting> FURTHER = Arrays.stream(values()).filter(setting -> !FIRST.contains(setting)).toList();

    private final String words;
    private final String sentence;

    Setting(String words, String sentence) {
        this.words = words;
        this.sentence = sentence;
    }

    String words() {
        return words;
    }

    String sentence() {
        return sentence;
    }

    /// The value as a person writes it: 3, 0.0005, cosine.
    String of(Recipe recipe) {
        Object found = in(recipe);
        if (!(found instanceof Double number)) {
            return String.valueOf(found);
        }
        if (number == Math.rint(number) && Math.abs(number) < 1e9) {
            return String.valueOf(Math.round(number));
        }
        return number < 1e-4
                ? String.format(Locale.ENGLISH, "%.0e", number).replace("e-0", "e-")
                : java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /// All values that it can have; none for a number.
    List<String> choices() {
        return switch (this) {
            case SCHEDULE -> List.of("linear", "cosine", "constant");
            case ASSISTANT -> List.of("yes", "no");
            default -> List.of();
        };
    }

    /// What is wrong with a text for this setting; empty when nothing is.
    Optional<String> problem(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        boolean fine = switch (this) {
            case EPOCHS, RATE, EPSILON -> number(word) > 0;
            case WARMUP_SHARE, BETA1, BETA2 -> number(word) >= 0 && number(word) < 1;
            case DECAY, CLIP -> number(word) >= 0;
            case BATCH, ACCUMULATE, LOG, KEEP -> whole(word) >= 1;
            case LENGTH -> whole(word) >= 8;
            case STEPS, WARMUP, EVALUATE, SAVE, SEED -> whole(word) >= 0;
            case SCHEDULE, ASSISTANT -> choices().contains(word);
        };
        return fine ? Optional.empty() : Optional.of(expected());
    }

    private Object in(Recipe recipe) {
        return switch (this) {
            case EPOCHS -> recipe.numTrainEpochs();
            case BATCH -> recipe.perDeviceTrainBatchSize();
            case RATE -> recipe.learningRate();
            case SCHEDULE -> recipe.lrSchedulerType();
            case LENGTH -> recipe.maxLength();
            case EVALUATE -> recipe.evalSteps();
            case SAVE -> recipe.saveSteps();
            case SEED -> recipe.seed();
            case STEPS -> recipe.maxSteps();
            case ACCUMULATE -> recipe.gradientAccumulationSteps();
            case WARMUP -> recipe.warmupSteps();
            case WARMUP_SHARE -> recipe.warmupRatio();
            case DECAY -> recipe.weightDecay();
            case CLIP -> recipe.maxGradNorm();
            case BETA1 -> recipe.adamBeta1();
            case BETA2 -> recipe.adamBeta2();
            case EPSILON -> recipe.adamEpsilon();
            case ASSISTANT -> recipe.assistantOnlyLoss() ? "yes" : "no";
            case LOG -> recipe.loggingSteps();
            case KEEP -> recipe.saveTotalLimit();
        };
    }

    private String expected() {
        return switch (this) {
            case EPOCHS, RATE, EPSILON -> "A number above 0, such as " + of(Recipe.DEFAULT) + ".";
            case WARMUP_SHARE, BETA1, BETA2 -> "A number from 0 up to 1, such as " + of(Recipe.DEFAULT) + ".";
            case DECAY, CLIP -> "A number, 0 or more.";
            case BATCH, ACCUMULATE, LOG, KEEP -> "A whole number, 1 or more.";
            case LENGTH -> "A whole number, 8 or more.";
            case STEPS, WARMUP, EVALUATE, SAVE, SEED -> "A whole number, 0 or more.";
            case SCHEDULE -> "One of linear, cosine, constant.";
            case ASSISTANT -> "yes or no.";
        };
    }

    private static double number(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    private static long whole(String text) {
        try {
            long value = Long.parseLong(text);
            return value <= Integer.MAX_VALUE ? value : -1;
        } catch (NumberFormatException _) {
            return -1;
        }
    }
}
