package fettle.ui.example.editor;

import fettle.example.Turn;
import fettle.example.shape.Pairs;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// The sentence of a step in which texts were typed.
final class EditWords {

    private EditWords() {}

    /// "Edited the answer of example 0417"; "Edited example 0417" when more than one turn differs.
    static String edited(JsonNode before, JsonNode after, long id) {
        List<Turn> old = Turn.of(before);
        List<Turn> fresh = Turn.of(after);
        String example = "example " + ExampleWords.number(id);
        int[] differing = IntStream.range(0, Math.min(old.size(), fresh.size()))
                .filter(turn -> !old.get(turn).text().equals(fresh.get(turn).text())).toArray();
        boolean same = differing.length == 0 && old.size() == fresh.size();
        if (same && !Pairs.rejected(before).equals(Pairs.rejected(after))) {
            return "Edited the rejected answer of " + example;
        }
        return old.size() == fresh.size() && differing.length == 1
                ? "Edited " + part(fresh, differing[0]) + " of " + example
                : "Edited " + example;
    }

    private static String part(List<Turn> turns, int turn) {
        String role = turns.get(turn).role();
        long ofRole = turns.stream().filter(other -> other.role().equals(role)).count();
        return switch (role) {
            case "system", "developer" -> "the system text";
            case "user" -> ofRole == 1 ? "the question" : "question " + number(turns, turn);
            case "assistant" -> ofRole == 1 ? "the answer" : "answer " + number(turns, turn);
            case "tool", "function" -> "a tool result";
            default -> "turn " + (turn + 1);
        };
    }

    /// Which one of its role it is, counted from 1.
    private static long number(List<Turn> turns, int turn) {
        return turns.stream().limit(turn + 1L).filter(other -> other.role().equals(turns.get(turn).role())).count();
    }
}
