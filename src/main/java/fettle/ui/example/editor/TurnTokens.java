package fettle.ui.example.editor;

import fettle.example.ChatTokens;
import fettle.example.TokenCut;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.token.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Counts the tokens of a row and of each turn's texts, and finds where it is cut off.
///
/// @param limit tokens that a row may have
public record TurnTokens(ObjectNode body, TokenCounter counter, int limit) implements Work<TurnTokens.Counted> {

    /// @param total all tokens, by the chat formula
    /// @param trained those that a trainer learns; weights of 0 are left out
    /// @param turns of each turn's contents and calls
    /// @param cut where the row is cut off; empty when all of it fits
    public record Counted(int total, int trained, List<Integer> turns, Optional<TokenCut> cut) {

        public static final Counted NONE = new Counted(0, 0, List.of(), Optional.empty());
    }

    @Override
    public Counted run(Progress progress) throws InterruptedException {
        var turns = new ArrayList<Integer>();
        int trained = 0;
        for (MessageForm form : MessageForm.all(body)) {
            progress.stopIfCancelled();
            JsonNode message = body.path("messages").path(form.index());
            int tokens = texts(message.path("content")) + calls(message.path("tool_calls"));
            turns.add(tokens);
            trained += form.trained() ? tokens : 0;
        }
        return new Counted(ChatTokens.total(body, counter), trained, List.copyOf(turns),
                TokenCut.of(body, counter, limit));
    }

    private int texts(JsonNode content) {
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

    private int calls(JsonNode calls) {
        int tokens = 0;
        for (JsonNode call : calls) {
            for (JsonNode part : call.path("function")) {
                tokens += counter.count(part.isString() ? part.stringValue() : part.toString());
            }
        }
        return tokens;
    }
}
