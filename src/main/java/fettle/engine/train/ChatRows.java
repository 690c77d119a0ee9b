package fettle.engine.train;

import fettle.engine.hf.ModelFolder;
import fettle.example.Turn;
import fettle.job.ExpectedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads conversations (OpenAI chat JSONL) as rows to learn from. Each stretch of text is encoded by itself, as it is when
/// the model answers: what stands before an answer never joins into one token with it.
///
/// @param assistantOnly learn what the assistant says and the token that ends its turn; else everything
/// @param longest tokens of a row; the rest is cut off
public record ChatRows(ModelFolder model, boolean assistantOnly, int longest) {

    /// @param rows those that teach something
    /// @param empty 1-based lines of those that teach nothing: no trained message, or all of it cut off
    public record Read(List<Row> rows, List<Integer> empty) {}

    public Read read(Path jsonl) throws IOException {
        var rows = new ArrayList<Row>();
        var empty = new ArrayList<Integer>();
        try (BufferedReader lines = Files.newBufferedReader(jsonl)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                Row row = row(turns(line, jsonl, number)).cut(Math.min(longest, model.config().positions()));
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
    Row row(List<Turn> turns) throws ExpectedException {
        String text = model.chat().render(turns, false);
        var row = new Builder();
        if (!assistantOnly) {
            row.add(text, true);
            return row.build();
        }
        int at = 0;
        for (int turn = 0; turn < turns.size(); turn++) {
            if (turns.get(turn).trained()) {
                Span span = span(turns, turn, text);
                row.add(text.substring(at, span.start()), false);
                row.add(text.substring(span.start(), span.end()), true);
                at = span.end();
            }
        }
        row.add(text.substring(at), false);
        return row.build();
    }

    private record Span(int start, int end) {}

    /// Where the assistant's words of one turn lie in `text`, with the mark that ends them.
    private Span span(List<Turn> turns, int turn, String text) throws ExpectedException {
        String upTo = model.chat().render(turns.subList(0, turn + 1), false);
        String words = turns.get(turn).text();
        int start = start(turns, turn, upTo).orElse(upTo.lastIndexOf(words));
        if (!text.startsWith(upTo) || start < 0) {
            throw new ExpectedException("bad-template",
                    "The chat template writes earlier messages otherwise when later ones follow, so the assistant's words "
                            + "cannot be found in its text.",
                    "Set assistant_only_loss to false, or choose another base model.");
        }
        String marked = upTo.stripTrailing();
        boolean hasEndMark = marked.length() >= start && !marked.substring(start).endsWith(words.strip());
        return new Span(start, hasEndMark ? marked.length() : upTo.length());
    }

    /// The length of the text before the assistant speaks; empty when the template does not end there.
    private Optional<Integer> start(List<Turn> turns, int turn, String upTo) throws ExpectedException {
        if (turn == 0) {
            return Optional.empty(); // templates may refuse a conversation of nothing
        }
        String before = model.chat().render(turns.subList(0, turn), true);
        return upTo.startsWith(before) ? Optional.of(before.length()) : Optional.empty();
    }

    private final class Builder {

        private final List<int[]> pieces = new ArrayList<>();
        private final BitSet trained = new BitSet();
        private int length;

        void add(String text, boolean learned) {
            int[] ids = model.tokenizer().encode(text);
            pieces.add(ids);
            trained.set(length, length + ids.length, learned);
            length += ids.length;
        }

        Row build() {
            return new Row(pieces.stream().flatMapToInt(IntStream::of).toArray(), trained);
        }
    }
}
