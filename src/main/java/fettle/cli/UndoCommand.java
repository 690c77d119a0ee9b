package fettle.cli;

import fettle.example.ExampleStore;
import fettle.example.Step;
import java.io.IOException;
import java.util.Optional;

@picocli.CommandLine.Command(name = "undo", description = "Takes the newest step back.")
final class UndoCommand extends StepCommand {

    UndoCommand(Desk desk) {
        super(desk);
    }

    @Override
    Optional<Step> go(ExampleStore examples) throws IOException {
        return examples.undo();
    }

    @Override
    String nothing() {
        return "There is nothing to undo.";
    }
}
