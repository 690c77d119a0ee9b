package fettle.tuning.supervision;

import fettle.example.Turn;
import fettle.job.ExpectedException;
import fettle.token.WellFormed;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// One conversation as a chat template writes it, cut where learning begins and ends. Each piece is encoded by itself, as
/// it is when the model answers: what stands before an answer never joins into one token with it.
///
/// @param pieces in order; together they are the whole text
public record TrainingText(List<Piece> pieces) {

    /// @param trained whether it is learned
    /// @param turn the 0-based turn whose words are learned; -1 for what is not learned
    public record Piece(String text, boolean trained, int turn) {}

    /// A conversation that can be written down.
    public interface Script {

        /// All its turns.
        List<Turn> turns();

        /// The text of the first `turns` turns; with `answering`, up to where the assistant begins to speak. Throws when
        /// the template refuses them.
        String text(int turns, boolean answering) throws ExpectedException;
    }

    /// Writes a conversation down. With `assistantOnly` the words of trained turns are learned with the mark that ends
    /// them; else everything is. Throws an [ExpectedException] of kind "bad-template" when the template refuses the turns
    /// or writes them so that they cannot be found.
    public static TrainingText of(ChatFormat format, List<Turn> turns, boolean assistantOnly) throws ExpectedException {
        return of(new FormatScript(format, turns), assistantOnly);
    }

    /// The same for any script.
    public static TrainingText of(Script script, boolean assistantOnly) throws ExpectedException {
        List<Turn> turns = script.turns();
        String text = WellFormed.text(script.text(turns.size(), false));
        if (!assistantOnly) {
            return new TrainingText(List.of(new Piece(text, true, -1)));
        }
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (int turn = 0; turn < turns.size(); turn++) {
            if (turns.get(turn).trained()) {
                Span span = span(script, turn, text);
                pieces.add(new Piece(text.substring(at, span.start()), false, -1));
                pieces.add(new Piece(text.substring(span.start(), span.end()), true, turn));
                at = span.end();
            }
        }
        pieces.add(new Piece(text.substring(at), false, -1));
        return new TrainingText(List.copyOf(pieces));
    }

    /// Its tokens, all of them, in one coding.
    public TrainingRow row(Coding coding) {
        var ids = new ArrayList<int[]>();
        var trained = new BitSet();
        int length = 0;
        for (Piece piece : pieces) {
            int[] some = coding.encode(piece.text());
            ids.add(some);
            trained.set(length, length + some.length, piece.trained());
            length += some.length;
        }
        return new TrainingRow(ids.stream().flatMapToInt(IntStream::of).toArray(), trained);
    }

    private record Span(int start, int end) {}

    /// Where the assistant's words of one turn lie in `text`, with the mark that ends them.
    private static Span span(Script script, int turn, String text) throws ExpectedException {
        String upTo = WellFormed.text(script.text(turn + 1, false));
        String words = WellFormed.text(script.turns().get(turn).text());
        int start = start(script, turn, upTo).orElse(upTo.lastIndexOf(words));
        if (!text.startsWith(upTo) || start < 0) {
            throw new ExpectedException("bad-template",
                    "The chat template writes earlier messages otherwise when later ones follow, so the assistant's words "
                            + "cannot be found in its text.",
                    "Set assistant_only_loss to false, or choose another base model.");
        }
        String marked = upTo.stripTrailing();
        boolean hasEndMark = marked.length() >= start && !marked.substring(start).endsWith(words.strip());
        return new Span(start, hasEndMark ? marked.length() : upTo.length());
    }

    /// The length of the text before the assistant speaks; empty when the template does not end there.
    private static Optional<Integer> start(Script script, int turn, String upTo) throws ExpectedException {
        if (turn == 0) {
            return Optional.empty(); // templates may refuse a conversation of nothing
        }
        String before = WellFormed.text(script.text(turn, true));
        return upTo.startsWith(before) ? Optional.of(before.length()) : Optional.empty();
    }
}
