package fettle.cli;

import fettle.example.ExportRefused;
import fettle.example.ImportExamples;
import fettle.example.ImportSettings;
import fettle.example.Preview;
import fettle.example.ReadFiles;
import fettle.example.Receipt;
import fettle.example.ReceiptJson;
import fettle.example.RepairKinds;
import fettle.example.RowReader.Reading;
import fettle.example.SaveReceipt;
import fettle.example.Shape;
import fettle.job.ExpectedException;
import fettle.job.Nearest;
import fettle.project.Project;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "import", description = "Brings examples in from files, with a receipt.")
final class ImportCommand extends ProjectCommand {

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "Files, or folders of files; - for standard input.")
    private List<Path> files = List.of();

    @Option(names = "--shape", paramLabel = "SHAPE", description = "What the rows are; auto by default.")
    private String shape = "auto";

    @Option(names = "--map", paramLabel = "user=COLUMN,assistant=COLUMN,…", description = "Which column is which, or a template over columns: user=\"{{title}}: {{body}}\".")
    private String map = "";

    @Option(names = "--repair", arity = "0..1", paramLabel = "KIND,…", preprocessor = AttachedValue.class, description = "Mend broken rows that can be mended; with =KIND,… only these kinds.")
    private @Nullable String repair;

    @Option(names = "--dry-run", description = "Show the receipt, and bring nothing in.")
    private boolean dryRun;

    @Option(names = "--refused", paramLabel = "FILE", description = "Write the refused rows here, to be mended and imported again, and why beside it.")
    private @Nullable Path refused;

    @Option(names = "--receipt", paramLabel = "FILE", description = "Write the receipt here, as JSON (.json) or as Markdown.")
    private @Nullable Path receiptFile;

    @ArgGroup(exclusive = false, heading = "How a table is read, when it is not found out:%n")
    private TableOptions table = new TableOptions();

    ImportCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run(Report report) throws Exception {
        try (var given = GivenFiles.of(files, console().in())) {
            var repairs = repairs();
            Reading reading = table.reading(tools().rows(), given.files(), Reading.USUAL.mending(repairs));
            var settings = new ImportSettings(shape(), ImportSettings.parseMap(map), reading);
            Receipt receipt = dryRun
                    ? preview(given.files(), settings, report)
                    : bringIn(given.files(), settings, report);
            ReceiptReport.say(receipt, dryRun, report);
            missed(repairs, receipt, report);
            save(receipt, given.files(), settings, report);
            return receipt.isClean() ? Exit.DONE : Exit.PROBLEMS;
        }
    }

    private Receipt preview(List<Path> given, ImportSettings settings, Report report) throws Exception {
        try (Project project = read(project())) {
            Preview preview = watch(new ReadFiles(project.examples(), tools().rows(), given, settings));
            put(preview.receipt(), report);
            return preview.receipt();
        }
    }

    /// What came in before a stop or a failure is told too.
    private Receipt bringIn(List<Path> given, ImportSettings settings, Report report) throws Exception {
        try (Project project = open(project())) {
            var work = new ImportExamples(project.examples(), project.sources(), tools().rows(), given, settings);
            try {
                return watch(work);
            } catch (InterruptedException stop) {
                throw stopped(work, stop);
            } finally {
                work.receipt().ifPresent(receipt -> put(receipt, report));
                report.fields().put("step", work.step());
            }
        }
    }

    /// Unlike other long work, the same command does not go on where it was: rows may have changed places meanwhile.
    private static ExpectedException stopped(ImportExamples work, InterruptedException stop) {
        int came = work.step() == 0 ? 0 : work.receipt().map(Receipt::examples).orElse(0);
        return came == 0
                ? new ExpectedException("stopped", "Stopped before anything came in.", "", stop)
                : new ExpectedException("stopped", "Stopped. " + came + " examples came in, and stay as one step.",
                        "`fettle undo` takes them out; the same command again brings all rows in, and marks these as"
                                + " repeats.",
                        stop);
    }

    private void put(Receipt receipt, Report report) {
        report.fields().setAll(ReceiptJson.of(receipt));
        report.fields().put("dryRun", dryRun);
    }

    private void save(Receipt receipt, List<Path> given, ImportSettings settings, Report report) throws Exception {
        if (refused != null) {
            int rows = watch(new ExportRefused(tools().rows(), given, settings, refused));
            report.fields().put("refusedRows", rows);
            report.say(rows == 0
                    ? "No row was refused, so " + refused + " was not written."
                    : rows + (rows == 1 ? " refused row is in " : " refused rows are in ") + refused + "; why, in "
                            + ExportRefused.reasons(refused) + ".");
        }
        if (receiptFile != null) {
            String title = given.stream().map(file -> String.valueOf(file.getFileName()))
                    .collect(Collectors.joining(", "));
            watch(new SaveReceipt(tools().rows(), receipt, title, receiptFile));
            report.say("The receipt is in " + receiptFile + ".");
        }
    }

    private RepairKinds repairs() {
        if (repair == null) {
            return RepairKinds.NONE;
        }
        Set<String> kinds = Arrays.stream(repair.split(",", -1)).map(String::strip).filter(kind -> !kind.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return kinds.isEmpty() || kinds.contains(AttachedValue.NONE) ? RepairKinds.ALL : RepairKinds.of(kinds);
    }

    /// A kind that was asked to be mended and never met may be a slip of the pen.
    private static void missed(RepairKinds repairs, Receipt receipt, Report report) {
        List<String> met = receipt.kinds().stream().map(Receipt.Kind::kind).toList();
        for (String kind : repairs.kinds()) {
            if (!met.contains(kind)) {
                report.note("No problem of the kind “" + kind + "” was met"
                        + Nearest.to(kind, met).map(near -> "; did you mean " + near + "?").orElse("."));
            }
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
}
