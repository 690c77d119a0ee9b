package fettle.tuning;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The settings of a recipe under the names that the field uses, with what each may be.
enum RecipeField {
    NUM_TRAIN_EPOCHS(Kind.NUMBER, 0.01, 10_000), MAX_STEPS(Kind.WHOLE, 0, 100_000_000),
    PER_DEVICE_TRAIN_BATCH_SIZE(Kind.WHOLE, 1, 65_536), GRADIENT_ACCUMULATION_STEPS(Kind.WHOLE, 1, 65_536),
    LEARNING_RATE(Kind.NUMBER, 1e-12, 1), LR_SCHEDULER_TYPE(Kind.WORD, 0, 0), WARMUP_STEPS(Kind.WHOLE, 0, 100_000_000),
    WARMUP_RATIO(Kind.NUMBER, 0, 1), WEIGHT_DECAY(Kind.NUMBER, 0, 1), MAX_GRAD_NORM(Kind.NUMBER, 0, 1e9),
    ADAM_BETA1(Kind.NUMBER, 0, 0.999999), ADAM_BETA2(Kind.NUMBER, 0, 0.999999), ADAM_EPSILON(Kind.NUMBER, 1e-30, 1),
    MAX_LENGTH(Kind.WHOLE, 8, 1_000_000), ASSISTANT_ONLY_LOSS(Kind.FLAG, 0, 0), EVAL_STEPS(Kind.WHOLE, 0, 100_000_000),
    SAVE_STEPS(Kind.WHOLE, 0, 100_000_000), LOGGING_STEPS(Kind.WHOLE, 1, 100_000_000),
    SAVE_TOTAL_LIMIT(Kind.WHOLE, 1, 10_000), SEED(Kind.WHOLE, 0, 1L << 53);

    /// What a value is.
    enum Kind {
        WHOLE, NUMBER, FLAG, WORD
    }

    /// After the warm-up.
    static final List<String> SCHEDULES = List.of("linear", "cosine", "constant");

    final Kind kind;
    final double least;
    final double most;

    RecipeField(Kind kind, double least, double most) {
        this.kind = kind;
        this.least = least;
        this.most = most;
    }

    /// Its name in a file, such as "learning_rate".
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The name of the recipe's part, such as "learningRate".
    String part() {
        var part = new StringBuilder();
        for (String word : word().split("_", -1)) {
            part.append(part.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return part.toString();
    }

    static Optional<RecipeField> of(String word) {
        for (RecipeField field : values()) {
            if (field.word().equals(word)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
