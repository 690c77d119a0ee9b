package fettle.ui.example.review;

import fettle.example.Example;
import fettle.example.ExampleStatus;
import fettle.example.Remarks;
import fettle.example.Turn;
import fettle.ui.example.editor.ExampleWords;
import java.util.List;

/// What was decided on one example of the queue, with what stood there before.
///
/// @param position in the queue
/// @param title the beginning of its question
record Decision(int position, long id, String title, What what) {

    /// What was decided.
    sealed interface What {

        record Status(ExampleStatus before, ExampleStatus after) implements What {}

        /// Left as it is.
        record Skipped() implements What {}

        record Rated(int before, int after) implements What {}

        record Flagged(boolean after) implements What {}

        record Noted(String before) implements What {}

        record Tagged(List<String> before, String tag) implements What {}
    }

    static Decision on(int position, Example example, What what) {
        return new Decision(position, example.id(), title(example), what);
    }

    /// The beginning of the first question, on one line.
    static String title(Example example) {
        String question = example.turns().stream().filter(turn -> turn.role().equals("user")).map(Turn::text)
                .findFirst().orElse("").replaceAll("\\s+", " ").strip();
        return question.length() > 80 ? question.substring(0, 80) + "…" : question;
    }

    /// Whether it moved the review on.
    boolean passes() {
        return what instanceof What.Status || what instanceof What.Skipped;
    }

    /// "Approved", "Rated 4".
    String words() {
        return switch (what) {
            case What.Status(_, var after) -> ExampleWords.status(after);
            case What.Skipped() -> "Skipped";
            case What.Rated(_, int after) -> after == 0 ? "Not rated" : "Rated " + after + " of " + Remarks.BEST;
            case What.Flagged(boolean after) -> after ? "Flagged" : "Unflagged";
            case What.Noted _ -> "Noted";
            case What.Tagged(_, var tag) -> "Tagged “" + tag + "”";
        };
    }
}
