package fettle.engine.train;

import fettle.tuning.supervision.TrainingRow;
import fettle.token.bpe.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Plain texts as rows of one length, for making a base model: all texts in one stream, an end mark between two, cut into
/// windows that share one token, so that each token is learned once.
public final class TextRows {

    private TextRows() {}

    /// Reads UTF-8 files; a row has at most `length` tokens.
    public static List<TrainingRow> read(List<Path> texts, Tokenizer tokenizer, int length) throws IOException {
        int end = tokenizer.idOf("<|endoftext|>").orElse(0);
        var stream = IntStream.builder().add(end);
        for (Path text : texts) {
            IntStream.of(tokenizer.encodeOrdinary(Files.readString(text))).forEach(stream::add);
            stream.add(end);
        }
        int[] ids = stream.build().toArray();
        var rows = new ArrayList<TrainingRow>();
        for (int at = 0; at + 1 < ids.length; at += length - 1) {
            rows.add(TrainingRow.whole(Arrays.copyOfRange(ids, at, Math.min(ids.length, at + length))));
        }
        return List.copyOf(rows);
    }
}
