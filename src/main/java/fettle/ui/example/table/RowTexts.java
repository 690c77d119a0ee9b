package fettle.ui.example.table;

import fettle.example.Example;
import fettle.example.ExampleStore;
import fettle.example.SearchText;
import fettle.example.Turn;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which texts of a row cells show, beyond what the narrow row has: those of turns that were asked for, and the places
/// where a search hits.
///
/// @param columns ids of the text columns that are shown
/// @param search what is searched for
record RowTexts(ExampleStore store, List<String> columns, SearchText search) {

    /// Whether the row's body must be read.
    boolean needsBody() {
        return !search.isEmpty() || columns.stream().anyMatch(column -> !RowColumn.isPreview(column));
    }

    /// The texts by column; empty when the narrow row has all that is shown.
    Map<String, Snippet> of(long id) throws IOException {
        return needsBody() ? store.find(id).map(this::of).orElse(Map.of()) : Map.of();
    }

    private Map<String, Snippet> of(Example example) {
        List<Turn> turns = example.turns();
        var texts = new HashMap<String, Snippet>();
        boolean seen = false;
        for (String column : columns) {
            Snippet text = pick(column, turns).map(turn -> Snippet.of(turn.text(), search)).orElse(Snippet.NONE);
            texts.put(column, text);
            seen |= text.hasHits();
        }
        if (!seen && !search.isEmpty() && !columns.isEmpty()) {
            elsewhere(turns).ifPresent(text -> texts.put(columns.getLast(), text));
        }
        return texts;
    }

    /// The first hit in a turn that no column shows, with the name of who says it.
    private Optional<Snippet> elsewhere(List<Turn> turns) {
        for (Turn turn : turns) {
            Snippet text = Snippet.of(turn.text(), search);
            if (text.hasHits()) {
                return Optional.of(text.after(capital(turn.role()) + ": "));
            }
        }
        return Optional.empty();
    }

    private static String capital(String role) {
        return role.isEmpty() ? "No role" : role.substring(0, 1).toUpperCase(Locale.ROOT) + role.substring(1);
    }

    /// The turn that a column shows.
    static Optional<Turn> pick(String column, List<Turn> turns) {
        return switch (column) {
            case "question" -> first(turns, "user");
            case "answer" -> last(turns, "assistant");
            case "system" -> first(turns, "system").or(() -> first(turns, "developer"));
            case "lastUser" -> last(turns, "user");
            default -> RowColumn.turn(column).filter(number -> number <= turns.size())
                    .map(number -> turns.get(number - 1));
        };
    }

    private static Optional<Turn> first(List<Turn> turns, String role) {
        return turns.stream().filter(turn -> turn.role().equals(role)).findFirst();
    }

    private static Optional<Turn> last(List<Turn> turns, String role) {
        return first(turns.reversed(), role);
    }
}
