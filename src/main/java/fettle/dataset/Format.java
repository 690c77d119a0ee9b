package fettle.dataset;

import fettle.example.BodyJson;
import fettle.example.Turn;
import fettle.job.ExpectedException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// How a row is written for a trainer: one JSON object a line.
public enum Format {
    /// The body key for key, as it came.
    OPENAI_CHAT,
    /// `{"prompt","completion"}`, and `system` where there is one.
    PROMPT_COMPLETION,
    /// `{"prompt","response"}`, and `system` where there is one.
    PROMPT_RESPONSE;

    /// The word of the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The format of that word. Throws an [ExpectedException] of kind "format" when there is none.
    public static Format of(String word) throws ExpectedException {
        for (Format format : values()) {
            if (format.word().equals(word)) {
                return format;
            }
        }
        throw new ExpectedException("format", "There is no format `" + word + "`.", "Formats are "
                + String.join(", ", List.of(values()).stream().map(Format::word).toList()) + ".");
    }

    /// The row in this format; empty when the format cannot hold it.
    public Optional<ObjectNode> row(ObjectNode body) {
        return switch (this) {
            case OPENAI_CHAT -> Optional.of(body);
            case PROMPT_COMPLETION -> pair(body, "completion");
            case PROMPT_RESPONSE -> pair(body, "response");
        };
    }

    private static Optional<ObjectNode> pair(ObjectNode body, String answerKey) {
        List<Turn> turns = Turn.of(body);
        boolean system = turns.size() == 3 && turns.getFirst().role().equals("system");
        List<Turn> pair = system ? turns.subList(1, 3) : turns;
        if (pair.size() != 2 || !pair.getFirst().role().equals("user")
                || !pair.getLast().role().equals("assistant")) {
            return Optional.empty();
        }
        ObjectNode row = BodyJson.mapper().createObjectNode();
        if (system) {
            row.put("system", turns.getFirst().text());
        }
        return Optional.of(row.put("prompt", pair.getFirst().text()).put(answerKey, pair.getLast().text()));
    }
}
