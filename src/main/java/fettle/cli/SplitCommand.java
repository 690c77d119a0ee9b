package fettle.cli;

import fettle.dataset.Split;
import fettle.dataset.SplitDataset;
import fettle.dataset.SplitSettings;
import fettle.dataset.SplitSettings.Group;
import fettle.project.Project;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;

@picocli.CommandLine.Command(name = "split", description = "Divides the rows into training and validation.")
final class SplitCommand extends ProjectCommand {

    @Option(names = "--validation", paramLabel = "SHARE", description = "To hold back; 0.2 by default, 0 for no split.")
    private double validation = SplitSettings.DEFAULT.validation();

    @Option(names = "--seed", paramLabel = "N", description = "The same one divides alike; 7 by default.")
    private long seed = SplitSettings.DEFAULT.seed();

    @Option(names = "--group", paramLabel = "source|none", description = "Which rows stay together; none by default.")
    private String group = "none";

    SplitCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run(Report report) throws Exception {
        var settings = new SplitSettings(validation, seed, Group.of(group));
        try (Project project = open(project())) {
            Split split = watch(new SplitDataset(project.examples(), settings));
            report.fields().put("train", split.train()).put("validation", split.validation())
                    .put("groups", split.groups());
            ArrayNode leaks = report.fields().putArray("leaks");
            for (Split.Leak leak : split.leaks()) {
                leaks.addObject().put("train", leak.train()).put("validation", leak.validation())
                        .put("overlap", leak.overlap());
            }
            report.say("%d rows to train, %d to validation, in %d groups; %d overlaps.", split.train(),
                    split.validation(), split.groups(), split.leaks().size());
        }
        return Exit.DONE;
    }
}
