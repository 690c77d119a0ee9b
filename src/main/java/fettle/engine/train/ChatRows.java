package fettle.engine.train;

import fettle.tuning.supervision.Coding;
import fettle.tuning.supervision.TrainingRow;
import fettle.tuning.supervision.TrainingText;
import fettle.engine.hf.ModelFolder;
import fettle.example.Turn;
import fettle.job.ExpectedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads conversations (OpenAI chat JSONL) as rows to learn from, by [TrainingText].
///
/// @param assistantOnly learn what the assistant says and the token that ends its turn; else everything
/// @param longest tokens of a row; the rest is cut off
public record ChatRows(ModelFolder model, boolean assistantOnly, int longest) {

    /// @param rows those that teach something
    /// @param empty 1-based lines of those that teach nothing: no trained message, or all of it cut off
    public record Read(List<TrainingRow> rows, List<Integer> empty) {}

    public Read read(Path jsonl) throws IOException {
        var rows = new ArrayList<TrainingRow>();
        var empty = new ArrayList<Integer>();
        try (BufferedReader lines = Files.newBufferedReader(jsonl)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                TrainingRow row = row(turns(line, jsonl, number)).cut(Math.min(longest, model.config().positions()));
                if (row.trainedTokens() == 0) {
                    empty.add(number);
                } else {
                    rows.add(row);
                }
            }
        }
        return new Read(List.copyOf(rows), List.copyOf(empty));
    }

    private static List<Turn> turns(String line, Path file, int number) throws ExpectedException {
        try {
            JsonNode body = JsonMapper.shared().readTree(line);
            if (body.path("messages").isArray()) {
                return Turn.of(body);
            }
        } catch (JacksonException _) {
            // told below
        }
        throw new ExpectedException("bad-input", "Line " + number + " of " + file + " is not a chat row.",
                "Export the dataset again as openai-chat.");
    }

    /// One conversation.
    TrainingRow row(List<Turn> turns) throws ExpectedException {
        return TrainingText.of(model.chat(), turns, assistantOnly).row(Coding.of(model.tokenizer()));
    }
}
