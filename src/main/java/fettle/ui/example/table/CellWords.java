package fettle.ui.example.table;

import fettle.example.ExampleRow;
import fettle.example.ExampleRow.Side;
import fettle.example.ExampleStatus;
import fettle.example.Remarks;
import fettle.ui.session.Words;
import java.util.Locale;

/// What a row has in a column, as words.
final class CellWords {

    private CellWords() {}

    static String of(String column, ExampleRow row) {
        return switch (column) {
            case "status" -> status(row.status());
            case "id" -> String.format(Locale.ROOT, "%04d", row.id());
            case "question" -> row.question();
            case "answer" -> row.answer();
            case "tags" -> String.join(", ", row.tags());
            case "tokens" -> count(row.tokens());
            case "assistantTokens" -> count(row.assistantTokens());
            case "trainedTokens" -> count(row.trainedTokens());
            case "turns" -> Words.number(row.turns());
            case "source" -> row.source();
            case "template" -> row.origin().template();
            case "model" -> row.origin().model();
            case "split" -> split(row.split());
            case "dataset" -> row.remarks().dataset();
            case "score" -> row.score().isPresent()
                    ? String.format(Locale.ENGLISH, "%.2f", row.score().getAsDouble())
                    : "";
            case "rating" -> stars(row.remarks().rating());
            case "flagged" -> row.remarks().flagged() ? "Flagged" : "";
            case "edited" -> row.edited() ? "Edited by hand" : "";
            case "note" -> row.remarks().note().strip().replaceAll("\\s+", " ");
            default -> "";
        };
    }

    static String status(ExampleStatus status) {
        return switch (status) {
            case DRAFT -> "Draft";
            case APPROVED -> "Approved";
            case REJECTED -> "Rejected";
        };
    }

    /// The colour of a status; its word stands beside it or is read out.
    static String dot(ExampleStatus status) {
        return switch (status) {
            case DRAFT -> "neutral";
            case APPROVED -> "good";
            case REJECTED -> "bad";
        };
    }

    private static String count(int tokens) {
        return tokens < 0 ? "…" : Words.number(tokens);
    }

    private static String split(Side side) {
        return switch (side) {
            case NONE -> "";
            case TRAIN -> "Train";
            case VALIDATION -> "Validation";
        };
    }

    private static String stars(int rating) {
        return rating == 0 ? "" : "★".repeat(rating) + "☆".repeat(Remarks.BEST - rating);
    }
}
