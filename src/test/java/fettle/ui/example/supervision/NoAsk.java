package fettle.ui.example.supervision;

import fettle.job.ExpectedException;
import fettle.model.ModelRunner.Loaded;
import fettle.ui.example.ask.AskDesk;
import java.util.List;

/// Nobody to ask.
final class NoAsk implements AskDesk {

    @Override
    public List<String> models() {
        return List.of();
    }

    @Override
    public Loaded open(String model) throws ExpectedException {
        throw new ExpectedException("no-such-model", "There is no model.", "");
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
