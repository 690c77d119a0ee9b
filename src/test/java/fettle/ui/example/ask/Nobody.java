package fettle.ui.example.ask;

import fettle.example.ChatModel;
import fettle.job.ExpectedException;
import fettle.ui.example.ModelChoice;
import java.util.List;

/// A machine without a provider.
final class Nobody implements ModelChoice {

    @Override
    public List<String> providers() {
        return List.of();
    }

    @Override
    public String usualModel(String provider) {
        return "";
    }

    @Override
    public ChatModel model(String provider, String name) throws ExpectedException {
        throw new ExpectedException("provider", "There is no provider.", "");
    }
}
