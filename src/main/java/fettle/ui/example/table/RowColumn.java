package fettle.ui.example.table;

import java.util.List;
import java.util.Optional;

/// A column of the table, by its kind.
///
/// @param id stable: what views and the remembered place call it
/// @param title its head
/// @param sort the field that a click on its head sorts by; empty for none
/// @param width at 100 %; 0 for what the others leave
/// @param look how its cells are drawn
public record RowColumn(String id, String title, String sort, double width, Look look) {

    /// How cells look.
    public enum Look {
        DOT, MONO, STRONG, SOFT, NUMBER, TAGS, STARS, FLAG, PENCIL, FINDINGS
    }

    /// Columns that are shown until the person chooses others.
    public static final List<String> USUAL = List.of("status", "id", "question", "answer", "tokens", "source");

    private static final String TURN = "turn";
    private static final int MOST_TURNS = 999;

    private static final List<RowColumn> ALL = List.of(
            new RowColumn("status", "Status", "status", 30, Look.DOT),
            new RowColumn("id", "No.", "id", 58, Look.MONO),
            new RowColumn("question", "Question", "question", 0, Look.STRONG),
            new RowColumn("answer", "Answer", "answer", 0, Look.SOFT),
            new RowColumn("system", "System", "", 0, Look.SOFT),
            new RowColumn("lastUser", "Last question", "", 0, Look.STRONG),
            new RowColumn("tags", "Tags", "tag", 130, Look.TAGS),
            new RowColumn("tokens", "Tokens", "tokens", 78, Look.NUMBER),
            new RowColumn("assistantTokens", "Answer tokens", "assistantTokens", 112, Look.NUMBER),
            new RowColumn("trainedTokens", "Trained", "trainedTokens", 82, Look.NUMBER),
            new RowColumn("turns", "Turns", "turns", 64, Look.NUMBER),
            new RowColumn("source", "Source", "source", 116, Look.MONO),
            new RowColumn("template", "Template", "template", 120, Look.SOFT),
            new RowColumn("model", "Model", "model", 130, Look.MONO),
            new RowColumn("split", "Split", "split", 88, Look.SOFT),
            new RowColumn("dataset", "Dataset", "dataset", 100, Look.SOFT),
            new RowColumn("score", "Score", "score", 70, Look.NUMBER),
            new RowColumn("rating", "Rating", "rating", 96, Look.STARS),
            new RowColumn("flagged", "Flag", "flagged", 52, Look.FLAG),
            new RowColumn("edited", "Edited", "edited", 64, Look.PENCIL),
            new RowColumn("note", "Note", "", 140, Look.SOFT),
            new RowColumn("finding", "Findings", "", 140, Look.FINDINGS));

    /// All that can be shown, beside the turns by their number.
    public static List<RowColumn> all() {
        return ALL;
    }

    /// The column of an id, such as "tokens" or "turn3"; empty for what no version knows.
    public static Optional<RowColumn> of(String id) {
        return ALL.stream().filter(column -> column.id().equals(id)).findFirst()
                .or(() -> turn(id).map(RowColumn::ofTurn));
    }

    /// The column of the turn with this number, from 1.
    public static RowColumn ofTurn(int number) {
        return new RowColumn(TURN + number, "Turn " + number, "", 0, Look.SOFT);
    }

    /// The number of the turn that a column shows.
    static Optional<Integer> turn(String id) {
        if (!id.matches(TURN + "\\d{1,3}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(id.substring(TURN.length()));
        return number >= 1 && number <= MOST_TURNS ? Optional.of(number) : Optional.empty();
    }

    /// Whether the row's narrow columns have this text already.
    static boolean isPreview(String id) {
        return id.equals("question") || id.equals("answer");
    }

    /// Whether its cells are texts of turns.
    boolean isText() {
        return isPreview(id) || id.equals("system") || id.equals("lastUser") || turn(id).isPresent();
    }

    boolean isNumber() {
        return look == Look.NUMBER;
    }
}
