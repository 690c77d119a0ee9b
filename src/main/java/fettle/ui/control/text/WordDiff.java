package fettle.ui.control.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What changed between two texts, word by word, as one text to read: what is gone stands before what came instead.
public final class WordDiff {

    /// One stretch of the merged text.
    public record Piece(Kind kind, String text) {}

    /// Whether a stretch stayed, went or came.
    public enum Kind {
        SAME, GONE, NEW
    }

    /// Above this many words, lines are compared: word by word would take too long.
    private static final int MOST_WORDS = 20_000;
    /// Letters and digits stay together; every ideograph, blank and sign stands alone.
    private static final Pattern WORDS = Pattern
            .compile("\\p{IsIdeographic}|[\\p{L}\\p{M}\\p{N}_'’&&[^\\p{IsIdeographic}]]+|\\s+|.", Pattern.DOTALL);
    private static final Pattern LINES = Pattern.compile("[^\\n]*\\n|[^\\n]+");

    private WordDiff() {}

    /// The pieces in reading order; SAME and NEW together are `after`, SAME and GONE together are `before`.
    public static List<Piece> of(String before, String after) {
        if (before.equals(after)) {
            return after.isEmpty() ? List.of() : List.of(new Piece(Kind.SAME, after));
        }
        List<String> old = split(before, WORDS);
        List<String> fresh = split(after, WORDS);
        if (old.size() > MOST_WORDS || fresh.size() > MOST_WORDS) {
            old = split(before, LINES);
            fresh = split(after, LINES);
        }
        return joined(compare(old, fresh));
    }

    private static List<Piece> compare(List<String> old, List<String> fresh) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, fresh).getDeltas()) {
            int start = delta.getSource().getPosition();
            add(pieces, Kind.SAME, old.subList(at, start));
            add(pieces, Kind.GONE, delta.getSource().getLines());
            add(pieces, Kind.NEW, delta.getTarget().getLines());
            at = start + delta.getSource().size();
        }
        add(pieces, Kind.SAME, old.subList(at, old.size()));
        return pieces;
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }

    /// A single blank that stayed between two changes belongs to both: people read phrases, not confetti.
    private static List<Piece> joined(List<Piece> pieces) {
        var result = new ArrayList<Piece>();
        var gone = new StringBuilder();
        var fresh = new StringBuilder();
        for (int index = 0; index < pieces.size(); index++) {
            Piece piece = pieces.get(index);
            boolean between = piece.kind() == Kind.SAME && piece.text().equals(" ")
                    && !(gone.isEmpty() && fresh.isEmpty()) && index + 1 < pieces.size();
            if (piece.kind() == Kind.SAME && !between) {
                flush(result, gone, fresh);
                result.add(piece);
            } else {
                gone.append(piece.kind() == Kind.NEW ? "" : piece.text());
                fresh.append(piece.kind() == Kind.GONE ? "" : piece.text());
            }
        }
        flush(result, gone, fresh);
        return List.copyOf(result);
    }

    private static void flush(List<Piece> result, StringBuilder gone, StringBuilder fresh) {
        if (!gone.isEmpty()) {
            result.add(new Piece(Kind.GONE, gone.toString()));
        }
        if (!fresh.isEmpty()) {
            result.add(new Piece(Kind.NEW, fresh.toString()));
        }
        gone.setLength(0);
        fresh.setLength(0);
    }

    private static List<String> split(String text, Pattern pattern) {
        var parts = new ArrayList<String>();
        Matcher part = pattern.matcher(text);
        while (part.find()) {
            parts.add(part.group());
        }
        return parts;
    }
}
