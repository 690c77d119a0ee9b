package fettle.provider;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A provider that speaks the OpenAI chat dialect.
///
/// @param name as it stands before the slash of PROVIDER/MODEL, such as "openai"
/// @param baseUrl ends in `/v1` or what takes its place, without a slash at the end
/// @param keyName the environment variable that holds its key
/// @param needsKey whether it refuses to answer without one
public record ProviderProfile(String name, String baseUrl, String keyName, boolean needsKey) {

    /// Those that need nothing but a key, or a server on this machine.
    public static final List<ProviderProfile> KNOWN = List.of(
            of("openai", "https://api.openai.com/v1", true),
            of("groq", "https://api.groq.com/openai/v1", true),
            of("together", "https://api.together.xyz/v1", true),
            of("fireworks", "https://api.fireworks.ai/inference/v1", true),
            of("mistral", "https://api.mistral.ai/v1", true),
            of("openrouter", "https://openrouter.ai/api/v1", true),
            of("ollama", "http://localhost:11434/v1", false),
            of("vllm", "http://localhost:8000/v1", false),
            of("lmstudio", "http://localhost:1234/v1", false),
            of("llamacpp", "http://localhost:8080/v1", false));

    public ProviderProfile {
        while (baseUrl.endsWith("/")) {
            baseUrl = baseUrl.substring(0, baseUrl.length() - 1);
        }
    }

    private static ProviderProfile of(String name, String baseUrl, boolean needsKey) {
        return new ProviderProfile(name, baseUrl, variable(name) + "_API_KEY", needsKey);
    }

    /// The provider of that name: a known one, at the address that `NAME_BASE_URL` gives it in the environment, or any
    /// name that has such an address.
    static Optional<ProviderProfile> find(String name, Map<String, String> environment) {
        Optional<ProviderProfile> known = KNOWN.stream().filter(profile -> profile.name.equals(name)).findFirst();
        String address = environment.getOrDefault(variable(name) + "_BASE_URL", "").strip();
        if (address.isEmpty()) {
            return known;
        }
        return Optional.of(new ProviderProfile(name, address, variable(name) + "_API_KEY", false));
    }

    static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /// Whether it is OpenAI itself, which has renamed some fields that all others still take.
    boolean isOpenAi() {
        return baseUrl.startsWith("https://api.openai.com/");
    }
}
