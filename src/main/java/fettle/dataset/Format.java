package fettle.dataset;

import fettle.example.BodyJson;
import fettle.example.Example;
import fettle.example.Turn;
import fettle.example.shape.Alpaca;
import fettle.example.shape.Pairs;
import fettle.example.shape.RawForm;
import fettle.example.shape.Refused;
import fettle.example.shape.ShareGpt;
import fettle.example.shape.Trl;
import fettle.example.shape.Written;
import fettle.job.ExpectedException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// How a row is written for a trainer: one JSON object a line, or one row of a table.
public enum Format {
    /// The body key for key, as it came.
    OPENAI_CHAT,
    /// Preference pairs: as they came in, or the edited answer over the generated one.
    OPENAI_DPO,
    /// `{"prompt","completion"}`, and `system` where there is one.
    PROMPT_COMPLETION,
    /// `{"prompt","response"}`, and `system` where there is one.
    PROMPT_RESPONSE,
    /// `{"instruction","input","output"}`, with `system` and `history` where there are such.
    ALPACA,
    /// `{"conversations":[{"from","value"}]}`, with tools, pairs and labels.
    SHAREGPT,
    /// What TRL reads, as lists of messages; which type is as most rows are.
    TRL,
    /// `{"messages","label"}`: whether the answer is wanted.
    KTO,
    /// A table of system, prompt and completion.
    CSV;

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
        if (word.equals("parquet")) {
            throw new ExpectedException("format", "Fettle writes no Parquet.",
                    "Export trl or openai-chat: trainers that read Parquet read JSON lines as well, and"
                            + " `datasets` turns them into Parquet.");
        }
        throw new ExpectedException("format", "There is no format `" + word + "`.", "Formats are "
                + String.join(", ", List.of(values()).stream().map(Format::word).toList()) + ".");
    }

    /// What the names of the rows' files end in.
    public String ending() {
        return this == CSV ? ".csv" : ".jsonl";
    }

    /// What stands before the rows.
    String head() {
        return this == CSV ? CsvLine.HEAD : "";
    }

    /// The row's line, with its end.
    String text(ObjectNode row) {
        return (this == CSV ? CsvLine.of(row) : BodyJson.write(row)) + "\n";
    }

    /// The row in this format. `type` says what TRL is to read; other formats do not ask.
    public Line line(Example example, Trl type) {
        ObjectNode body = example.body();
        return switch (this) {
            case OPENAI_CHAT -> chat(body);
            case PROMPT_COMPLETION -> pair(body, "completion");
            case PROMPT_RESPONSE -> pair(body, "response");
            case OPENAI_DPO -> {
                Preference preference = Preference.of(example);
                yield new Line(preference.row(), preference.reason(), Set.of());
            }
            case ALPACA -> shaped(body, Alpaca::write);
            case SHAREGPT -> shaped(body, ShareGpt::write);
            case TRL -> trl(body, type);
            case KTO -> kto(body);
            case CSV -> pair(body, "completion");
        };
    }

    /// A row as it is written.
    ///
    /// @param json empty when the format cannot hold it
    /// @param reason why it cannot, the end of a sentence that begins with the row; empty when it can
    /// @param without parts of it that were left out, such as "weights"
    public record Line(Optional<ObjectNode> json, String reason, Set<String> without) {

        static Line of(ObjectNode json, Set<String> without) {
            return new Line(Optional.of(json), "", without);
        }

        static Line none(String reason) {
            return new Line(Optional.empty(), reason, Set.of());
        }
    }

    private interface Writer {

        Written write(ObjectNode body) throws Refused;
    }

    private static Line shaped(ObjectNode body, Writer writer) {
        try {
            Written written = writer.write(body);
            return Line.of(written.row(), written.without());
        } catch (Refused why) {
            return Line.none(why.getMessage());
        }
    }

    /// Without what only preferences and labels have.
    private static Line chat(ObjectNode body) {
        boolean pair = body.path(Pairs.REJECTED).isArray();
        boolean label = body.path("label").isBoolean();
        if (!pair && !label && !body.has(RawForm.KEY)) {
            return Line.of(body, Set.of());
        }
        ObjectNode row = body.deepCopy();
        row.remove(RawForm.KEY);
        if (pair) {
            row.remove(Pairs.REJECTED);
        }
        if (label) {
            row.remove("label");
        }
        return Line.of(row, rated(body));
    }

    private static Set<String> rated(ObjectNode body) {
        var without = new LinkedHashSet<String>();
        if (!Pairs.rejected(body).isEmpty()) {
            without.add("rejected answers");
        }
        if (body.path("label").isBoolean()) {
            without.add("labels");
        }
        return without;
    }

    private static Line pair(ObjectNode body, String answerKey) {
        List<Turn> turns = Turn.of(body);
        boolean system = turns.size() == 3 && turns.getFirst().role().equals("system");
        List<Turn> pair = system ? turns.subList(1, 3) : turns;
        if (pair.size() != 2 || !pair.getFirst().role().equals("user")
                || !pair.getLast().role().equals("assistant")) {
            return Line.none("is not one question and one answer");
        }
        ObjectNode row = BodyJson.mapper().createObjectNode();
        if (system) {
            row.put("system", turns.getFirst().text());
        }
        return Line.of(row.put("prompt", pair.getFirst().text()).put(answerKey, pair.getLast().text()), rated(body));
    }

    private static Line trl(ObjectNode body, Trl type) {
        Set<String> without = new LinkedHashSet<>(rated(body));
        without.remove(type == Trl.PREFERENCE ? "rejected answers" : type == Trl.UNPAIRED ? "labels" : "");
        return type.write(body).map(row -> Line.of(row, without)).orElseGet(() -> Line.none(switch (type) {
            case PREFERENCE -> "is no pair of answers, as most of the others are";
            case UNPAIRED -> "has no label, as most of the others have";
            case PROMPT_COMPLETION, LANGUAGE_MODELLING -> "does not end with an answer";
        }));
    }

    private static Line kto(ObjectNode body) {
        if (!body.path("label").isBoolean()) {
            return Line.none("has no label that says whether its answer is wanted");
        }
        ObjectNode row = body.deepCopy();
        row.remove(List.of(RawForm.KEY, Pairs.REJECTED));
        return Line.of(row, Pairs.rejected(body).isEmpty() ? Set.of() : Set.of("rejected answers"));
    }
}
