package fettle.dataset;

import fettle.dataset.SplitSettings.Group;
import fettle.example.Change;
import fettle.example.Change.SetSplit;
import fettle.example.Example;
import fettle.example.ExampleQuery;
import fettle.example.ExampleRow.Side;
import fettle.example.ExampleStore;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.job.Work;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Divides the rows that are not rejected into training and validation, as one step of the history. Groups are put in an
/// order that only the seed and their names decide, and validation takes from its beginning: so the same ids and seed
/// always give the same split.
public final class SplitDataset implements Work<Split> {

    private final ExampleStore examples;
    private final SplitSettings settings;

    public SplitDataset(ExampleStore examples, SplitSettings settings) {
        this.examples = examples;
        this.settings = settings;
    }

    @Override
    public Split run(Progress progress) throws IOException, InterruptedException {
        if (!(settings.validation() >= 0 && settings.validation() <= 0.9)) {
            throw new ExpectedException("split", "The share for validation must lie between 0 and 0.9.",
                    "0.1 or 0.2 is usual.");
        }
        Map<String, List<Long>> groups = new HashMap<>();
        int[] rows = {0};
        KeptRow.each(examples, ExampleQuery.KEPT, progress, row -> {
            groups.computeIfAbsent(group(row.example()), _ -> new ArrayList<>()).add(row.example().id());
            rows[0]++;
        });
        check(rows[0], groups.size());
        Map<Long, Side> sides = sides(groups, rows[0]);
        int validation = (int) sides.values().stream().filter(side -> side == Side.VALIDATION).count();
        List<Change> changes = sides.entrySet().stream()
                .map(side -> (Change) new SetSplit(side.getKey(), side.getValue())).toList();
        progress.stopIfCancelled();
        examples.apply(changes, validation == 0
                ? "Took the split back"
                : "Split " + rows[0] + " rows: " + (rows[0] - validation) + " to train, " + validation
                        + " to validation");
        var leaks = new Leaks();
        if (validation > 0) {
            KeptRow.each(examples, ExampleQuery.KEPT, progress, leaks::addValidation);
            KeptRow.each(examples, ExampleQuery.KEPT, progress, leaks::compareTraining);
        }
        return new Split(rows[0] - validation, validation, groups.size(), leaks.found());
    }

    private void check(int rows, int groups) throws ExpectedException {
        if (rows == 0) {
            throw new ExpectedException("empty", "There are no rows to split.", "Bring examples in first.");
        }
        if (settings.validation() > 0 && groups == 1) {
            throw new ExpectedException("split", rows == 1
                    ? "One row cannot be split."
                    : "All rows come from one source, so they cannot be split by source.",
                    rows == 1 ? "Bring more examples in." : "Split without grouping.");
        }
    }

    private String group(Example example) {
        if (settings.group() == Group.NONE) {
            return "row " + example.id();
        }
        Example.Origin origin = example.origin();
        return origin.documentId().isEmpty()
                ? "source " + origin.sourceId() + " " + origin.source()
                : "document " + origin.documentId();
    }

    private Map<Long, Side> sides(Map<String, List<Long>> groups, int rows) {
        List<String> order = groups.keySet().stream().sorted(Comparator.comparing(this::place)).toList();
        long wanted = settings.validation() == 0 ? 0 : Math.max(1, Math.round(rows * settings.validation()));
        Map<Long, Side> sides = new HashMap<>();
        long taken = 0;
        for (int i = 0; i < order.size(); i++) {
            List<Long> ids = groups.getOrDefault(order.get(i), List.of());
            boolean mustTake = taken == 0 && wanted > 0 && i == order.size() - 1;
            boolean leavesSome = taken + ids.size() < rows;
            boolean takes = leavesSome && (mustTake || 2 * (taken + ids.size()) <= 2 * wanted + ids.size() - 1);
            Side side = wanted == 0 ? Side.NONE : takes ? Side.VALIDATION : Side.TRAIN;
            ids.forEach(id -> sides.put(id, side));
            taken += takes && wanted > 0 ? ids.size() : 0;
        }
        return sides;
    }

    /// The place of a group in the order: a digest, as good as chance and the same everywhere.
    private String place(String group) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((settings.seed() + " " + group).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
