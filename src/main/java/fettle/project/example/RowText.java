package fettle.project.example;

import fettle.example.BodyBytes;
import fettle.example.Turn;
import fettle.project.sqlite.JsonText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A body and what is derived from it when it is saved.
///
/// @param json the body on one line
/// @param question first user text, shortened
/// @param answer last assistant text, shortened
record RowText(BodyBytes json, long hash, int turns, String question, String answer) {

    private static final int PREVIEW = 200;
    private static final JsonNode NO_MESSAGE = JsonText.object();

    static RowText of(ObjectNode body) {
        return of(body, BodyBytes.of(body));
    }

    /// `json` is the body as it was written.
    static RowText of(ObjectNode body, BodyBytes json) {
        int turns = 0;
        String question = "";
        JsonNode answer = NO_MESSAGE;
        for (JsonNode message : body.path("messages")) {
            if (message.isObject()) {
                turns++;
                String role = message.path("role").asString("");
                if (role.equals("user") && question.isEmpty()) {
                    question = preview(Turn.text(message));
                } else if (role.equals("assistant")) {
                    answer = message;
                }
            }
        }
        return new RowText(json, hash(body), turns, question, preview(Turn.text(answer)));
    }

    /// What equal bodies have in common.
    static long hash(ObjectNode body) {
        return JsonText.hash(body);
    }

    private static String preview(String text) {
        int end = Math.min(text.length(), PREVIEW);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        char[] line = new char[end];
        text.getChars(0, end, line, 0);
        for (int place = 0; place < end; place++) {
            char unit = line[place];
            if (Character.isISOControl(unit) || unit == '\u2028' || unit == '\u2029') {
                line[place] = ' ';
            }
        }
        return new String(line);
    }
}
