package fettle.app;

import fettle.example.ChatModel;
import fettle.provider.ProviderProfile;
import fettle.provider.Providers;
import fettle.ui.example.ModelChoice;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The providers that this machine is set up for, and what was asked last at each.
final class GivenModels implements ModelChoice {

    private final Wiring wiring;
    private final Map<String, String> last = new ConcurrentHashMap<>();

    GivenModels(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public List<String> providers() throws IOException {
        return all().all().stream().map(ProviderProfile::name).toList();
    }

    @Override
    public String usualModel(String provider) {
        String asked = last.get(provider);
        if (asked != null) {
            return asked;
        }
        try {
            return provider.equals(HomeProvider.NAME) ? wiring.settings().read().provider().model() : "";
        } catch (IOException _) {
            return "";
        }
    }

    @Override
    public ChatModel model(String provider, String name) throws IOException {
        ChatModel model = all().chat(provider, name, _ -> {});
        last.put(provider, name);
        return model;
    }

    private Providers all() throws IOException {
        return wiring.providers(Optional.empty());
    }
}
