package fettle.ui.settings;

/// How the provider of models is set up. Never holds a key.
///
/// @param baseUrl the address that is asked, such as "https://api.openai.com/v1"
/// @param addressGiven whether the environment gives the address, so that it cannot be changed here
/// @param model name of the model; empty when none is chosen
/// @param key where its key is
public record ProviderSetup(String baseUrl, boolean addressGiven, String model, Key key) {

    /// Where the key is.
    public enum Key {
        NONE, KEPT, ENVIRONMENT
    }
}
