package fettle.dataset;

import fettle.dataset.Finding.Level;
import java.util.Locale;

/// What the checks look for. Names of the first ones are those of OpenAI's own data preparation.
public enum CheckKind {
    MISSING_MESSAGES_LIST(Level.ERROR, "no list `messages` with anything in it",
            "Give the row messages, or reject it."),
    DATA_TYPE(Level.ERROR, "a message that is not an object", "Write each message as an object with role and content."),
    MESSAGE_MISSING_KEY(Level.ERROR, "a message without role or content", "Give each message a role and a content."),
    MESSAGE_UNRECOGNIZED_KEY(Level.ERROR, "a message with a key that OpenAI does not know",
            "Remove the key, or train where it is known."),
    ROW_UNRECOGNIZED_KEY(Level.WARNING, "a key beside `messages` that OpenAI's chat format does not know",
            "Remove the key if the provider refuses the file."),
    UNRECOGNIZED_ROLE(Level.ERROR, "a message with an unknown role",
            "Use system, developer, user, assistant or tool."),
    MISSING_CONTENT(Level.ERROR, "a message without content", "Write the content, or remove the message."),
    UNRECOGNIZED_CONTENT_PART(Level.ERROR, "a content part that OpenAI would refuse",
            "Use parts of the type text with `text`, or image_url in questions."),
    EXAMPLE_MISSING_ASSISTANT_MESSAGE(Level.ERROR, "no assistant message", "Write the answer, or reject the row."),
    LAST_NOT_ASSISTANT(Level.ERROR, "a last message that is not the assistant's",
            "End the conversation with the assistant's answer."),
    WEIGHT(Level.ERROR, "a `weight` that is not 0 or 1, or stands outside an assistant message",
            "Set 0 or 1 on assistant messages alone."),
    TEACHES_NOTHING(Level.ERROR, "nothing to learn: every answer has weight 0 or stands beyond the limit",
            "Set the weight of an answer to 1, or shorten what stands before it."),
    DOUBLY_ENCODED_ARGUMENTS(Level.ERROR, "tool-call arguments that are encoded twice", "Decode them once."),
    ARGUMENTS_NOT_JSON(Level.ERROR, "tool-call arguments that are not the JSON text of an object",
            "Write the arguments as a JSON object in a string."),
    TOOL_WITHOUT_CALL(Level.ERROR, "a tool message that answers no call before it",
            "Give the message the `tool_call_id` of the call."),
    EMPTY_ANSWER(Level.ERROR, "an empty answer", "Write the answer, or reject the row."),
    REJECTED_ANSWER(Level.ERROR, "a rejected answer that is empty or not the assistant's",
            "Write the worse answer of the pair, or reject the row."),
    SAME_ANSWERS(Level.ERROR, "a pair whose two answers are the same", "Edit one of the answers, or reject the row."),
    OVER_LIMIT(Level.WARNING, "more tokens than the limit, so the end is cut", "Shorten the row, or raise the limit."),
    MISSING_USER(Level.WARNING, "no user message", "Check that the row is meant to begin with the answer."),
    MISSING_SYSTEM(Level.WARNING, "no system message, though others have one",
            "Give all rows a system message, or none."),
    DUPLICATE(Level.WARNING, "the same body as an earlier row", "Reject the copies."),
    CONTRADICTION(Level.WARNING, "a question that another row answers otherwise", "Keep one of the answers."),
    UNBALANCED_FENCE(Level.WARNING, "a code fence in an answer that is never closed", "Close the fence."),
    REPLACEMENT_CHARACTER(Level.WARNING, "U+FFFD: a letter was lost before it came in",
            "Put the letter back, or import the source again in its encoding."),
    MOJIBAKE(Level.WARNING, "letters that look wrongly decoded, such as Ã©",
            "Import the source again in its own encoding."),
    PLACEHOLDER(Level.WARNING, "an unfilled placeholder such as {{name}}", "Fill it in."),
    QUESTION_ON_BOTH_SIDES(Level.WARNING, "a question that stands in training and in validation",
            "Split again, or reject one of the rows."),
    TOO_FEW(Level.WARNING, "fewer than 10 rows", "OpenAI takes 10 at least; 50 to 100 show an effect.");

    private final Level level;
    private final String what;
    private final String fix;

    CheckKind(Level level, String what, String fix) {
        this.level = level;
        this.what = what;
        this.fix = fix;
    }

    /// The word of the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Level level() {
        return level;
    }

    /// What a row has: "a code fence in an answer that is never closed".
    public String what() {
        return what;
    }

    /// What to do, a sentence.
    public String fix() {
        return fix;
    }
}
