package fettle.engine.train;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Where a training stands, apart from weights and moments. The order of the rows and the random numbers follow from the
/// seed and the step.
///
/// @param step optimiser steps made
/// @param total optimiser steps in all
/// @param tokens seen so far, padding left out
/// @param seconds of training so far
/// @param rows training rows; other rows cannot go on from here
/// @param trainedTokens of one epoch
public record TrainingState(int step, int total, long tokens, double seconds, int rows, long trainedTokens) {

    private static final int FORMAT = 1;

    ObjectNode toJson() {
        return JsonMapper.shared().createObjectNode().put("format", FORMAT).put("global_step", step)
                .put("max_steps", total).put("tokens", tokens).put("seconds", seconds).put("train_rows", rows)
                .put("trained_tokens", trainedTokens);
    }

    static TrainingState of(JsonNode json) {
        return new TrainingState(json.path("global_step").asInt(0), json.path("max_steps").asInt(0),
                json.path("tokens").asLong(0), json.path("seconds").asDouble(0), json.path("train_rows").asInt(0),
                json.path("trained_tokens").asLong(0));
    }

    boolean fits(TrainingState other) {
        return total == other.total && rows == other.rows && trainedTokens == other.trainedTokens;
    }
}
