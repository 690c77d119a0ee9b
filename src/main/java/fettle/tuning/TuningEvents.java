package fettle.tuning;

import fettle.tuning.TuningEvent.CheckpointSaved;
import fettle.tuning.TuningEvent.Ended;
import fettle.tuning.TuningEvent.Started;
import fettle.tuning.TuningEvent.Stepped;
import fettle.tuning.TuningEvent.Validated;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Tuning events as the lines of `metrics.jsonl`: `{"event":"stepped","step":1,…}`, keys named as the records' parts. A
/// number that is not finite is `null`, and comes back as NaN.
public final class TuningEvents {

    private static final JsonMapper JSON = JsonMapper.shared();

    private TuningEvents() {}

    /// One line, without its end.
    public static String toJson(TuningEvent event) {
        ObjectNode line = JSON.createObjectNode();
        switch (event) {
            case Started started -> line.put("event", "started").put("totalSteps", started.totalSteps())
                    .put("trainRows", started.trainRows()).put("validationRows", started.validationRows())
                    .put("trainedTokens", started.trainedTokens()).put("parameters", started.parameters());
            case Stepped stepped -> write(stepped, line.put("event", "stepped"));
            case Validated validated -> {
                line.put("event", "validated").put("step", validated.step());
                number(line, "loss", validated.loss());
                number(line, "tokenAccuracy", validated.tokenAccuracy());
            }
            case CheckpointSaved saved -> line.put("event", "checkpoint").put("step", saved.step())
                    .put("folder", saved.folder());
            case Ended ended -> line.put("event", "ended")
                    .put("status", ended.status().name().toLowerCase(Locale.ROOT)).put("message", ended.message());
        }
        return JSON.writeValueAsString(line);
    }

    /// The event of one line; empty when the line is not one, such as a half-written last line.
    public static Optional<TuningEvent> fromJson(String line) {
        try {
            return Optional.ofNullable(JSON.readTree(line)).flatMap(TuningEvents::fromJson);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static Optional<TuningEvent> fromJson(JsonNode line) {
        return switch (line.path("event").asString("")) {
            case "started" -> Optional.of(new Started(line.path("totalSteps").asInt(0),
                    line.path("trainRows").asInt(0), line.path("validationRows").asInt(0),
                    line.path("trainedTokens").asLong(0), line.path("parameters").asLong(0)));
            case "stepped" -> Optional.of(stepped(line));
            case "validated" -> Optional.of(new Validated(line.path("step").asInt(0), number(line, "loss"),
                    number(line, "tokenAccuracy")));
            case "checkpoint" -> Optional.of(new CheckpointSaved(line.path("step").asInt(0),
                    line.path("folder").asString("")));
            case "ended" -> status(line.path("status").asString(""))
                    .map(status -> new Ended(status, line.path("message").asString("")));
            default -> Optional.empty();
        };
    }

    private static void write(Stepped stepped, ObjectNode line) {
        line.put("step", stepped.step()).put("totalSteps", stepped.totalSteps());
        number(line, "epoch", stepped.epoch());
        number(line, "loss", stepped.loss());
        number(line, "learningRate", stepped.learningRate());
        number(line, "gradNorm", stepped.gradNorm());
        line.put("tokens", stepped.tokens());
        number(line, "tokensPerSecond", stepped.tokensPerSecond());
        number(line, "seconds", stepped.seconds());
    }

    private static Stepped stepped(JsonNode line) {
        return new Stepped(line.path("step").asInt(0), line.path("totalSteps").asInt(0), number(line, "epoch"),
                number(line, "loss"), number(line, "learningRate"), number(line, "gradNorm"),
                line.path("tokens").asLong(0), number(line, "tokensPerSecond"), number(line, "seconds"));
    }

    private static Optional<TuningStatus> status(String word) {
        for (TuningStatus status : TuningStatus.values()) {
            if (status.name().equalsIgnoreCase(word)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    private static void number(ObjectNode line, String key, double value) {
        if (Double.isFinite(value)) {
            line.put(key, value);
        } else {
            line.putNull(key);
        }
    }

    private static double number(JsonNode line, String key) {
        JsonNode value = line.path(key);
        return value.isNumber() ? value.doubleValue() : Double.NaN;
    }
}
