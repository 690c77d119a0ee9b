package fettle.cli;

import fettle.cli.Faces.TourResult;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;

@picocli.CommandLine.Command(name = "tour", description = "Drives the whole path on the sample and draws each screen.")
final class TourCommand extends Command {

    /// Where the pictures go when nothing is said; Maven says another place.
    static final Path OUT = Path.of(System.getProperty("fettle.tour.out", "fettle-tour"));

    @Option(names = "--out", paramLabel = "DIR", description = "Where the pictures go; ./fettle-tour by default.")
    private Path out = OUT;

    @Option(names = "--theme", paramLabel = "light|dark", description = "The look; light by default.")
    private String theme = "light";

    TourCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run(Report report) throws Exception {
        if (!theme.equals("light") && !theme.equals("dark")) {
            throw new WrongUse("There is no theme “" + theme + "”.", "It is light or dark.");
        }
        return draw(tools().faces(), out, theme, report);
    }

    static int draw(Faces faces, Path out, String theme, Report report) throws Exception {
        TourResult tour = faces.tour(out, theme);
        ArrayNode screens = report.fields().putArray("screens");
        tour.screens().forEach(screen -> screens.addObject().put("name", screen.name()).put("file", screen.file()));
        ArrayNode steps = report.fields().putArray("steps");
        tour.steps().forEach(step -> {
            steps.addObject().put("name", step.name()).put("ok", step.ok()).put("seconds", step.seconds());
            report.say("%-4s %-16s %6.1f s", step.ok() ? "ok" : "FAIL", step.name(), step.seconds());
        });
        report.fields().put("firstLoss", tour.firstLoss()).put("lastLoss", tour.lastLoss());
        report.fields().put("answer", tour.answer());
        report.say("Loss %.3f → %.3f. The tuned model says: %s", tour.firstLoss(), tour.lastLoss(), tour.answer());
        report.say("%d pictures are in %s.", tour.screens().size(), out.toAbsolutePath().normalize());
        return tour.ok() ? Exit.DONE : Exit.PROBLEMS;
    }
}
