package fettle.model;

import fettle.tuning.Recipe;

/// How a tuned model came to be. Stands in `models/<id>/lineage.json`.
///
/// @param base id of the model it was tuned from
/// @param tuning id of the tuning
/// @param project the project's name
/// @param release name of the dataset release, such as "v1"
/// @param trainSha256 hex digest of the release's train.jsonl
/// @param trainLoss of the last step, in nats per token
/// @param validationLoss the last one, in nats per token; NaN without validation rows
public record Lineage(String base, String tuning, String project, String release, String trainSha256, int steps,
        Recipe recipe, double trainLoss, double validationLoss) {}
