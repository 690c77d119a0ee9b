package fettle.example.shape;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Shapes of sets of questions: with a context, with instances, or one after another.
public final class Questions {

    private Questions() {}

    /// `{"context","question","answers"}`: the context and the question are asked, the first answer answers.
    public static ObjectNode squad(ObjectNode row) throws Refused {
        if (row.path("is_impossible").asBoolean(false)) {
            throw new Refused("no-answer", "This question cannot be answered from its context (`is_impossible`).");
        }
        String answer = answer(row.path("answers"));
        if (answer.isBlank()) {
            throw new Refused("missing-answer", "This question has no answer: `answers` holds no text.");
        }
        String question = Messages.text(row.path("question"));
        if (question.isBlank()) {
            throw new Refused("missing-question", "This row has no question: `question` is empty.");
        }
        ArrayNode messages = ExactJson.list();
        boolean context = Messages.isFilled(row.path("context"));
        messages.add(Messages.message("user",
                context ? Messages.text(row.path("context")).strip() + "\n\n" + question : question));
        messages.add(Messages.message("assistant", answer));
        return Messages.body(messages);
    }

    /// The first answer of a list of these, or of `{"text":[…]}`.
    public static String answer(JsonNode answers) {
        JsonNode texts = answers.isObject() ? answers.path("text") : answers;
        JsonNode first = texts.isArray() ? texts.path(0) : texts;
        return Messages.text(first.isObject() ? first.path("text") : first);
    }

    /// `{"instruction","instances":[{"input","output"}]}`: each instance is an example.
    public static List<ObjectNode> instances(ObjectNode row, Notes notes) throws Refused {
        var bodies = new ArrayList<ObjectNode>();
        for (JsonNode instance : row.path("instances")) {
            if (Messages.isFilled(instance.path("output"))) {
                ObjectNode alpaca = ExactJson.object();
                alpaca.set("instruction", row.path("instruction"));
                alpaca.set("input", instance.path("input"));
                alpaca.set("output", instance.path("output"));
                bodies.add(Alpaca.read(alpaca, java.util.Map.of(), notes));
            } else {
                notes.say("missing-answer", "An instance of this row has no output; it was passed over.");
            }
        }
        if (bodies.isEmpty()) {
            throw new Refused("missing-answer", "This row has no instance with an output.");
        }
        return bodies;
    }

    /// `{"turns":[…],"reference":[…]}`: questions that follow one another, with reference answers where there are such.
    public static ObjectNode turns(ObjectNode row) throws Refused {
        JsonNode references = row.path("reference");
        ArrayNode messages = ExactJson.list();
        for (int i = 0; i < row.path("turns").size(); i++) {
            messages.add(Messages.message("user", Messages.text(row.path("turns").path(i))));
            JsonNode reference = references.isArray() ? references.path(i) : references;
            if (Messages.isFilled(reference) && (references.isArray() || i == 0)) {
                messages.add(Messages.message("assistant", Messages.text(reference)));
            }
        }
        if (messages.isEmpty()) {
            throw new Refused("missing-question", "This row has no question: `turns` is empty.");
        }
        return Messages.body(messages);
    }
}
