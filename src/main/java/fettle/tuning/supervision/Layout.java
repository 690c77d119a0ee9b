package fettle.tuning.supervision;

import fettle.example.Turn;
import fettle.job.ExpectedException;
import fettle.token.WellFormed;
import fettle.tuning.supervision.TrainingText.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Finds the words of the turns in what a template wrote: it writes the same conversation once more with a mark in the
/// place of each text, and lays the two side by side.
final class Layout {

    /// Signs of Unicode's private area: no text has them, and no template trims them.
    private static final Pattern MARK = Pattern.compile("\uE0F0(\\d+)\uE0F1");

    private Layout() {}

    /// @param start of the words in the written text
    /// @param end exclusive
    record Place(int turn, int start, int end) {}

    /// A script that can write other words in the place of its own.
    interface Marked extends Script {

        /// The whole text with `words` for the texts of its turns. Throws when the template refuses them.
        String with(List<String> words) throws ExpectedException;
    }

    /// The places in order. Where the template makes something else of the words, what can be found is found by search.
    static List<Place> find(Script script, String text) {
        if (script instanceof Marked marked) {
            try {
                List<String> marks = IntStream.range(0, script.turns().size())
                        .mapToObj(turn -> "\uE0F0" + turn + "\uE0F1").toList();
                Optional<List<Place>> places = aligned(marked.with(marks), script.turns(), text);
                if (places.isPresent()) {
                    return places.get();
                }
            } catch (ExpectedException _) {
                // it looks into the words; then they are searched
            }
        }
        return searched(script.turns(), text);
    }

    private static Optional<List<Place>> aligned(String frame, List<Turn> turns, String text) {
        var places = new ArrayList<Place>();
        Matcher mark = MARK.matcher(frame);
        int inFrame = 0;
        int at = 0;
        boolean more = mark.find();
        while (more) {
            String before = frame.substring(inFrame, mark.start());
            if (!text.startsWith(before, at)) {
                return Optional.empty();
            }
            at += before.length();
            int turn = Integer.parseInt(mark.group(1));
            inFrame = mark.end();
            more = mark.find();
            String after = frame.substring(inFrame, more ? mark.start() : frame.length());
            int length = length(WellFormed.text(turns.get(turn).text()), after, at, text);
            if (length < 0) {
                return Optional.empty();
            }
            places.add(new Place(turn, at, at + length));
            at += length;
        }
        return text.substring(at).equals(frame.substring(inFrame)) ? Optional.of(places) : Optional.empty();
    }

    /// How long the words are that stand at `at`, before `after`: as they are, or stripped as templates do; -1 for none.
    private static int length(String words, String after, int at, String text) {
        for (String tried : List.of(words, words.strip(), words.stripLeading(), words.stripTrailing())) {
            if (text.startsWith(tried, at) && text.startsWith(after, at + tried.length())) {
                return tried.length();
            }
        }
        return -1;
    }

    private static List<Place> searched(List<Turn> turns, String text) {
        var places = new ArrayList<Place>();
        int at = 0;
        for (int turn = 0; turn < turns.size(); turn++) {
            String words = WellFormed.text(turns.get(turn).text()).strip();
            int found = words.isEmpty() ? -1 : text.indexOf(words, at);
            if (found >= 0) {
                places.add(new Place(turn, found, found + words.length()));
                at = found + words.length();
            }
        }
        return places;
    }
}
