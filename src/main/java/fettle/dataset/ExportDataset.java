package fettle.dataset;

import fettle.dataset.Export.LeftOut;
import fettle.dataset.Export.Without;
import fettle.dataset.Export.WrittenFile;
import fettle.example.ExampleQuery;
import fettle.example.ExampleRow.Side;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import fettle.example.shape.Trl;
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
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes the rows as files that a trainer reads, in import order, with a manifest and a card. Without a split all go to
/// `train.jsonl`; with one `validation.jsonl` gets its side, and what is on neither side is trained; tables end in `.csv`.
/// UTF-8 without a mark, each line ends in `\n`.
public final class ExportDataset implements Work<Export> {

    private static final String TRAIN = "train";
    private static final String VALIDATION = "validation";

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
        var rows = new Rows(format == Format.TRL ? usualType(progress) : Trl.LANGUAGE_MODELLING);
        var written = new ArrayList<WrittenFile>();
        written.add(write(TRAIN, split, rows, progress));
        if (split) {
            written.add(write(VALIDATION, split, rows, progress));
        } else {
            files.remove(VALIDATION + format.ending());
        }
        if (written.stream().mapToInt(WrittenFile::rows).sum() == 0) {
            throw new ExpectedException("empty", "No row was left to write in the format " + format.word() + ".",
                    format == Format.OPENAI_DPO
                            ? "A pair needs an answer that was edited by hand. Edit some, or choose openai-chat."
                            : "Choose the format openai-chat, or fewer conditions.");
        }
        var export = new Export(List.copyOf(written), List.copyOf(rows.leftOut), List.copyOf(rows.without.values()));
        text("manifest.json", card.manifest(export, format));
        text("README.md", card.readme(export, format));
        return export;
    }

    /// The type that at least half of the rows are; when all are answers alone, the widest that any needs.
    private Trl usualType(Progress progress) throws IOException, InterruptedException {
        var counts = new EnumMap<Trl, Integer>(Trl.class);
        KeptRow.each(examples, query, progress, row -> counts.merge(Trl.of(row.example().body()), 1, Integer::sum));
        int half = (counts.values().stream().mapToInt(Integer::intValue).sum() + 1) / 2;
        for (Trl rated : List.of(Trl.PREFERENCE, Trl.UNPAIRED)) {
            if (counts.getOrDefault(rated, 0) >= half) {
                return rated;
            }
        }
        return counts.containsKey(Trl.LANGUAGE_MODELLING) ? Trl.LANGUAGE_MODELLING : Trl.PROMPT_COMPLETION;
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

    private WrittenFile write(String side, boolean split, Rows rows, Progress progress)
            throws IOException, InterruptedException {
        var tally = new Tally();
        String name = side + format.ending();
        files.write(name, out -> {
            var counted = new DigestOutputStream(out, tally.digest);
            put(format.head(), counted, tally);
            KeptRow.each(examples, query, progress, row -> {
                if (!split || (row.side() == Side.VALIDATION) == side.equals(VALIDATION)) {
                    write(row, counted, tally, rows);
                }
            });
        });
        return new WrittenFile(name, tally.rows, tally.bytes, HexFormat.of().formatHex(tally.digest.digest()));
    }

    private void write(KeptRow row, OutputStream out, Tally tally, Rows rows) throws IOException {
        Format.Line line = format.line(row.example(), rows.type);
        long id = row.example().id();
        if (line.json().isEmpty()) {
            rows.leftOut.add(new LeftOut(id, "Row " + id + " " + line.reason() + "."));
            return;
        }
        line.without().forEach(what -> rows.without.merge(what, new Without(what, 1, id),
                (one, _) -> new Without(what, one.rows() + 1, one.firstId())));
        put(format.text(line.json().get()), out, tally);
        tally.rows++;
    }

    private static void put(String text, OutputStream out, Tally tally) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes);
        tally.bytes += bytes.length;
    }

    /// What is known of the rows while they are written.
    private static final class Rows {

        private final Trl type;
        private final List<LeftOut> leftOut = new ArrayList<>();
        private final Map<String, Without> without = new LinkedHashMap<>();

        Rows(Trl type) {
            this.type = type;
        }
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
