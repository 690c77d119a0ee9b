package fettle.example;

import fettle.example.Example.Origin;
import fettle.example.RowReader.Fault;
import fettle.example.RowReader.RawRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one file's rows: shapes each, looks it through, counts it, and hands it on.
final class FilePass {

    private static final int WORDS = 80;

    private final FileHead head;
    private final RepairKinds repairs;
    private final RowTaker taker;
    private final ReceiptTally tally;
    private final Pace pace;
    private String sourceId = "";

    FilePass(FileHead head, RepairKinds repairs, RowTaker taker, ReceiptTally tally, Pace pace) {
        this.head = head;
        this.repairs = repairs;
        this.taker = taker;
        this.tally = tally;
        this.pace = pace;
    }

    /// What the taker of the rows could not do.
    static final class TakerFailed extends IOException {

        private final IOException why;

        TakerFailed(IOException why) {
            super(why);
            this.why = why;
        }

        IOException why() {
            return why;
        }
    }

    /// Reads at most `most` rows.
    void run(long most) throws IOException, InterruptedException {
        sourceId = told(() -> taker.begin(head, tally));
        boolean whole = false;
        try {
            if (head.problem().isPresent()) {
                tally.fault(head.problem().get());
            } else {
                tally.begin(head.recognition().shape().word(), head.evidence(), head.rows().encoding(),
                        head.unused());
                whole = rows(most);
            }
        } catch (InterruptedException stopped) {
            tally.fault(Fault.of(0, 0, "stopped", "Stopped after " + tally.read() + " rows of " + head.name()
                    + "; the rest was not read."));
            throw stopped;
        } finally {
            end(whole);
        }
    }

    private void end(boolean whole) throws IOException {
        told(() -> {
            taker.end(head, tally, whole);
            return tally;
        });
    }

    /// Whether these were all.
    private boolean rows(long most) throws IOException, InterruptedException {
        var shaper = new RowShaper(head.recognition(), repairs);
        long read = 0;
        for (RawRow row : head.sample()) {
            if (read++ < most) {
                row(row, shaper);
            }
        }
        boolean whole = false;
        while (read++ < most && !whole) {
            Optional<RawRow> row = head.rows().next();
            whole = row.isEmpty();
            if (row.isPresent()) {
                row(row.get(), shaper);
                pace.row(head.rows());
            }
        }
        for (RowShaper.Late late : shaper.end()) {
            row(late.raw(), late.shaped());
        }
        tally.unused(shaper.unused());
        return whole;
    }

    private void row(RawRow raw, RowShaper shaper) throws IOException {
        if (raw.value().isEmpty()) {
            row(raw, new RowShaper.Shaped(List.of(), List.of()));
            return;
        }
        RowShaper.Shaped shaped = shaper.shape(raw.value().get(), raw);
        if (!shaped.held()) {
            row(raw, shaped);
        }
    }

    private void row(RawRow raw, RowShaper.Shaped shaped) throws IOException {
        var faults = new ArrayList<Fault>(raw.faults());
        faults.addAll(shaped.faults());
        var examples = new ArrayList<NewExample>();
        for (RowShaper.Made made : shaped.made()) {
            examples.add(example(made, raw, faults));
        }
        for (NewExample example : examples) {
            if (told(() -> taker.take(example))) {
                tally.repeats(raw, () -> words(example));
            }
        }
        if (examples.isEmpty()) {
            tally.refused(raw, faults);
        } else {
            tally.kept(raw, faults, shaped.records(), examples.size());
        }
        told(() -> {
            taker.done(raw, examples, faults);
            return examples;
        });
    }

    /// Adds to `faults` what is wrong with this one.
    private NewExample example(RowShaper.Made made, RawRow raw, List<Fault> faults) {
        faults.addAll(new BodyReview(raw.line(), repairs).review(made.body(), made.json()));
        var origin = new Origin(head.name(), sourceId, raw.line(), "", "", "", "");
        boolean same = made.json().isPresent() && faults.stream().noneMatch(Fault::repaired);
        return same
                ? new NewExample(made.body(), made.json().get(), made.tags(), origin)
                : new NewExample(made.body(), made.tags(), origin);
    }

    private static String words(NewExample example) {
        String question = Turn.of(example.body()).stream().filter(turn -> turn.role().equals("user")).findFirst()
                .map(Turn::text).orElse("");
        int end = Math.min(question.length(), WORDS);
        return question.substring(0, end).replace('\n', ' ') + (end < question.length() ? "…" : "");
    }

    /// Tells the taker's failures from those of the file.
    private static <T> T told(Telling<T> telling) throws TakerFailed {
        try {
            return telling.run();
        } catch (IOException why) {
            throw new TakerFailed(why);
        }
    }

    private interface Telling<T> {

        T run() throws IOException;
    }
}
