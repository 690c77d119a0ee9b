package fettle.project;

/// The provider of models that a person has set up, without its key.
///
/// @param baseUrl ends in `/v1` or what takes its place; empty for the usual one
/// @param model name of the model that is asked; empty when none is chosen
public record ProviderChoice(String baseUrl, String model) {

    public static final ProviderChoice NONE = new ProviderChoice("", "");

    public ProviderChoice {
        baseUrl = baseUrl.strip();
        while (baseUrl.endsWith("/")) {
            baseUrl = baseUrl.substring(0, baseUrl.length() - 1);
        }
        model = model.strip();
    }
}
