package fettle.ui.source.intake;

import fettle.example.Receipt;
import fettle.example.Receipt.Kind;
import fettle.example.Receipt.Problem;
import fettle.example.Receipt.Repeat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All of one kind that is to be said, as a line of the table.
///
/// @param kind the word of [Kind]; [#REPEATS] for rows that repeat others
/// @param line of the first; 0 for the file as a whole
/// @param message a sentence about the first
/// @param stands the words around the first place as they stand; may be empty
/// @param would the same as they would be, or what becomes of the row
/// @param count what its button counts
/// @param on whether the kind is mended, for those that can be
record KindLine(String kind, int line, String words, String message, String stands, String would, Act act, int count,
        boolean on) {

    static final String REPEATS = "repeats";

    /// What can be done with a kind.
    enum Act {
        REPAIR, SHOW, REPEATS, EXPORT
    }

    /// The kinds of a file that is not imported yet: what can be mended, what is only said, repeats, what is refused.
    static List<KindLine> of(Look look) {
        Map<String, Kind> mended = new LinkedHashMap<>();
        look.mended().receipt().kinds().forEach(kind -> mended.put(kind.kind(), kind));
        var lines = new ArrayList<KindLine>();
        var seen = new HashSet<String>();
        for (Kind kind : look.stands().receipt().kinds()) {
            seen.add(kind.kind());
            Kind then = mended.getOrDefault(kind.kind(), kind);
            lines.add(line(kind, then, look.repairs()));
        }
        mended.values().stream().filter(kind -> !seen.contains(kind.kind()))
                .forEach(kind -> lines.add(line(kind, kind, look.repairs())));
        addRepeats(look.mended().receipt(), lines);
        lines.sort(Comparator.comparing(KindLine::act));
        return List.copyOf(lines);
    }

    /// The kinds of an import that is done.
    static List<KindLine> of(Receipt receipt) {
        var lines = new ArrayList<KindLine>();
        for (Kind kind : receipt.kinds()) {
            Problem first = kind.first();
            String would = kind.repaired() > 0 ? first.after() : kind.refused() > 0 ? "refused" : "kept";
            lines.add(new KindLine(kind.kind(), first.line(), KindWords.of(kind.kind()), first.message(),
                    first.before(), would.isEmpty() ? "mended" : would, Act.SHOW, kind.count(), kind.repaired() > 0));
        }
        addRepeats(receipt, lines);
        return List.copyOf(lines);
    }

    /// Whether the words as they would be are words of the row, not a remark about it.
    boolean isMended() {
        return on && !would.isEmpty();
    }

    private static KindLine line(Kind stands, Kind mended, Set<String> repairs) {
        int repairable = Math.max(stands.repairable(), mended.repaired());
        Problem first = stands.first().repair().isEmpty() && mended.repaired() > 0 ? mended.first() : stands.first();
        String words = KindWords.of(stands.kind());
        if (repairable > 0) {
            boolean on = repairs.contains(stands.kind());
            String after = first.after().isEmpty() ? first.repair() : first.after();
            return new KindLine(stands.kind(), first.line(), words, first.message(), first.before(), after, Act.REPAIR,
                    repairable, on);
        }
        boolean refused = mended.refused() > 0;
        return new KindLine(stands.kind(), first.line(), words, first.message(), first.before(),
                refused ? "refused: " + reason(first.message()) : "kept as it is", refused ? Act.EXPORT : Act.SHOW,
                refused ? mended.refused() : stands.count(), false);
    }

    /// "This row has no answer: `b` is empty." → "this row has no answer".
    private static String reason(String sentence) {
        int end = sentence.indexOf(": ");
        String clause = end > 0 ? sentence.substring(0, end) : sentence.replaceFirst("\\.$", "");
        boolean word = clause.length() > 1 && Character.isUpperCase(clause.charAt(0))
                && Character.isLowerCase(clause.charAt(1));
        return word ? Character.toLowerCase(clause.charAt(0)) + clause.substring(1) : clause;
    }

    private static void addRepeats(Receipt receipt, List<KindLine> lines) {
        if (receipt.duplicates() > 0) {
            int line = receipt.repeats().isEmpty() ? 0 : receipt.repeats().getFirst().line();
            String words = receipt.repeats().isEmpty() ? "" : receipt.repeats().getFirst().words();
            lines.add(new KindLine(REPEATS, line, "Same as an earlier row", "An earlier row has the same texts.",
                    words, "kept, marked as duplicate", Act.REPEATS, receipt.duplicates(), false));
        }
    }

    /// Every place of this kind, in the order of the file.
    List<Problem> places(Receipt stands, Receipt mended) {
        if (kind.equals(REPEATS)) {
            return mended.repeats().stream().map(KindLine::repeat).toList();
        }
        List<Problem> places = stands.problems().stream().filter(problem -> problem.kind().equals(kind)).toList();
        return places.isEmpty()
                ? mended.problems().stream().filter(problem -> problem.kind().equals(kind)).toList()
                : places;
    }

    private static Problem repeat(Repeat repeat) {
        return new Problem(repeat.file(), repeat.line(), 0, repeat.row(), REPEATS, "An earlier row has the same texts.",
                "", false, repeat.words(), "");
    }
}
