package fettle.ui.example.supervision;

import fettle.tuning.supervision.Supervision.Counts;
import fettle.tuning.supervision.Supervision.Kind;

/// What the kinds of tokens are called, and what they mean.
final class KindWords {

    private KindWords() {}

    static String name(Kind kind) {
        return switch (kind) {
            case TRAINED -> "trained";
            case MASKED -> "read only";
            case TEMPLATE -> "template";
            case CUT -> "cut off";
        };
    }

    static String meaning(Kind kind) {
        return switch (kind) {
            case TRAINED -> "The model learns to say this.";
            case MASKED -> "The model reads this and does not learn it.";
            case TEMPLATE -> "The chat template writes this around the turns.";
            case CUT -> "Beyond the limit: the model never sees this.";
        };
    }

    static int count(Counts counts, Kind kind) {
        return switch (kind) {
            case TRAINED -> counts.trained();
            case MASKED -> counts.masked();
            case TEMPLATE -> counts.template();
            case CUT -> counts.cut();
        };
    }
}
