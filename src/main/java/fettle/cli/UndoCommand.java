package fettle.cli;

import fettle.example.ExampleStore;
import fettle.example.Step;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

@picocli.CommandLine.Command(name = "undo", description = "Takes the newest step back, or goes to just after any step of the history.")
final class UndoCommand extends StepCommand {

    @Option(names = "--to", paramLabel = "STEP", description = "Goes to just after this step, forward or on a branch too; 0 is the beginning.")
    private @Nullable Long to;

    UndoCommand(Desk desk) {
        super(desk);
    }

    @Override
    String goAll(ExampleStore examples) throws IOException {
        return to == null
                ? super.goAll(examples)
                : examples.travel(to).map(Step::sentence).orElse("The beginning");
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
