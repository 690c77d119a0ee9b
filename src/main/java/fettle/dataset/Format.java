package fettle.dataset;

import fettle.example.BodyJson;
import fettle.example.Example;
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
    PROMPT_RESPONSE,
    /// Preference pairs: the edited answer over the generated one.
    OPENAI_DPO;

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

    /// The row in this format.
    public Line line(Example example) {
        return switch (this) {
            case OPENAI_CHAT -> new Line(Optional.of(example.body()), "");
            case PROMPT_COMPLETION -> one(pair(example.body(), "completion"));
            case PROMPT_RESPONSE -> one(pair(example.body(), "response"));
            case OPENAI_DPO -> {
                Preference preference = Preference.of(example);
                yield new Line(preference.row(), preference.reason());
            }
        };
    }

    /// A row as it is written.
    ///
    /// @param json empty when the format cannot hold it
    /// @param reason why it cannot, the end of a sentence that begins with the row; empty when it can
    public record Line(Optional<ObjectNode> json, String reason) {}

    private static Line one(Optional<ObjectNode> pair) {
        return new Line(pair, pair.isPresent() ? "" : "is not one question and one answer");
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
