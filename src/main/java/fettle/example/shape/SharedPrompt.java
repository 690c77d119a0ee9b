package fettle.example.shape;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The beginning that two texts share, as the prompt of both. Texts may be written as `\n\nHuman: …\n\nAssistant: …`.
final class SharedPrompt {

    private static final String HUMAN = "\n\nHuman:";
    private static final String ASSISTANT = "\n\nAssistant:";

    private SharedPrompt() {}

    /// What both begin with: up to the last turn of the assistant when they have turns, else to the end of a word.
    static String of(String chosen, String rejected) {
        int shared = 0;
        int most = Math.min(chosen.length(), rejected.length());
        while (shared < most && chosen.charAt(shared) == rejected.charAt(shared)) {
            shared++;
        }
        String both = chosen.substring(0, shared);
        int turn = both.lastIndexOf(ASSISTANT);
        if (turn >= 0) {
            return both.substring(0, turn + ASSISTANT.length());
        }
        int word = Math.max(both.lastIndexOf(' '), both.lastIndexOf('\n'));
        return word < 0 ? "" : both.substring(0, word);
    }

    /// The turns of a shared beginning.
    static List<ObjectNode> turns(String shared) {
        var turns = new ArrayList<ObjectNode>();
        int at = 0;
        while (at < shared.length()) {
            int human = next(shared, HUMAN, at);
            int assistant = next(shared, ASSISTANT, at);
            boolean begins = human == at || assistant == at;
            String mark = human == at ? HUMAN : ASSISTANT;
            int start = begins ? at + mark.length() : at;
            int end = Math.min(next(shared, HUMAN, start), next(shared, ASSISTANT, start));
            String text = shared.substring(start, end).strip();
            if (!text.isEmpty()) {
                turns.add(Messages.message(assistant == at ? "assistant" : "user", text));
            }
            at = Math.max(end, at + 1);
        }
        return turns;
    }

    private static int next(String text, String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found;
    }

    /// What a side says after the shared beginning.
    static ArrayNode rest(String side, String shared) {
        return ExactJson.list().add(Messages.message("assistant", side.substring(shared.length()).strip()));
    }
}
