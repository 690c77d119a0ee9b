package fettle.provider;

import fettle.example.ChatModel;
import fettle.job.ExpectedException;
import fettle.web.Web;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The providers by name, with the keys of this person. A key comes from the environment, then from a `.env` file, then
/// from the key store.
public final class Providers {

    private final Supplier<Web> web;
    private final Map<String, String> environment;
    private final Keys keys;

    /// Where keys are kept.
    @FunctionalInterface
    public interface Keys {

        /// The key of a provider; empty when none is kept.
        Optional<String> of(String provider) throws IOException;
    }

    /// `environment` is that of the process, over what a `.env` file says. `web` is asked for when a provider is called.
    public Providers(Supplier<Web> web, Map<String, String> environment, Keys keys) {
        this.web = web;
        this.environment = environment;
        this.keys = keys;
    }

    /// All providers that have a name here.
    public List<ProviderProfile> all() {
        return ProviderProfile.KNOWN.stream()
                .map(known -> ProviderProfile.find(known.name(), environment).orElse(known))
                .toList();
    }

    /// Whether a key is at hand; it is not tried.
    public boolean hasKey(ProviderProfile profile) throws IOException {
        return !key(profile).isEmpty();
    }

    /// The calls to a provider. Throws an [ExpectedException] of kind "provider" for a name nobody knows.
    public OpenAiApi api(String provider) throws IOException {
        ProviderProfile profile = profile(provider);
        return new OpenAiApi(new ProviderAccess(profile, key(profile)), web.get());
    }

    /// A model that is asked again when waiting may help. Throws an [ExpectedException] of kind "provider" for an unknown
    /// provider, of kind "key-missing" when it needs a key and none is at hand. `onWait` is told of each wait.
    public Retrying chat(String provider, String model, Consumer<Retrying.Attempt> onWait) throws IOException {
        ProviderProfile profile = profile(provider);
        if (profile.needsKey() && !hasKey(profile)) {
            throw new ExpectedException("key-missing", provider + " asks for a key, and none is set.",
                    "Put it into " + profile.keyName() + ", or give it to `fettle key set " + provider + "`.");
        }
        ChatModel chat = new OpenAiChat(api(provider), model);
        return new Retrying(chat, Retrying.Policy.DEFAULT, Retrying.Clock.SYSTEM, onWait);
    }

    private ProviderProfile profile(String name) throws ExpectedException {
        Optional<ProviderProfile> found = ProviderProfile.find(name, environment);
        if (found.isPresent()) {
            return found.get();
        }
        var names = new TreeSet<String>();
        ProviderProfile.KNOWN.forEach(known -> names.add(known.name()));
        throw new ExpectedException("provider", "No provider is called “" + name + "”.",
                "Known are " + String.join(", ", names) + "; any other needs "
                        + ProviderProfile.variable(name) + "_BASE_URL.");
    }

    private String key(ProviderProfile profile) throws IOException {
        String given = environment.getOrDefault(profile.keyName(), "").strip();
        return given.isEmpty() ? keys.of(profile.name()).orElse("").strip() : given;
    }
}
