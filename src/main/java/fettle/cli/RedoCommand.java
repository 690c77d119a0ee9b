package fettle.cli;

import fettle.example.ExampleStore;
import fettle.example.Step;
import java.io.IOException;
import java.util.Optional;

@picocli.CommandLine.Command(name = "redo", description = "Makes the step again that was taken back last.")
final class RedoCommand extends StepCommand {

    RedoCommand(Desk desk) {
        super(desk);
    }

    @Override
    Optional<Step> go(ExampleStore examples) throws IOException {
        return examples.redo();
    }

    @Override
    String nothing() {
        return "There is nothing to redo.";
    }
}
