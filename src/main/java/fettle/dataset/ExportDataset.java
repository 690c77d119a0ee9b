package fettle.dataset;

import fettle.dataset.Export.LeftOut;
import fettle.dataset.Export.WrittenFile;
import fettle.example.BodyJson;
import fettle.example.ExampleQuery;
import fettle.example.ExampleRow.Side;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.job.Work;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Writes the rows as files that a trainer reads, in import order, with a manifest and a card. Without a split all go to
/// `train.jsonl`; with one `validation.jsonl` gets its side, and what is on neither side is trained. UTF-8 without a mark,
/// each line ends in `\n`.
public final class ExportDataset implements Work<Export> {

    private static final String TRAIN = "train.jsonl";
    private static final String VALIDATION = "validation.jsonl";

    private final ExampleStore examples;
    private final ExampleQuery query;
    private final Format format;
    private final DatasetFiles files;
    private final DatasetCard card;

    /// `query` says which rows; [ExampleQuery#KEPT] for all that are not rejected.
    public ExportDataset(ExampleStore examples, ExampleQuery query, Format format, DatasetFiles files,
            DatasetCard card) {
        this.examples = examples;
        this.query = query;
        this.format = format;
        this.files = files;
        this.card = card;
    }

    @Override
    public Export run(Progress progress) throws IOException, InterruptedException {
        boolean split = hasValidation();
        var leftOut = new ArrayList<LeftOut>();
        var written = new ArrayList<WrittenFile>();
        written.add(write(TRAIN, split, leftOut, progress));
        if (split) {
            written.add(write(VALIDATION, split, leftOut, progress));
        } else {
            files.remove(VALIDATION);
        }
        if (written.stream().mapToInt(WrittenFile::rows).sum() == 0) {
            throw new ExpectedException("empty", "No row was left to write in the format " + format.word() + ".",
                    format == Format.OPENAI_DPO
                            ? "A pair needs an answer that was edited by hand. Edit some, or choose openai-chat."
                            : "Choose the format openai-chat, or fewer conditions.");
        }
        var export = new Export(List.copyOf(written), List.copyOf(leftOut));
        text("manifest.json", card.manifest(export, format));
        text("README.md", card.readme(export, format));
        return export;
    }

    private boolean hasValidation() throws IOException {
        ExampleView view = examples.view(query);
        if (view.size() == 0) {
            throw new ExpectedException("empty", "There are no rows to write.",
                    "Bring examples in first, or take rows back from the rejected ones.");
        }
        for (int i = 0; i < view.size(); i++) {
            if (view.row(i).split() == Side.VALIDATION) {
                return true;
            }
        }
        return false;
    }

    private WrittenFile write(String name, boolean split, List<LeftOut> leftOut, Progress progress)
            throws IOException, InterruptedException {
        var tally = new Tally();
        files.write(name, out -> {
            var counted = new DigestOutputStream(out, tally.digest);
            KeptRow.each(examples, query, progress, row -> {
                if (!split || (row.side() == Side.VALIDATION) == name.equals(VALIDATION)) {
                    write(row, counted, tally, leftOut);
                }
            });
        });
        return new WrittenFile(name, tally.rows, tally.bytes, HexFormat.of().formatHex(tally.digest.digest()));
    }

    private void write(KeptRow row, OutputStream out, Tally tally, List<LeftOut> leftOut) throws IOException {
        Format.Line line = format.line(row.example());
        if (line.json().isEmpty()) {
            leftOut.add(new LeftOut(row.example().id(), "Row " + row.example().id() + " " + line.reason() + "."));
            return;
        }
        byte[] bytes = (BodyJson.write(line.json().get()) + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(bytes);
        tally.rows++;
        tally.bytes += bytes.length;
    }

    private void text(String name, String text) throws IOException, InterruptedException {
        files.write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static final class Tally {

        private final MessageDigest digest = sha256();
        private int rows;
        private long bytes;

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("Every Java has SHA-256.", impossible);
            }
        }
    }
}
