package fettle.tuning.supervision;

import fettle.job.ExpectedException;
import fettle.tuning.supervision.Supervision.Kind;
import fettle.tuning.supervision.TrainingText.Piece;
import fettle.tuning.supervision.TrainingText.Script;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Tells of each token of a training text what it is. Decides nothing about learning: that is read off the row.
final class Painter {

    private final TrainingText written;
    private final Coding coding;
    private final TrainingRow row;
    private final Supervision.Tokens tokens;
    private final StringBuilder text = new StringBuilder();
    private int token;

    private Painter(TrainingText written, Coding coding) {
        this.written = written;
        this.coding = coding;
        this.row = written.row(coding);
        this.tokens = new Supervision.Tokens(row);
    }

    static Supervision paint(Script script, boolean assistantOnly, Coding coding, int limit, List<String> notes)
            throws ExpectedException {
        var written = TrainingText.of(script, assistantOnly);
        var painter = new Painter(written, coding);
        painter.paint(Words.of(script, written));
        return Supervision.of(painter.text.toString(), painter.tokens, limit, notes);
    }

    private void paint(Words words) {
        int offset = 0;
        for (Piece piece : written.pieces()) {
            paint(piece, words, offset);
            offset += piece.text().length();
        }
    }

    /// `offset` is where the piece begins in the text that the template wrote.
    private void paint(Piece piece, Words words, int offset) {
        int[] ids = coding.encode(piece.text());
        int base = text.length();
        int[] inPiece = TokenEnds.of(piece.text(), ids, coding);
        boolean asWritten = inPiece.length == ids.length;
        if (asWritten) {
            text.append(piece.text());
        } else {
            inPiece = decode(ids); // the tokenizer changes the text, so show what it made of it
        }
        for (int at = 0; at < ids.length; at++) {
            int start = at == 0 ? 0 : inPiece[at - 1];
            int turn = piece.trained() && piece.turn() >= 0
                    ? piece.turn()
                    : words.turnIn(offset + start, offset + inPiece[at]);
            Kind unlearned = turn >= 0 ? Kind.MASKED : Kind.TEMPLATE;
            tokens.add(base + inPiece[at], row.trained(token) ? Kind.TRAINED : unlearned, turn);
            token++;
        }
    }

    private int[] decode(int[] ids) {
        int[] found = new int[ids.length];
        int base = text.length();
        for (int at = 0; at < ids.length; at++) {
            text.append(new String(coding.bytesOf(ids[at]), StandardCharsets.UTF_8));
            found[at] = text.length() - base;
        }
        return found;
    }

    /// Where the words of the turns stand in what the template wrote, by where they begin; all else is the template's.
    private record Words(NavigableMap<Integer, Layout.Place> places) {

        static Words of(Script script, TrainingText written) {
            var whole = new StringBuilder();
            written.pieces().forEach(piece -> whole.append(piece.text()));
            var found = new TreeMap<Integer, Layout.Place>();
            for (Layout.Place place : Layout.find(script, whole.toString())) {
                if (place.end() > place.start()) {
                    found.put(place.start(), place);
                }
            }
            return new Words(found);
        }

        /// A token that joins a sign of the template with words counts as words.
        int turnIn(int from, int to) {
            int first = turnAt(from);
            return first >= 0 || to <= from ? first : turnAt(to - 1);
        }

        private int turnAt(int offset) {
            var place = places.floorEntry(offset);
            return place != null && offset < place.getValue().end() ? place.getValue().turn() : -1;
        }
    }
}
