package fettle.ui.example.editor;

import fettle.ui.control.text.Span;
import fettle.ui.example.spelling.Spelling;
import fettle.ui.example.spelling.SpellingViewModel;
import fettle.ui.session.Moment;
import fettle.ui.session.Reading;
import java.util.List;
import java.util.Optional;

/// Marks the words of one text that the dictionary does not know: those in sight, a while after the last key.
/// Texts with gigantic lines are left alone.
final class SpellMarks {

    private static final long PAUSE_MILLIS = 500;
    private static final String LAYER = "spelling";

    private final TurnText text;
    private final SpellingViewModel spelling;
    private final Moment pause;
    private final Reading<Checked> reading;
    private List<Spelling.Misspelt> misspelt = List.of();

    private record Checked(String text, List<Spelling.Misspelt> words) {}

    SpellMarks(TurnText text, SpellingViewModel spelling, TextTools tools) {
        this.text = text;
        this.spelling = spelling;
        this.pause = tools.moments().of(PAUSE_MILLIS);
        this.reading = new Reading<>(tools.session(), this::show);
        text.area().textProperty().addListener(_ -> soon());
        if (text.styled().isLarge()) {
            text.area().viewportDirtyEvents().subscribe(_ -> soon());
        }
        soon();
    }

    /// Checks again: the language changed, or a word was learnt.
    void soon() {
        pause.restart(this::check);
    }

    /// The word at an offset when it is marked.
    Optional<Spelling.Misspelt> at(int offset) {
        return misspelt.stream().filter(word -> offset >= word.from() && offset <= word.to()).findFirst();
    }

    private void check() {
        String now = text.area().getText();
        if (text.styled().isGigantic()) {
            show(new Checked(now, List.of()));
            return;
        }
        int from = 0;
        int to = now.length();
        if (text.styled().isLarge()) {
            if (text.area().getVisibleParagraphs().isEmpty()) {
                return;
            }
            from = text.area().getAbsolutePosition(text.area().firstVisibleParToAllParIndex(), 0);
            int last = text.area().lastVisibleParToAllParIndex();
            to = text.area().getAbsolutePosition(last, 0) + text.area().getParagraphLength(last);
        }
        var work = spelling.check(now, from, to);
        reading.start(progress -> new Checked(now, work.run(progress)));
    }

    private void show(Checked checked) {
        if (checked.text().equals(text.area().getText())) {
            misspelt = checked.words();
            text.mark(LAYER, misspelt.stream().map(word -> new Span(word.from(), word.to(), "misspelt")).toList());
        }
    }
}
