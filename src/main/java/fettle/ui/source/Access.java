package fettle.ui.source;

/// With what right repositories are read from a host.
///
/// @param host such as "api.github.com"
/// @param from where the token lies
/// @param variable the name in the environment; empty when it lies elsewhere
public record Access(String host, From from, String variable) {

    /// Where a token can lie.
    public enum From {
        ENVIRONMENT, KEY_STORE, NONE
    }

    /// What the person should know of it; a sentence or two.
    String words() {
        return switch (from) {
            case ENVIRONMENT -> "A token for " + host + " is in the environment (" + variable
                    + "). It is sent to that host only.";
            case KEY_STORE -> "A token for " + host + " is in the key store. It is sent to that host only.";
            case NONE -> "No token for " + host + ": public repositories only, 60 requests an hour. Set one with"
                    + " “fettle key set github”, or as GITHUB_TOKEN in the environment.";
        };
    }
}
