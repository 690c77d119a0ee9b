package fettle.cli;

import fettle.tuning.Recipe;
import fettle.tuning.Tuning;
import fettle.tuning.TuningEvent;
import fettle.tuning.TuningEvent.CheckpointSaved;
import fettle.tuning.TuningEvent.Ended;
import fettle.tuning.TuningEvent.Started;
import fettle.tuning.TuningEvent.Stepped;
import fettle.tuning.TuningEvent.Validated;
import fettle.tuning.TuningStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Tunings in the words of OpenAI's fine-tuning objects.
final class TuningObjects {

    private TuningObjects() {}

    /// "paused" is OpenAI's word for what was stopped and can go on.
    static String status(Tuning tuning) {
        return tuning.status() == TuningStatus.STOPPED
                ? "paused"
                : tuning.status().name().toLowerCase(Locale.ROOT);
    }

    static void job(Tuning tuning, List<TuningEvent> events, ObjectNode json) {
        Recipe recipe = tuning.recipe();
        json.put("object", "fine_tuning.job").put("id", tuning.id()).put("model", tuning.base())
                .put("created_at", tuning.startedMillis() / 1000).put("status", status(tuning))
                .put("fine_tuned_model", tuning.model().orElse(null)).put("training_file", tuning.release());
        json.putObject("hyperparameters").put("n_epochs", recipe.numTrainEpochs())
                .put("batch_size", recipe.perDeviceTrainBatchSize() * recipe.gradientAccumulationSteps())
                .put("learning_rate", recipe.learningRate());
        json.put("seed", recipe.seed()).put("message", tuning.message());
        if (tuning.status() == TuningStatus.FAILED) {
            json.putObject("error").put("code", "failed").put("message", tuning.message());
        } else {
            json.putNull("error");
        }
        events.stream().filter(Started.class::isInstance).map(Started.class::cast).reduce((_, last) -> last)
                .ifPresent(started -> json.put("trained_tokens", started.trainedTokens()));
    }

    static void events(String id, List<TuningEvent> events, ArrayNode data, Report report) {
        int number = 0;
        for (TuningEvent event : events) {
            String message = message(event);
            ObjectNode json = data.addObject().put("object", "fine_tuning.job.event").put("id", id + "-" + ++number)
                    .put("level", "info").put("message", message);
            boolean metrics = event instanceof Stepped || event instanceof Validated;
            json.put("type", metrics ? "metrics" : "message");
            if (metrics) {
                measured(event, json.putObject("data"));
            }
            report.say(message);
        }
    }

    private static void measured(TuningEvent event, ObjectNode data) {
        if (event instanceof Stepped step) {
            data.put("step", step.step()).put("total_steps", step.totalSteps());
            Numbers.put(data, "train_loss", step.loss());
            Numbers.put(data, "learning_rate", step.learningRate());
        } else if (event instanceof Validated validated) {
            data.put("step", validated.step());
            Numbers.put(data, "valid_loss", validated.loss());
            Numbers.put(data, "valid_mean_token_accuracy", validated.tokenAccuracy());
        }
    }

    private static String message(TuningEvent event) {
        return switch (event) {
            case Started started -> "Started: " + started.trainRows() + " rows, " + started.totalSteps() + " steps";
            case Stepped step -> String.format(Locale.ROOT, "Step %d/%d: training loss=%.4f", step.step(),
                    step.totalSteps(), step.loss());
            case Validated validated -> String.format(Locale.ROOT, "Step %d: validation loss=%.4f", validated.step(),
                    validated.loss());
            case CheckpointSaved saved -> "Checkpoint " + saved.folder() + " saved";
            case Ended ended -> ended.message();
        };
    }

    static void checkpoints(String id, List<TuningEvent> events, ArrayNode data, Report report) {
        for (TuningEvent event : events) {
            if (event instanceof CheckpointSaved saved) {
                data.addObject().put("object", "fine_tuning.job.checkpoint").put("id", saved.folder())
                        .put("fine_tuning_job_id", id).put("step_number", saved.step());
                report.say("%-24s step %d", saved.folder(), saved.step());
            }
        }
    }

    /// OpenAI's table: one line a step, empty where nothing was measured.
    static String csv(List<TuningEvent> events) {
        Map<Integer, String[]> rows = new TreeMap<>();
        for (TuningEvent event : events) {
            if (event instanceof Stepped step) {
                row(rows, step.step())[0] = number(step.loss());
            } else if (event instanceof Validated validated) {
                row(rows, validated.step())[1] = number(validated.loss());
                row(rows, validated.step())[2] = number(validated.tokenAccuracy());
            }
        }
        var table = new StringBuilder("step,train_loss,valid_loss,valid_mean_token_accuracy\n");
        rows.forEach((step, cells) -> table.append(step).append(',').append(String.join(",", cells)).append('\n'));
        return table.toString();
    }

    private static String[] row(Map<Integer, String[]> rows, int step) {
        return rows.computeIfAbsent(step, _ -> new String[]{"", "", ""});
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.6f", value) : "";
    }
}
