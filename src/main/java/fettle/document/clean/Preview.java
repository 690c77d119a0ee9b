package fettle.document.clean;

import fettle.document.clean.Cleaning.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Runs the rules one after the other and notes the places of each.
final class Preview {

    /// Characters shown before and behind a place, and of the place itself.
    private static final int AROUND = 30;
    private static final int LONGEST = 200;

    /// What the rules so far did, one list of edits after the other.
    private final List<List<Edit>> done = new ArrayList<>();

    private Preview() {}

    static List<RulePreview> of(String text, Layout layout, Predicate<CleaningRule> on) {
        var preview = new Preview();
        var all = new ArrayList<RulePreview>();
        String clean = text;
        for (CleaningRule rule : Cleaning.RULES) {
            List<Edit> edits = rule.edits(clean, layout);
            CleaningRule.Change change = rule.apply(clean, layout);
            all.add(new RulePreview(rule.id(), rule.words(), on.test(rule), change.count(),
                    change.count() == 0 ? List.of() : preview.places(clean, edits)));
            if (on.test(rule) && !change.text().equals(clean)) {
                preview.done.add(edits);
                clean = change.text();
            }
        }
        return all;
    }

    private List<RulePreview.Place> places(String text, List<Edit> edits) {
        return edits.stream().limit(RulePreview.MOST_PLACES).map(edit -> place(text, edit)).toList();
    }

    private RulePreview.Place place(String text, Edit edit) {
        int from = boundary(text, Math.max(0, edit.start() - AROUND));
        int to = boundary(text, Math.min(text.length(), edit.end() + AROUND));
        String head = text.substring(Math.max(from, text.lastIndexOf('\n', edit.start() - 1) + 1), edit.start());
        int lineEnd = text.indexOf('\n', edit.end());
        String tail = text.substring(edit.end(), lineEnd < 0 ? to : Math.min(to, lineEnd));
        return new RulePreview.Place(original(edit.start()),
                head + cut(text.substring(edit.start(), edit.end())) + tail,
                head + cut(edit.replacement()) + tail);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, boundary(text, LONGEST)) + "…";
    }

    private static int boundary(String text, int offset) {
        return offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset))
                ? offset - 1
                : offset;
    }

    /// Where a place of the text as it is now was before the first rule.
    private int original(int offset) {
        int place = offset;
        for (List<Edit> edits : done.reversed()) {
            place = before(edits, place);
        }
        return place;
    }

    private static int before(List<Edit> edits, int offset) {
        int shift = 0;
        for (Edit edit : edits) {
            int newStart = edit.start() + shift;
            if (newStart + edit.replacement().length() > offset) {
                return newStart >= offset ? offset - shift : edit.start();
            }
            shift += edit.replacement().length() - (edit.end() - edit.start());
        }
        return offset - shift;
    }
}
