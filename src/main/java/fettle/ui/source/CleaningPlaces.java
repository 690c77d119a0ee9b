package fettle.ui.source;

import fettle.document.Document;
import fettle.document.clean.Cleaning;
import fettle.document.clean.CleaningRule;
import fettle.document.clean.RulePreview;
import fettle.job.Progress;
import fettle.source.SourceSettings;
import fettle.ui.control.text.WordDiff;
import java.util.ArrayList;
import java.util.List;

/// Where a cleaning rule changes the texts of a source, after the rules before it did their part.
///
/// @param places a few of each document, at most [#MOST] in all
/// @param documents how many documents it changes
/// @param changes how many places it changes in all
record CleaningPlaces(List<Place> places, int documents, int changes) {

    static final int MOST = 60;

    private static final int MOST_OF_ONE = 4;

    /// One place, before and after.
    ///
    /// @param line 1-based, in the text as it was read
    record Place(String path, int line, List<WordDiff.Piece> pieces) {}

    static CleaningPlaces of(List<Document> uncleaned, CleaningRule rule, SourceSettings settings, Progress progress)
            throws InterruptedException {
        var places = new ArrayList<Place>();
        int documents = 0;
        int changes = 0;
        for (Document document : uncleaned) {
            progress.stopIfCancelled();
            Cleaning.Layout layout = document.kind().layout();
            String before = before(document.text(), rule, settings, layout);
            CleaningRule.Change change = rule.apply(before, layout);
            if (change.count() > 0) {
                documents++;
                changes += change.count();
                if (places.size() < MOST) {
                    places.addAll(places(document, rule, settings));
                }
            }
        }
        return new CleaningPlaces(places.subList(0, Math.min(MOST, places.size())), documents, changes);
    }

    private static String before(String text, CleaningRule rule, SourceSettings settings, Cleaning.Layout layout) {
        String clean = text;
        for (CleaningRule earlier : Cleaning.RULES) {
            if (earlier.id().equals(rule.id())) {
                break;
            }
            if (settings.cleaning().getOrDefault(earlier.id(), earlier.usual())) {
                clean = earlier.apply(clean, layout).text();
            }
        }
        return clean;
    }

    private static List<Place> places(Document document, CleaningRule rule, SourceSettings settings) {
        return Cleaning.preview(document.text(), document.kind().layout(), settings.cleaning()).stream()
                .filter(preview -> preview.rule().equals(rule.id()))
                .flatMap(preview -> preview.places().stream().limit(MOST_OF_ONE))
                .map(place -> new Place(document.path(), line(document.text(), place.offset()), pieces(place)))
                .toList();
    }

    private static List<WordDiff.Piece> pieces(RulePreview.Place place) {
        return place.before().equals(place.after())
                ? List.of(new WordDiff.Piece(WordDiff.Kind.SAME, unseen(place.before(), false)))
                : WordDiff.of(place.before(), place.after());
    }

    private static int line(String text, int offset) {
        return 1 + (int) text.chars().limit(offset).filter(unit -> unit == '\n').count();
    }

    /// What went or came, with signs for characters that nobody sees.
    static String visible(WordDiff.Piece piece) {
        return piece.kind() == WordDiff.Kind.SAME ? piece.text() : unseen(piece.text(), true);
    }

    private static String unseen(String text, boolean gaps) {
        var shown = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '\n' -> shown.append(gaps ? "⏎\n" : "\n");
                case ' ' -> shown.append(gaps ? "·" : " ");
                case '\t' -> shown.append(gaps ? "→" : "\t");
                default -> shown.append(isUnseen(point) ? "⟨U+%04X⟩".formatted(point) : Character.toString(point));
            }
        });
        return shown.toString();
    }

    private static boolean isUnseen(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SPACE_SEPARATOR
                || type == Character.SURROGATE || point == 0xFFFD;
    }
}
