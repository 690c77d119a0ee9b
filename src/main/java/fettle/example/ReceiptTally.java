package fettle.example;

import fettle.example.Receipt.Counts;
import fettle.example.Receipt.Problem;
import fettle.example.Receipt.Repeat;
import fettle.example.RowReader.Fault;
import fettle.example.RowReader.RawRow;
import fettle.source.Skipped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Counts what an import does: of one file, and through it of all.
final class ReceiptTally {

    private final Optional<ReceiptTally> whole;
    private final String file;
    private final Set<String> shapes = new LinkedHashSet<>();
    private final List<String> evidence = new ArrayList<>();
    private final Set<String> encodings = new LinkedHashSet<>();
    private final Set<String> unused = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private final KindTally kinds = new KindTally();
    private final List<Repeat> repeats = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private int furtherProblems;
    private int kept;
    private int examples;
    private int repaired;
    private int repairable;
    private int refused;
    private int duplicates;

    private ReceiptTally(Optional<ReceiptTally> whole, String file) {
        this.whole = whole;
        this.file = file;
    }

    static ReceiptTally ofAll() {
        return new ReceiptTally(Optional.empty(), "");
    }

    /// Of one file: what it is told, this is told too.
    ReceiptTally of(String name) {
        return new ReceiptTally(Optional.of(this), name);
    }

    /// `left` are the columns or keys that nothing is made from.
    void begin(String shape, String why, String encoding, List<String> left) {
        whole.ifPresent(all -> all.begin(shape, why, encoding, left));
        shapes.add(shape);
        evidence.add(why);
        encodings.add(encoding);
        unused.addAll(left);
    }

    /// Columns or keys met on the way that nothing is made from.
    void unused(List<String> left) {
        whole.ifPresent(all -> all.unused(left));
        unused.addAll(left);
    }

    /// `records` are those that the row holds, mostly one.
    void kept(RawRow raw, List<Fault> faults, int records, int made) {
        whole.ifPresent(all -> all.count(faults, records, made));
        count(faults, records, made);
        tell(raw, faults);
    }

    private void count(List<Fault> faults, int records, int made) {
        kept += records;
        examples += made;
        repaired += faults.stream().anyMatch(Fault::repaired) ? 1 : 0;
    }

    void refused(RawRow raw, List<Fault> faults) {
        whole.ifPresent(all -> all.refused++);
        refused++;
        tell(raw, faults);
        if (!faults.isEmpty()) {
            String kind = faults.getLast().kind();
            whole.ifPresent(all -> all.kinds.refused(kind));
            kinds.refused(kind);
        }
        if (skipped.size() < Receipt.MOST_PROBLEMS) {
            skipped.add(new Skipped("line " + raw.line(), faults.isEmpty() ? "" : faults.getLast().message()));
        }
    }

    private void tell(RawRow raw, List<Fault> faults) {
        boolean mendable = false;
        for (Fault fault : faults) {
            Problem problem = problem(fault, raw.row());
            problem(problem);
            mendable |= problem.isRepairable();
        }
        if (mendable) {
            whole.ifPresent(all -> all.repairable++);
            repairable++;
        }
    }

    /// An example of that row, whose question begins with `words`, repeats an earlier one.
    void repeats(RawRow raw, Supplier<String> words) {
        whole.ifPresent(all -> all.duplicates++);
        duplicates++;
        if (repeats.size() < Receipt.MOST_REPEATS) {
            var repeat = new Repeat(file, raw.line(), raw.row(), words.get());
            repeats.add(repeat);
            whole.filter(all -> all.repeats.size() < Receipt.MOST_REPEATS).ifPresent(all -> all.repeats.add(repeat));
        }
    }

    /// Something is wrong with the file as a whole.
    void fault(Fault fault) {
        problem(problem(fault, 0));
    }

    private void problem(Problem problem) {
        whole.ifPresent(all -> all.problem(problem));
        kinds.add(problem);
        if (problems.size() < Receipt.MOST_PROBLEMS) {
            problems.add(problem);
        } else {
            furtherProblems++;
        }
    }

    private Problem problem(Fault fault, int row) {
        return new Problem(file, fault.line(), fault.column(), row, fault.kind(), fault.message(), fault.repair(),
                fault.repaired(), fault.before(), fault.after());
    }

    int read() {
        return kept + refused;
    }

    int examples() {
        return examples;
    }

    List<Skipped> skipped() {
        return List.copyOf(skipped);
    }

    Receipt receipt() {
        return new Receipt(new Counts(kept, examples, repaired, repairable, refused, duplicates),
                String.join(", ", shapes), String.join("\n", evidence), String.join(", ", encodings),
                List.copyOf(unused), problems, furtherProblems, kinds.kinds(), repeats);
    }
}
