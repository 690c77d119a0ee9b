package fettle.ui.example.editor;

import fettle.example.SearchText;
import fettle.example.TokenCut;
import fettle.ui.control.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Marks in the texts of the turns: what the list was searched for, what find has found, and what the limit cuts off.
final class TurnMarks {

    /// A longer text is not looked through for the words of the search.
    private static final int MOST_SEARCHED = 400_000;

    private final EditorViewModel editor;
    private final TurnsPane turns;
    private final FindModel find;
    private final ObjectProperty<SearchText> search = new SimpleObjectProperty<>(SearchText.ALL);

    TurnMarks(EditorViewModel editor, TurnsPane turns, FindModel find) {
        this.editor = editor;
        this.turns = turns;
        this.find = find;
        turns.onCard(this::markNew);
        search.addListener(_ -> turns.shown().forEach(this::markSearch));
        find.placesProperty().addListener(_ -> markFound());
        find.currentProperty().addListener(_ -> showCurrent());
        editor.tokensProperty().addListener(_ -> turns.shown().forEach(this::markCut));
    }

    /// The search of the list; what it found is marked.
    ObjectProperty<SearchText> searchProperty() {
        return search;
    }

    private void markNew(TurnCard card) {
        markSearch(card);
        markCut(card);
        if (find.openProperty().get()) {
            markFound(card, byTurn());
        }
        card.texts().forEach(text -> text.text().addListener(_ -> markSearch(card)));
    }

    private void markSearch(TurnCard card) {
        for (TurnText text : card.texts()) {
            String now = text.text().get();
            List<Span> spans = search.get().isEmpty() || now.length() > MOST_SEARCHED
                    ? List.of()
                    : search.get().hits(now).stream().map(hit -> new Span(hit.start(), hit.end(), "search-hit"))
                            .toList();
            text.mark("search", spans);
        }
    }

    private void markFound() {
        Map<Integer, List<FindModel.Place>> places = byTurn();
        turns.shown().forEach(card -> markFound(card, places));
    }

    private Map<Integer, List<FindModel.Place>> byTurn() {
        var places = new HashMap<Integer, List<FindModel.Place>>();
        find.placesProperty().get()
                .forEach(place -> places.computeIfAbsent(place.turn(), _ -> new ArrayList<>()).add(place));
        return places;
    }

    private void markFound(TurnCard card, Map<Integer, List<FindModel.Place>> places) {
        List<FindModel.Place> here = places.getOrDefault(card.turn().form().index(), List.of());
        Optional<FindModel.Place> now = find.place();
        List<TurnText> texts = card.texts();
        for (int text = 0; text < texts.size(); text++) {
            var spans = new ArrayList<Span>();
            for (FindModel.Place place : here) {
                if (place.text() == text) {
                    boolean current = now.filter(place::equals).isPresent();
                    spans.add(new Span(place.hit().from(), place.hit().to(), current ? "find-now" : "find-hit"));
                }
            }
            texts.get(text).mark("find", List.copyOf(spans));
        }
    }

    private void showCurrent() {
        markFound();
        find.place().ifPresent(place -> turns.reveal(place.turn(), place.text(), place.hit().from()));
    }

    /// All that comes after the last token which fits.
    private void markCut(TurnCard card) {
        Optional<TokenCut> cut = editor.tokensProperty().get().cut();
        int turn = card.turn().form().index();
        List<MessageForm.Piece.Words> words = card.turn().words();
        card.showCut(cut.filter(at -> at.turn() == turn), cut.filter(at -> at.turn() < turn).isPresent());
        for (int text = 0; text < words.size(); text++) {
            TurnText shown = card.textAt(text);
            int length = shown.text().get().length();
            int from = from(cut, turn, words, text, length);
            shown.mark("cut", from >= length ? List.of() : List.of(new Span(from, length, "cut-off")));
        }
    }

    /// The first unit of a text that is cut off; its length when nothing is.
    private static int from(Optional<TokenCut> cut, int turn, List<MessageForm.Piece.Words> words, int text,
            int length) {
        if (cut.isEmpty() || cut.get().turn() > turn) {
            return length;
        }
        if (cut.get().turn() < turn) {
            return 0;
        }
        int cutText = 0;
        while (cutText < words.size() && !words.get(cutText).path().equals(cut.get().path())) {
            cutText++;
        }
        if (cutText == words.size()) { // within a call or a name: what comes before it is whole
            return cut.get().path().startsWith("/tool_calls") ? length : 0;
        }
        return text < cutText ? length : text > cutText ? 0 : Math.min(length, cut.get().offset());
    }
}
