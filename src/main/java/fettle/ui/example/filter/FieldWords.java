package fettle.ui.example.filter;

import fettle.example.ExampleField;
import fettle.example.ExampleQuery.Condition.Op;

/// What fields, comparisons and values are called on the screen.
public final class FieldWords {

    private FieldWords() {}

    /// A heading: "Assistant tokens".
    public static String title(ExampleField field) {
        return switch (field) {
            case ID -> "No.";
            case STATUS -> "Status";
            case TAG -> "Tag";
            case TURNS -> "Turns";
            case TOKENS -> "Tokens";
            case ASSISTANT_TOKENS -> "Assistant tokens";
            case TRAINED_TOKENS -> "Trained tokens";
            case LEAD_TOKENS -> "Tokens before the answer";
            case EDITED -> "Edited by hand";
            case SOURCE -> "Source";
            case TEMPLATE -> "Template";
            case MODEL -> "Model";
            case SPLIT -> "Split";
            case DATASET -> "Dataset";
            case RATING -> "Rating";
            case FLAGGED -> "Flagged";
            case NOTE -> "Note";
            case DUPLICATE -> "Duplicate";
            case CLUSTER -> "Duplicate cluster";
            case SCORE -> "Score";
            case BIN -> "Bin";
            case FINDING -> "Findings";
            case SUPERVISION -> "Supervision";
            case QUESTION -> "Question";
            case ANSWER -> "Answer";
            case TEXT -> "Any text";
        };
    }

    /// What a field is, for who has not met it.
    public static String says(ExampleField field) {
        return switch (field) {
            case ID -> "the number of the row";
            case STATUS -> "draft, approved or rejected";
            case TAG -> "one of its tags";
            case TURNS -> "how many messages";
            case TOKENS -> "all tokens by the chat formula";
            case ASSISTANT_TOKENS -> "tokens of the answers";
            case TRAINED_TOKENS -> "tokens that are learnt";
            case LEAD_TOKENS -> "tokens before the first that is learnt";
            case EDITED -> "changed by hand since it came in";
            case SOURCE -> "file or document it came from";
            case TEMPLATE -> "template that asked for it";
            case MODEL -> "model that wrote it";
            case SPLIT -> "train, validation or none";
            case DATASET -> "dataset; blank is the main one";
            case RATING -> "1 to 5";
            case FLAGGED -> "to be looked at again";
            case NOTE -> "text of its note";
            case DUPLICATE -> "an earlier row has the same body";
            case CLUSTER -> "first row with the same body";
            case SCORE -> "of the newest evaluation";
            case BIN -> "deleted rows";
            case FINDING -> "what the checks found";
            case SUPERVISION -> "what training learns from it";
            case QUESTION -> "first text of the user";
            case ANSWER -> "last text of the assistant";
            case TEXT -> "all texts of the row";
        };
    }

    static String says(Op op) {
        return switch (op) {
            case EQ -> "is";
            case NE -> "is not";
            case LT -> "is less than";
            case LE -> "is at most";
            case GT -> "is more than";
            case GE -> "is at least";
            case MATCHES -> "a regular expression is found";
            case NOT_MATCHES -> "a regular expression is not found";
        };
    }

    /// A value as lists show it; a blank is a choice like any other.
    public static String value(ExampleField field, String value) {
        if (value.isEmpty()) {
            return field == ExampleField.DATASET ? "(main)" : "(none)";
        }
        return switch (field) {
            case STATUS, SUPERVISION -> capital(value);
            case SPLIT -> value.equals("none") ? "(none)" : capital(value);
            case FINDING -> FindingWords.name(value);
            case EDITED, FLAGGED, DUPLICATE -> value.equals("yes") ? "Yes" : "No";
            case BIN -> value.equals("yes") ? "In the bin" : "Not in the bin";
            case RATING -> value.matches("[1-5]") ? "★".repeat(Integer.parseInt(value)) : value;
            case CLUSTER -> "As " + String.format(java.util.Locale.ROOT, "%04d", Long.valueOf(value));
            default -> value;
        };
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }
}
