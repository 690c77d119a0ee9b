package fettle.project.example;

import fettle.example.BodyJson;
import fettle.example.Turn;
import fettle.project.sqlite.JsonText;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// A body and what is derived from it when it is saved.
///
/// @param json the body on one line
/// @param question first user text, shortened
/// @param answer last assistant text, shortened
record RowText(String json, long hash, int turns, String question, String answer) {

    private static final int PREVIEW = 200;

    static RowText of(ObjectNode body) {
        return of(body, BodyJson.write(body));
    }

    /// `json` is the body as it was written.
    static RowText of(ObjectNode body, String json) {
        List<Turn> turns = Turn.of(body);
        String question = "";
        String answer = "";
        for (Turn turn : turns) {
            if (turn.role().equals("user") && question.isEmpty()) {
                question = preview(turn.text());
            } else if (turn.role().equals("assistant")) {
                answer = preview(turn.text());
            }
        }
        return new RowText(json, JsonText.hash(body), turns.size(), question, answer);
    }

    private static String preview(String text) {
        int end = Math.min(text.length(), PREVIEW);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        var line = new StringBuilder(end);
        for (int place = 0; place < end; place++) {
            char unit = text.charAt(place);
            line.append(Character.isISOControl(unit) || unit == '\u2028' || unit == '\u2029' ? ' ' : unit);
        }
        return line.toString();
    }
}
