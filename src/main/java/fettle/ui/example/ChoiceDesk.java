package fettle.ui.example;

import fettle.job.ExpectedException;
import fettle.model.ModelRunner.Loaded;
import fettle.ui.example.ask.AskDesk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The models that write examples, asked about single texts; remembers nothing.
record ChoiceDesk(ModelChoice choice) implements AskDesk {

    @Override
    public List<String> models() throws IOException {
        var names = new ArrayList<String>();
        for (String provider : choice.providers()) {
            String usual = choice.usualModel(provider);
            if (!usual.isEmpty()) {
                names.add(provider + "/" + usual);
            }
        }
        return List.copyOf(names);
    }

    @Override
    public Loaded open(String model) throws IOException {
        int slash = model.indexOf('/');
        if (slash < 1) {
            throw new ExpectedException("no-such-model", "There is no model " + model + " here.",
                    "A model of a provider is written PROVIDER/MODEL.");
        }
        return Loaded.of(choice.model(model.substring(0, slash), model.substring(slash + 1)));
    }

    @Override
    public String lastModel() {
        return "";
    }

    @Override
    public List<String> instructions() {
        return List.of();
    }

    @Override
    public void asked(String model, String instruction) {}
}
