package fettle.cli;

import fettle.dataset.CheckDataset;
import fettle.dataset.CheckKind;
import fettle.dataset.CountTokens;
import fettle.dataset.Finding;
import fettle.dataset.Repairs;
import fettle.example.ExampleQuery;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import fettle.example.bulk.ActOnRows;
import fettle.example.bulk.Normalise;
import fettle.example.bulk.RowAct;
import fettle.job.ExpectedException;
import fettle.job.Nearest;
import fettle.project.Project;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

@picocli.CommandLine.Command(name = "fix", description = "Repairs what a check found, in all rows that it names.")
final class FixCommand extends ProjectCommand {

    private static final String WHITE_SPACE = "white_space";

    @Option(names = "--kind", required = true, paramLabel = "KIND", description = "A kind of finding, as `check` names it, or white_space to normalise the texts.")
    private String kind = "";

    @Option(names = "--limit", paramLabel = "N", description = "Tokens of a row that the model takes; 65536 by default.")
    private int limit = CountTokens.USUAL_LIMIT;

    FixCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run(Report report) throws Exception {
        String word = kind.strip().toLowerCase(java.util.Locale.ROOT).replace('-', '_');
        try (Project project = open(project())) {
            ExampleStore examples = project.examples();
            int changed = word.equals(WHITE_SPACE) ? normalise(examples) : repair(examples, word);
            report.fields().put("kind", word).put("changed", changed);
            if (changed == 0) {
                report.say("Nothing to repair.");
            } else {
                report.say("Repaired %d rows. `fettle undo` takes it back.", changed);
            }
        }
        return Exit.DONE;
    }

    private int normalise(ExampleStore examples) throws Exception {
        ExampleView kept = examples.view(ExampleQuery.KEPT);
        long[] ids = IntStream.range(0, kept.size()).mapToLong(kept::id).toArray();
        return act(examples, new Normalise(Normalise.USUAL, Set.of()), ids,
                rows -> "Normalised the text of " + rows(rows));
    }

    private int repair(ExampleStore examples, String word) throws Exception {
        CheckKind found = Stream.of(CheckKind.values()).filter(each -> each.word().equals(word)).findFirst()
                .orElseThrow(() -> unknown(word));
        Repairs.Repair repair = Repairs.of(found).orElseThrow(() -> new ExpectedException("no-repair",
                "Only a person can mend " + found.what() + ".", found.fix()));
        long[] ids = watch(new CheckDataset(examples, TokensCommand.encoding(null), limit)).findings().stream()
                .filter(finding -> finding.kind() == found).map(Finding::examples).flatMap(List::stream)
                .mapToLong(Long::longValue).toArray();
        return act(examples, repair.act(), ids, rows -> repair.done() + " " + rows(rows));
    }

    private int act(ExampleStore examples, RowAct act, long[] ids, IntFunction<String> sentence) throws Exception {
        return watch(new ActOnRows(examples, act, () -> ids, Set.of(), sentence)).rows();
    }

    private static String rows(int rows) {
        return rows == 1 ? "1 example" : rows + " examples";
    }

    private static WrongUse unknown(String word) {
        List<String> kinds = Stream.concat(Stream.of(WHITE_SPACE),
                Stream.of(CheckKind.values()).filter(each -> Repairs.of(each).isPresent()).map(CheckKind::word))
                .toList();
        return new WrongUse("There is no kind “" + word + "”"
                + Nearest.to(word, kinds).map(near -> "; did you mean " + near + "?").orElse("."),
                "Kinds that can be repaired are " + String.join(", ", kinds) + ".");
    }
}
