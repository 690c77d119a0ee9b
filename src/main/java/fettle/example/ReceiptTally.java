package fettle.example;

import fettle.example.Receipt.Problem;
import fettle.example.RowReader.Fault;
import fettle.example.RowReader.RawRow;
import fettle.example.RowReader.RowFile;
import fettle.source.Skipped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Counts what an import does.
final class ReceiptTally {

    private final Set<String> shapes = new LinkedHashSet<>();
    private final List<String> evidence = new ArrayList<>();
    private final Set<String> encodings = new LinkedHashSet<>();
    private final Set<String> unused = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private int furtherProblems;
    private int kept;
    private int repaired;
    private int refused;
    private int duplicates;
    private String file = "";
    private int earlierKept;
    private int earlierRead;

    /// `known` are the columns or keys of the file.
    void begin(String name, RowFile rows, Recognition recognition, List<String> known) {
        file = name;
        earlierKept = kept;
        earlierRead = kept + refused;
        skipped.clear();
        shapes.add(recognition.shape().word());
        evidence.add(name + " is " + rows.format() + ". " + recognition.evidence());
        encodings.add(rows.encoding());
        if (recognition.shape() != Shape.CHAT) {
            unused.addAll(known);
            unused.removeAll(recognition.columns().values());
        }
        rows.faults().forEach(fault -> problem(problem(fault, 0)));
    }

    void kept(RawRow raw, List<Fault> faults, boolean duplicate) {
        kept++;
        duplicates += duplicate ? 1 : 0;
        repaired += faults.stream().anyMatch(Fault::repaired) ? 1 : 0;
        faults.forEach(fault -> problem(problem(fault, raw.row())));
    }

    void refused(RawRow raw, List<Fault> faults) {
        refused++;
        faults.forEach(fault -> problem(problem(fault, raw.row())));
        if (skipped.size() < Receipt.MOST_PROBLEMS) {
            skipped.add(new Skipped("line " + raw.line(), faults.isEmpty() ? "" : faults.getLast().message()));
        }
    }

    void problem(Problem problem) {
        if (problems.size() < Receipt.MOST_PROBLEMS) {
            problems.add(problem);
        } else {
            furtherProblems++;
        }
    }

    private Problem problem(Fault fault, int row) {
        return new Problem(file, fault.line(), fault.column(), row, fault.kind(), fault.message(), fault.repair(),
                fault.repaired());
    }

    int readOfFile() {
        return kept + refused - earlierRead;
    }

    int keptOfFile() {
        return kept - earlierKept;
    }

    List<Skipped> skippedOfFile() {
        return List.copyOf(skipped);
    }

    Receipt receipt() {
        return new Receipt(kept + refused, kept, repaired, refused, duplicates, String.join(", ", shapes),
                String.join("\n", evidence), String.join(", ", encodings), List.copyOf(unused), List.copyOf(problems),
                furtherProblems);
    }
}
