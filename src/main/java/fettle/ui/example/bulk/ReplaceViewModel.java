package fettle.ui.example.bulk;

import fettle.example.bulk.Replace;
import fettle.example.bulk.Replace.Sought;
import fettle.job.ExpectedException;
import fettle.ui.example.bulk.Deed.What;
import fettle.ui.session.Moment;
import fettle.ui.session.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// Find and replace without its pixels: what is looked for and where, and what it would change.
final class ReplaceViewModel {

    private static final long TYPING_MILLIS = 160;

    /// In which turns.
    enum Where {
        ALL, ANSWERS, QUESTIONS, SYSTEM, TOOLS;

        String title() {
            return switch (this) {
                case ALL -> "Everywhere";
                case ANSWERS -> "Answers";
                case QUESTIONS -> "Questions";
                case SYSTEM -> "System texts";
                case TOOLS -> "Tool results";
            };
        }

        private Set<String> roles() {
            return switch (this) {
                case ALL -> Set.of();
                case ANSWERS -> Set.of("assistant");
                case QUESTIONS -> Set.of("user");
                case SYSTEM -> Set.of("system", "developer");
                case TOOLS -> Set.of("tool", "function");
            };
        }

        private What what() {
            return switch (this) {
                case ALL -> What.EXAMPLES;
                case ANSWERS -> new What("answer", "answers");
                case QUESTIONS -> new What("question", "questions");
                case SYSTEM -> new What("system text", "system texts");
                case TOOLS -> new What("tool result", "tool results");
            };
        }
    }

    private final BulkViewModel bulk;
    private final PreviewViewModel preview;
    private final StringProperty find = new SimpleStringProperty("");
    private final StringProperty with = new SimpleStringProperty("");
    private final BooleanProperty regex = new SimpleBooleanProperty();
    private final BooleanProperty matchCase = new SimpleBooleanProperty();
    private final BooleanProperty wholeWord = new SimpleBooleanProperty();
    private final ObjectProperty<Where> where = new SimpleObjectProperty<>(Where.ALL);
    private final Moment pause;
    private List<EditedWords> offers = List.of();

    ReplaceViewModel(BulkViewModel bulk, PreviewViewModel preview, Moment.Maker moments) {
        this.bulk = bulk;
        this.preview = preview;
        this.pause = moments.of(TYPING_MILLIS);
        find.addListener((_, _, _) -> pause.restart(this::look));
        with.addListener((_, _, _) -> pause.restart(this::look));
        regex.addListener((_, _, _) -> look());
        matchCase.addListener((_, _, _) -> look());
        wholeWord.addListener((_, _, _) -> look());
        where.addListener((_, _, _) -> look());
    }

    // ---- commands ----

    /// Begins with these words, as they stand.
    void begin(String old, String fresh, Where place) {
        find.set(old);
        with.set(fresh);
        matchCase.set(!old.isEmpty());
        where.set(place);
        pause.cancel();
        look();
    }

    /// Replaces in all rows but those left out.
    void replace() {
        sought().ifPresent(act -> bulk.run(deed(act), preview.targets(), preview.withoutProperty().get()));
    }

    /// Begins with what was changed by hand.
    void begin(List<EditedWords> changed) {
        offers = List.copyOf(changed);
        changed.stream().findFirst().ifPresent(this::take);
    }

    /// Takes one of the hand-made changes up.
    void take(EditedWords words) {
        wholeWord.set(words.isWhole());
        begin(words.old(), words.fresh(), where.get());
    }

    // ---- properties ----

    /// What was changed by hand; empty when this is not about that.
    List<EditedWords> offers() {
        return offers;
    }

    StringProperty findProperty() {
        return find;
    }

    StringProperty withProperty() {
        return with;
    }

    BooleanProperty regexProperty() {
        return regex;
    }

    BooleanProperty matchCaseProperty() {
        return matchCase;
    }

    BooleanProperty wholeWordProperty() {
        return wholeWord;
    }

    ObjectProperty<Where> whereProperty() {
        return where;
    }

    PreviewViewModel preview() {
        return preview;
    }

    /// "Replace in 212 answers"; "at least" while the rest is still counted.
    ObservableValue<String> command() {
        return Bindings.createStringBinding(() -> {
            int rows = preview.wanted();
            boolean done = preview.countProperty().get().done();
            return rows == 0
                    ? "Replace"
                    : "Replace in " + (done ? "" : "at least ") + where.get().what().count(rows);
        }, preview.countProperty(), preview.withoutProperty(), where);
    }

    /// "312 places in 212 of the 1,204 examples shown".
    ObservableValue<String> summary() {
        return Bindings.createStringBinding(() -> find.get().isEmpty()
                ? "In " + preview.targets().words() + "."
                : summary(preview, "place", "places"), preview.countProperty(), find);
    }

    static String summary(PreviewViewModel preview, String one, String many) {
        PreviewViewModel.Count now = preview.countProperty().get();
        String found = now.rows() == 0 && now.done()
                ? "Nothing to change"
                : Words.count(now.hits(), one, many) + " in " + Words.count(now.rows(), "example", "examples");
        return found + (now.done()
                ? " of " + preview.targets().words() + "."
                : " so far; " + Words.number(now.looked()) + " of " + Words.number(now.all()) + " looked through.");
    }

    // ---- what happens ----

    private Deed deed(Replace act) {
        String old = shortened(find.get());
        return new Deed("Replace “" + old + "” in", with.get().isEmpty()
                ? "Took “" + old + "” out of"
                : "Replaced “" + old + "” in", where.get().what(), act);
    }

    private static String shortened(String text) {
        String line = text.replace('\n', ' ');
        return line.length() > 40 ? line.substring(0, 40) + "…" : line;
    }

    private void look() {
        pause.cancel();
        if (find.get().isEmpty()) {
            preview.refuse("");
        } else {
            sought().ifPresent(preview::look);
        }
    }

    private Optional<Replace> sought() {
        try {
            return Optional.of(new Replace(new Sought(find.get(), with.get(), regex.get(), matchCase.get(),
                    wholeWord.get()), where.get().roles()));
        } catch (ExpectedException wrong) {
            preview.refuse(wrong.getMessage() + " " + wrong.next());
            return Optional.empty();
        }
    }
}
