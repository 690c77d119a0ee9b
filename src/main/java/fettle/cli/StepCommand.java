package fettle.cli;

import fettle.example.ExampleStore;
import fettle.example.Step;
import fettle.project.Project;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// One way through the history.
abstract class StepCommand extends ProjectCommand {

    @Option(names = "--steps", paramLabel = "N", description = "How many steps; 1 by default.")
    private int steps = 1;

    StepCommand(Desk desk) {
        super(desk);
    }

    /// Goes one step; empty when there is none.
    abstract Optional<Step> go(ExampleStore examples) throws IOException;

    /// What it says when there is no step to go.
    abstract String nothing();

    /// Goes as far as was asked for; returns the sentence of the last step that was passed.
    String goAll(ExampleStore examples) throws IOException {
        String sentence = nothing();
        for (int step = 0; step < steps; step++) {
            Optional<Step> gone = go(examples);
            if (gone.isEmpty()) {
                break;
            }
            sentence = gone.get().sentence();
        }
        return sentence;
    }

    @Override
    int run(Report report) throws Exception {
        if (steps < 1) {
            throw new WrongUse("--steps is at least 1, not " + steps + ".", "");
        }
        try (Project project = open(project())) {
            long start = System.nanoTime();
            String sentence = goAll(project.examples());
            double millis = (System.nanoTime() - start) / 1e6;
            List<Step> history = project.examples().history();
            HistoryCommand.put(history, report);
            report.fields().put("sentence", sentence).put("millis", millis);
            report.say("%s (step %d of %d)", sentence, report.fields().path("step").asLong(),
                    report.fields().path("of").asLong());
        }
        return Exit.DONE;
    }
}
