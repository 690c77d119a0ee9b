package fettle.ui.example.editor;

import fettle.example.BodyJson;
import fettle.example.shape.Pairs;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The worse answer of a pair while it is being edited.
final class EditedRejected {

    private final List<EditedTurn> turns;
    private final String preferred;

    EditedRejected(ObjectNode body, Runnable edited) {
        this.turns = MessageForm.all(alone(body)).stream().map(form -> new EditedTurn(form, edited)).toList();
        List<JsonNode> messages = body.path("messages").valueStream().toList();
        this.preferred = messages.isEmpty() ? "" : messages.getLast().path("content").asString("");
    }

    /// Mostly one; none when the row is no pair.
    List<EditedTurn> turns() {
        return turns;
    }

    /// The better answer, as it was when the row was opened.
    String preferred() {
        return preferred;
    }

    /// Writes what was changed; what was not touched stays as it was.
    void writeInto(ObjectNode body) {
        if (!turns.isEmpty()) {
            ObjectNode answers = alone(body);
            turns.forEach(turn -> turn.writeInto(answers));
            body.set(Pairs.REJECTED, answers.path("messages"));
        }
    }

    /// The messages of the answer as if they were a conversation.
    private static ObjectNode alone(ObjectNode body) {
        ObjectNode answers = BodyJson.mapper().createObjectNode();
        answers.putArray("messages").addAll(Pairs.rejected(body).stream().map(JsonNode::deepCopy).toList());
        return answers;
    }
}
