package fettle.example;

import fettle.token.TokenCounter;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Where a conversation is cut off when it has more tokens than allowed, counted as [ChatTokens#total] does.
///
/// @param turn place in `messages`
/// @param path a JSON pointer within that message to the text that is cut, such as "/content"
/// @param offset UTF-16 units of that text which are kept
/// @param beyond tokens that are lost; at least 1
public record TokenCut(int turn, String path, int offset, int beyond) {

    /// The place of the first token beyond `limit`; empty when all fit.
    public static Optional<TokenCut> of(ObjectNode body, TokenCounter counter, int limit) {
        int total = ChatTokens.total(body, counter);
        if (total <= limit) {
            return Optional.empty();
        }
        var walk = new Walk(counter, limit - ChatTokens.FOR_THE_REPLY);
        JsonNode messages = body.path("messages");
        for (int turn = 0; turn < messages.size() && !walk.ended; turn++) {
            if (messages.get(turn).isObject()) {
                walk.message(turn, messages.get(turn));
            }
        }
        return Optional.of(new TokenCut(walk.turn, walk.path, walk.offset, total - limit));
    }

    /// Counts text by text until nothing is left.
    private static final class Walk {

        private final TokenCounter counter;
        private int left;
        private boolean ended;
        private int turn;
        private String path = "/content";
        private int offset;

        Walk(TokenCounter counter, int left) {
            this.counter = counter;
            this.left = left;
        }

        void message(int at, JsonNode message) {
            turn = at;
            path = "/content";
            offset = 0;
            left -= ChatTokens.PER_MESSAGE + (message.has("name") ? ChatTokens.PER_NAME : 0);
            ended = left < 0;
            for (var property : message.properties()) {
                value("/" + property.getKey(), property.getValue());
            }
        }

        private void value(String at, JsonNode value) {
            if (ended) {
                return;
            }
            if (value.isString()) {
                text(at, value.stringValue());
            } else if (value.isArray()) {
                for (int part = 0; part < value.size(); part++) {
                    value(at + "/" + part, value.get(part));
                }
            } else if (value.isObject()) {
                for (var property : value.properties()) {
                    if (!ChatTokens.isWrapping(property.getKey())) {
                        value(at + "/" + property.getKey(), property.getValue());
                    }
                }
            }
        }

        private void text(String at, String text) {
            int tokens = counter.count(text);
            if (tokens > left) {
                ended = true;
                path = at;
                offset = counter.prefix(text, Math.max(0, left));
            } else {
                left -= tokens;
            }
        }
    }
}
