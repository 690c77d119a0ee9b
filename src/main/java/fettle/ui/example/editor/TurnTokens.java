package fettle.ui.example.editor;

import fettle.example.ChatTokens;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.token.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Counts the tokens of a row and of each turn's texts.
public record TurnTokens(ObjectNode body, TokenCounter counter) implements Work<TurnTokens.Counted> {

    /// @param total all tokens, by the chat formula
    /// @param trained those that a trainer learns; weights of 0 are left out
    /// @param turns of each turn's contents
    public record Counted(int total, int trained, List<Integer> turns) {

        static final Counted NONE = new Counted(0, 0, List.of());
    }

    @Override
    public Counted run(Progress progress) throws InterruptedException {
        var turns = new ArrayList<Integer>();
        int trained = 0;
        for (MessageForm form : MessageForm.all(body)) {
            progress.stopIfCancelled();
            int tokens = content(body.path("messages").path(form.index()).path("content"));
            turns.add(tokens);
            trained += form.trained() ? tokens : 0;
        }
        return new Counted(ChatTokens.total(body, counter), trained, List.copyOf(turns));
    }

    private int content(JsonNode content) {
        if (content.isString()) {
            return counter.count(content.stringValue());
        }
        int tokens = 0;
        for (JsonNode part : content) {
            JsonNode words = part.isString() ? part : part.path("text");
            tokens += words.isString() ? counter.count(words.stringValue()) : 0;
        }
        return tokens;
    }
}
