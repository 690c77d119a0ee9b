package fettle.example;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a row says question and answer.
@SuppressWarnings("ImmutableEnumChecker") // the lists are those of List.of
public enum Shape {
    /// `{"messages":[…]}`, taken key for key.
    CHAT("chat", List.of(), List.of()),
    /// A preference pair: a prompt with a better and a worse answer.
    DPO("dpo", List.of(), List.of()),
    /// `instruction`, perhaps `input`, and `output` or `response`; perhaps `system` and `history`.
    ALPACA("alpaca", List.of("instruction"), List.of("output", "response")),
    /// Two texts, or two lists of messages.
    PROMPT_COMPLETION("prompt-completion", List.of("prompt"), List.of("completion")),
    /// Two texts.
    PROMPT_RESPONSE("prompt-response", List.of("prompt"), List.of("response")),
    /// Two texts.
    QUESTION_ANSWER("question-answer", List.of("question", "user", "input"),
            List.of("answer", "assistant", "output")),
    /// `{"conversations":[{"from","value"}]}`.
    SHAREGPT("sharegpt", List.of(), List.of()),
    /// `{"text"}`: language to go on with, all of it learned.
    TEXT("text", List.of(), List.of()),
    /// A conversation with a `label`: whether its answer is wanted.
    KTO("kto", List.of("prompt"), List.of("completion")),
    /// A question about a context, with answers found in it.
    SQUAD("squad", List.of(), List.of()),
    /// A tree of messages with ranked replies, as one row or a row for each message.
    OASST("oasst", List.of(), List.of()),
    /// An instruction with instances.
    SELF_INSTRUCT("self-instruct", List.of(), List.of()),
    /// Questions that follow one another, perhaps with a reference answer for each: MT-bench.
    TURNS("turns", List.of(), List.of()),
    /// The columns that the person named.
    MAPPED("table", List.of(), List.of());

    private final String word;
    private final List<String> questions;
    private final List<String> answers;

    Shape(String word, List<String> questions, List<String> answers) {
        this.word = word;
        this.questions = questions;
        this.answers = answers;
    }

    /// The word of the command line.
    public String word() {
        return word;
    }

    /// Keys that may hold the question, the best first.
    List<String> questions() {
        return questions;
    }

    /// Keys that may hold the answer; the one at a place belongs to the question at that place, when there are as many.
    List<String> answers() {
        return answers;
    }

    /// The shape of that word.
    public static Optional<Shape> of(String word) {
        for (Shape shape : values()) {
            if (shape.word.equals(word.toLowerCase(Locale.ROOT))) {
                return Optional.of(shape);
            }
        }
        return Optional.empty();
    }
}
