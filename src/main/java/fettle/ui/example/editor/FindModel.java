package fettle.ui.example.editor;

import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.ui.session.Moment;
import fettle.ui.session.Reading;
import fettle.ui.session.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;

/// Find and replace within the open example: through the texts of all its turns.
final class FindModel {

    private static final long PAUSE_MILLIS = 80;

    private final EditorViewModel editor;
    private final Reading<Found> reading;
    private final Moment pause;
    private final StringProperty words = new SimpleStringProperty("");
    private final StringProperty with = new SimpleStringProperty("");
    private final BooleanProperty matchCase = new SimpleBooleanProperty();
    private final BooleanProperty wholeWord = new SimpleBooleanProperty();
    private final BooleanProperty regex = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<Place>> places = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Caret from = new Caret(0, 0, 0);

    /// A hit and the text that it is in.
    ///
    /// @param text which text of the turn, as in [EditedTurn#texts]
    record Place(int turn, int text, FindText.Hit hit) {}

    private record Found(List<Place> places, String problem) {}

    /// @param texts of each turn
    private record Search(FindText find, String with, List<List<String>> texts) implements Work<Found> {

        @Override
        public Found run(Progress progress) throws InterruptedException {
            var places = new ArrayList<Place>();
            try {
                for (int turn = 0; turn < texts.size(); turn++) {
                    for (int text = 0; text < texts.get(turn).size(); text++) {
                        progress.stopIfCancelled();
                        for (FindText.Hit hit : find.hits(texts.get(turn).get(text), with)) {
                            places.add(new Place(turn, text, hit));
                        }
                    }
                }
                return new Found(List.copyOf(places), "");
            } catch (ExpectedException wrong) {
                return new Found(List.of(), wrong.getMessage());
            }
        }
    }

    FindModel(EditorViewModel editor, Moment.Maker moments) {
        this.editor = editor;
        this.reading = new Reading<>(editor.session(), this::found);
        this.pause = moments.of(PAUSE_MILLIS);
        InvalidationListener asks = _ -> pause.restart(this::look);
        words.addListener(asks);
        with.addListener(asks);
        matchCase.addListener(asks);
        wholeWord.addListener(asks);
        regex.addListener(asks);
        editor.turns().addListener((ListChangeListener<EditedTurn>) _ -> follow(asks));
        follow(asks);
    }

    // ---- commands ----

    /// Opens it; `selected` becomes what is looked for, from the caret on.
    void open(String selected, Caret caret) {
        from = caret;
        if (!selected.isEmpty() && selected.indexOf('\n') < 0) {
            words.set(selected);
        }
        open.set(true);
        look();
    }

    void close() {
        open.set(false);
        places.set(List.of());
        current.set(-1);
    }

    /// To the next hit by 1, to the one before by -1; around the end.
    void go(int by) {
        int all = places.get().size();
        if (all > 0) {
            current.set(Math.floorMod(current.get() + by, all));
            place().ifPresent(place -> from = new Caret(place.turn(), place.text(), place.hit().from()));
        }
    }

    /// Replaces the current hit, and goes to the next.
    void replace() {
        place().ifPresent(place -> {
            StringProperty text = editor.turns().get(place.turn()).texts().get(place.text());
            from = new Caret(place.turn(), place.text(), place.hit().from() + place.hit().replacement().length());
            text.set(replaced(text.get(), List.of(place.hit())));
            look();
        });
    }

    /// Replaces all hits as one step of the history.
    void replaceAll() {
        var hits = new LinkedHashMap<StringProperty, List<FindText.Hit>>();
        for (Place place : places.get()) {
            hits.computeIfAbsent(editor.turns().get(place.turn()).texts().get(place.text()), _ -> new ArrayList<>())
                    .add(place.hit());
        }
        if (!hits.isEmpty()) {
            var texts = new LinkedHashMap<StringProperty, String>();
            hits.forEach((text, of) -> texts.put(text, replaced(text.get(), of)));
            editor.rewrite(Map.copyOf(texts), "Replaced “" + words.get() + "” "
                    + (places.get().size() == 1 ? "once" : Words.number(places.get().size()) + " times") + " in");
            look();
        }
    }

    private static String replaced(String text, List<FindText.Hit> hits) {
        var result = new StringBuilder(text);
        for (FindText.Hit hit : hits.reversed()) {
            result.replace(hit.from(), hit.to(), hit.replacement());
        }
        return result.toString();
    }

    // ---- properties ----

    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    StringProperty wordsProperty() {
        return words;
    }

    StringProperty withProperty() {
        return with;
    }

    BooleanProperty matchCaseProperty() {
        return matchCase;
    }

    BooleanProperty wholeWordProperty() {
        return wholeWord;
    }

    BooleanProperty regexProperty() {
        return regex;
    }

    /// All hits, from top to bottom.
    ReadOnlyObjectProperty<List<Place>> placesProperty() {
        return places.getReadOnlyProperty();
    }

    /// Which of them is the current one; -1 for none.
    ReadOnlyIntegerProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Why the expression cannot be used; empty when it can.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    Optional<Place> place() {
        int at = current.get();
        return at >= 0 && at < places.get().size() ? Optional.of(places.get().get(at)) : Optional.empty();
    }

    // ---- what happens ----

    private void follow(InvalidationListener asks) {
        editor.turns().forEach(turn -> turn.texts().forEach(text -> text.addListener(asks)));
        if (open.get()) {
            pause.restart(this::look);
        }
    }

    private void look() {
        if (!open.get()) {
            return;
        }
        List<List<String>> texts = editor.turns().stream()
                .map(turn -> turn.texts().stream().map(StringProperty::get).toList()).toList();
        reading.start(new Search(new FindText(words.get(), matchCase.get(), wholeWord.get(), regex.get()), with.get(),
                texts));
    }

    private void found(Found found) {
        if (!open.get()) {
            return;
        }
        problem.set(found.problem());
        current.set(-1);
        places.set(found.places());
        current.set(nearest(found.places()));
    }

    /// The first hit that is not before the place where one was.
    private int nearest(List<Place> found) {
        for (int at = 0; at < found.size(); at++) {
            Place place = found.get(at);
            boolean later = place.turn() > from.turn()
                    || (place.turn() == from.turn() && (place.text() > from.text()
                            || (place.text() == from.text() && place.hit().from() >= from.offset())));
            if (later) {
                return at;
            }
        }
        return found.isEmpty() ? -1 : 0;
    }
}
