package fettle.app;

import fettle.job.Work;
import fettle.project.HomeSettings;
import fettle.project.ProviderChoice;
import fettle.provider.OpenAiApi;
import fettle.provider.ProviderProfile;
import fettle.ui.settings.ProviderDesk;
import fettle.ui.settings.ProviderSetup;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The provider "openai" as the settings of this person have it: any address that speaks like it.
final class HomeProvider implements ProviderDesk {

    static final String NAME = "openai";
    private static final String USUAL = ProviderProfile.KNOWN.getFirst().baseUrl();

    private final Wiring wiring;

    HomeProvider(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public ProviderSetup read() throws IOException {
        HomeSettings settings = wiring.settings().read();
        String given = environment("OPENAI_BASE_URL");
        String address = given.isEmpty() ? settings.provider().baseUrl() : given;
        return new ProviderSetup(address.isEmpty() ? USUAL : address, !given.isEmpty(), settings.provider().model(),
                key());
    }

    private ProviderSetup.Key key() throws IOException {
        if (!environment("OPENAI_API_KEY").isEmpty()) {
            return ProviderSetup.Key.ENVIRONMENT;
        }
        return wiring.keys().find(NAME).isPresent() ? ProviderSetup.Key.KEPT : ProviderSetup.Key.NONE;
    }

    private String environment(String name) {
        return wiring.environment().getOrDefault(name, "").strip();
    }

    @Override
    public void save(String baseUrl, String model) throws IOException {
        boolean given = !environment("OPENAI_BASE_URL").isEmpty();
        wiring.settings().change(now -> {
            String address = given ? now.provider().baseUrl() : baseUrl;
            return now.withProvider(new ProviderChoice(address.equals(USUAL) ? "" : address, model));
        });
    }

    @Override
    public void keepKey(String key) throws IOException {
        wiring.keys().set(NAME, key);
    }

    @Override
    public void deleteKey() throws IOException {
        wiring.keys().delete(NAME);
    }

    @Override
    public Work<String> test() {
        return _ -> {
            OpenAiApi api = wiring.providers(Optional.empty()).api(NAME);
            return sentence(URI.create(api.profile().baseUrl()).getHost(), api.models(),
                    wiring.settings().read().provider().model());
        };
    }

    private static String sentence(String host, List<String> models, String model) {
        String offers = "%s answers and offers %,d %s".formatted(host, models.size(),
                models.size() == 1 ? "model" : "models");
        if (model.isEmpty()) {
            return offers + ".";
        }
        return models.contains(model)
                ? "%s; %s is among them.".formatted(offers, model)
                : "%s; %s is not among them.".formatted(offers, model);
    }

    @Override
    public Path home() {
        return wiring.home();
    }
}
