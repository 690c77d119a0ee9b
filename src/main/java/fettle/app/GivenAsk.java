package fettle.app;

import fettle.job.ExpectedException;
import fettle.model.Model;
import fettle.model.ModelRunner.Loaded;
import fettle.project.HabitsFile;
import fettle.ui.example.ModelChoice;
import fettle.ui.example.ask.AskDesk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The models of this machine and of the providers, to be asked about a text.
final class GivenAsk implements AskDesk {

    private static final String MODEL = "ask";
    private static final String INSTRUCTION = "instruction";

    private final Wiring wiring;
    private final ModelChoice providers;

    GivenAsk(Wiring wiring, ModelChoice providers) {
        this.wiring = wiring;
        this.providers = providers;
    }

    @Override
    public List<String> models() throws IOException {
        var names = new ArrayList<String>();
        wiring.registry().models().forEach(model -> names.add(model.id()));
        for (String provider : providers.providers()) {
            String usual = providers.usualModel(provider);
            if (!usual.isEmpty()) {
                names.add(provider + "/" + usual);
            }
        }
        return List.copyOf(names);
    }

    @Override
    public Loaded open(String model) throws IOException, InterruptedException {
        Optional<Model> local = wiring.registry().find(model);
        if (local.isPresent()) {
            Optional<String> problem = wiring.registry().problem(local.get());
            if (problem.isPresent()) {
                throw new ExpectedException("model-gone", problem.get(), "Choose another model.");
            }
            return wiring.runner().load(local.get());
        }
        int slash = model.indexOf('/');
        if (slash < 1) {
            throw new ExpectedException("no-such-model", "There is no model " + model + " on this machine.",
                    "Choose one of the list; one of a provider is written PROVIDER/MODEL.");
        }
        return Loaded.of(providers.model(model.substring(0, slash), model.substring(slash + 1)));
    }

    @Override
    public String lastModel() throws IOException {
        return habits().choice(MODEL);
    }

    @Override
    public List<String> instructions() throws IOException {
        return habits().written(INSTRUCTION);
    }

    @Override
    public void asked(String model, String instruction) throws IOException {
        habits().choose(MODEL, model);
        if (!instruction.isBlank()) {
            habits().write(INSTRUCTION, instruction);
        }
    }

    private HabitsFile habits() {
        return new HabitsFile(wiring.home());
    }
}
