package fettle.example;

import java.util.List;

/// A text of an example that a model is asked to write anew.
///
/// @param instruction what shall become of it, in a person's words
/// @param text the words to rewrite
/// @param whole the text in which they stand; equal to `text` when all of it is meant
/// @param conversation all turns of the example
/// @param turn the turn of the text, from 0
/// @param source the chunk that the example was made from; empty to leave it out
public record Rewrite(String instruction, String text, String whole, List<Turn> conversation, int turn,
        String source) {

    private static final String TASK = """
            You rewrite one text of a conversation that a language model will be trained on. Follow the instruction. \
            Keep the language of the text unless the instruction says otherwise. Answer with the rewritten text alone: no \
            greeting, no explanation, no quotation marks or fences around it.""";

    /// What is sent: the task, then what there is to know, and the text last.
    public List<Turn> turns() {
        var asked = new StringBuilder();
        if (!source.isBlank()) {
            asked.append("Source:\n").append(source.strip()).append("\n\n");
        }
        asked.append("Conversation:\n");
        for (int at = 0; at < conversation.size(); at++) {
            Turn said = conversation.get(at);
            asked.append(said.role()).append(at == turn ? " (the text to rewrite is here): " : ": ")
                    .append(said.text().strip()).append('\n');
        }
        asked.append("\nInstruction: ").append(instruction.strip()).append("\n\n");
        if (!whole.equals(text)) {
            asked.append("Rewrite only this part of the text, so that it fits where it stands:\n");
        } else {
            asked.append("Text to rewrite:\n");
        }
        asked.append(text);
        return List.of(new Turn("system", TASK, false), new Turn("user", asked.toString(), false));
    }

    /// The instruction and the text alone, for a model that cannot read as much.
    public List<Turn> brief() {
        return List.of(new Turn("user", instruction.strip() + "\n\n" + text, false));
    }

    /// Most tokens of an answer: room for a text twice as long, and for one that thinks first.
    public int maxTokens() {
        return Math.clamp(text.length() / 2 + 512, 512, 8192);
    }
}
