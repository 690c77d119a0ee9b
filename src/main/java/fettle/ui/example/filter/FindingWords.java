package fettle.ui.example.filter;

import fettle.dataset.CheckKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What findings are called in a list.
public final class FindingWords {

    private FindingWords() {}

    /// The kind of a word that filters use; empty for one that no check knows.
    public static Optional<CheckKind> kind(String word) {
        return Arrays.stream(CheckKind.values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /// A short name: "Cut off by the limit".
    public static String name(String word) {
        return kind(word).map(FindingWords::name).orElse(word);
    }

    private static String name(CheckKind kind) {
        return switch (kind) {
            case MISSING_MESSAGES_LIST -> "No messages";
            case DATA_TYPE -> "Message not an object";
            case MESSAGE_MISSING_KEY -> "Role or content missing";
            case MESSAGE_UNRECOGNIZED_KEY -> "Unknown key in a message";
            case ROW_UNRECOGNIZED_KEY -> "Unknown key";
            case UNRECOGNIZED_ROLE -> "Unknown role";
            case MISSING_CONTENT -> "Content missing";
            case UNRECOGNIZED_CONTENT_PART -> "Unknown content part";
            case EXAMPLE_MISSING_ASSISTANT_MESSAGE -> "No answer";
            case LAST_NOT_ASSISTANT -> "Ends without an answer";
            case WEIGHT -> "Weight not 0 or 1";
            case TEACHES_NOTHING -> "Teaches nothing";
            case DOUBLY_ENCODED_ARGUMENTS -> "Arguments encoded twice";
            case ARGUMENTS_NOT_JSON -> "Arguments not JSON";
            case TOOL_WITHOUT_CALL -> "Tool without a call";
            case EMPTY_ANSWER -> "Empty answer";
            case REJECTED_ANSWER -> "Rejected answer missing";
            case SAME_ANSWERS -> "Pair of equal answers";
            case OVER_LIMIT -> "Cut off by the limit";
            case MISSING_USER -> "No question";
            case MISSING_SYSTEM -> "System text missing";
            case DUPLICATE -> "Same as an earlier row";
            case CONTRADICTION -> "Contradicts another row";
            case UNBALANCED_FENCE -> "Code fence left open";
            case REPLACEMENT_CHARACTER -> "Lost letter (U+FFFD)";
            case MOJIBAKE -> "Wrongly decoded letters";
            case PLACEHOLDER -> "Unfilled placeholder";
            case QUESTION_ON_BOTH_SIDES -> "In train and validation";
            case TOO_FEW -> kind.word().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
