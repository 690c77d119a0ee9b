package fettle.cli;

import fettle.job.Nearest;
import fettle.example.ImportExamples;
import fettle.example.ImportSettings;
import fettle.example.Receipt;
import fettle.example.RepairKinds;
import fettle.example.RowReader.Reading;
import fettle.example.Shape;
import fettle.project.Project;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;

@picocli.CommandLine.Command(name = "import", description = "Brings examples in from files, with a receipt.")
final class ImportCommand extends ProjectCommand {

    private static final int SHOWN = 20;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "Files, or folders of files.")
    private List<Path> files = List.of();

    @Option(names = "--shape", paramLabel = "SHAPE", description = "What the rows are; auto by default.")
    private String shape = "auto";

    @Option(names = "--map", paramLabel = "user=COLUMN,assistant=COLUMN,…", description = "Which column is which.")
    private String map = "";

    @Option(names = "--repair", description = "Mend broken rows that can be mended.")
    private boolean repair;

    ImportCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run(Report report) throws Exception {
        var settings = new ImportSettings(shape(), ImportSettings.parseMap(map),
                Reading.USUAL.mending(repair ? RepairKinds.ALL : RepairKinds.NONE));
        try (Project project = open(project())) {
            Receipt receipt = watch(new ImportExamples(project.examples(), project.sources(), tools().rows(), files,
                    settings));
            put(receipt, report);
            say(receipt, report);
            return receipt.isClean() ? Exit.DONE : Exit.PROBLEMS;
        }
    }

    private Optional<Shape> shape() throws WrongUse {
        if (shape.equalsIgnoreCase("auto")) {
            return Optional.empty();
        }
        List<String> words = Arrays.stream(Shape.values()).map(Shape::word).toList();
        return Optional.of(Shape.of(shape).orElseThrow(() -> new WrongUse("There is no shape “" + shape + "”"
                + Nearest.to(shape, words).map(near -> "; did you mean " + near + "?").orElse("."),
                "Shapes are auto, " + String.join(", ", words) + ".")));
    }

    private static void put(Receipt receipt, Report report) {
        report.fields().put("read", receipt.read()).put("kept", receipt.kept()).put("repaired", receipt.repaired())
                .put("refused", receipt.refused()).put("duplicates", receipt.duplicates()).put("shape", receipt.shape())
                .put("encoding", receipt.encoding()).put("evidence", receipt.evidence());
        receipt.unused().forEach(report.fields().putArray("unused")::add);
        ArrayNode problems = report.fields().putArray("problems");
        for (Receipt.Problem problem : receipt.problems()) {
            problems.addObject().put("file", problem.file()).put("line", problem.line())
                    .put("column", problem.column()).put("row", problem.row()).put("kind", problem.kind())
                    .put("message", problem.message()).put("repair", problem.repair())
                    .put("repaired", problem.repaired());
        }
        report.fields().put("furtherProblems", receipt.furtherProblems());
    }

    private static void say(Receipt receipt, Report report) {
        String shape = receipt.shape().isEmpty() ? "" : " Shape: " + receipt.shape() + "; " + receipt.encoding() + ".";
        report.say("%d read, %d kept (%d repaired, %d repeats), %d refused.%s", receipt.read(), receipt.kept(),
                receipt.repaired(), receipt.duplicates(), receipt.refused(), shape);
        receipt.problems().stream().limit(SHOWN).forEach(problem -> report.say(place(problem) + problem.message()
                + mending(problem)));
        int more = Math.max(0, receipt.problems().size() - SHOWN) + receipt.furtherProblems();
        if (more > 0) {
            report.say("… and %d problems more; --json names them all.", more);
        }
    }

    private static String mending(Receipt.Problem problem) {
        if (problem.repair().isEmpty()) {
            return "";
        }
        String repair = problem.repair().endsWith(".") ? problem.repair() : problem.repair() + ".";
        return (problem.repaired() ? " Mended: " : " What mends it: ") + repair;
    }

    private static String place(Receipt.Problem problem) {
        String row = problem.row() > 0 ? ", row " + problem.row() : "";
        String line = problem.line() > 0 ? ":" + problem.line() : "";
        String column = problem.column() > 0 ? ":" + problem.column() : "";
        return String.format(Locale.ROOT, "%s%s%s%s: ", problem.file(), line, column, row);
    }
}
