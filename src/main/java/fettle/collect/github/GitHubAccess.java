package fettle.collect.github;

import fettle.job.ExpectedException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where GitHub is asked, and with whose rights.
///
/// @param api address of the API, without a slash at its end
/// @param token empty to ask as anybody may
public record GitHubAccess(String api, Optional<Token> token) {

    static final String PUBLIC = "https://api.github.com";
    private static final List<String> VARIABLES = List.of("GITHUB_TOKEN", "GITHUB_API_KEY");

    /// A secret.
    ///
    /// @param from where it was read, for people: "GITHUB_TOKEN"
    public record Token(String value, String from) {

        @Override
        public String toString() {
            return "token from " + from;
        }
    }

    /// Where keys are kept.
    @FunctionalInterface
    public interface Keys {

        /// The key of that name; empty when none is kept.
        Optional<String> find(String name) throws IOException;
    }

    /// How a collector comes by it: read anew for each visit, since people set tokens while the window is open.
    @FunctionalInterface
    public interface Desk {

        GitHubAccess access() throws IOException;
    }

    /// What the environment and the key store say: `GITHUB_API_URL`, and the first token of `GITHUB_TOKEN`,
    /// `GITHUB_API_KEY` and the key "github".
    public static GitHubAccess of(Map<String, String> environment, Keys keys) throws IOException {
        String address = environment.getOrDefault("GITHUB_API_URL", "").strip().replaceFirst("/+$", "");
        Optional<Token> token = Optional.empty();
        for (String name : VARIABLES) {
            String value = environment.getOrDefault(name, "").strip();
            if (token.isEmpty() && !value.isEmpty()) {
                token = Optional.of(new Token(value, name));
            }
        }
        if (token.isEmpty()) {
            token = keys.find("github").map(key -> new Token(key, "the key store"));
        }
        return new GitHubAccess(address.isEmpty() ? PUBLIC : address, token).checked();
    }

    private GitHubAccess checked() throws ExpectedException {
        URI uri = uri(api);
        String host = uri.getHost();
        if (host == null || !api.matches("(?i)https?://.*")) {
            throw new ExpectedException("github-address", "GITHUB_API_URL is “" + api + "”, which is no web address.",
                    "For GitHub Enterprise write https://HOST/api/v3.");
        }
        boolean here = host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
        if (token.isPresent() && !here && !api.toLowerCase(Locale.ROOT).startsWith("https://")) {
            throw new ExpectedException("github-address",
                    "GITHUB_API_URL begins with http://, so anybody on the way could read the token.",
                    "Write https:// there.");
        }
        if (token.isPresent() && !token.get().value().matches("[\\x21-\\x7e]+")) {
            throw new ExpectedException("key", "The token from " + token.get().from() + " has a space or a character"
                    + " that no token has.", "Copy it again, without quotes and line breaks.");
        }
        return this;
    }

    private static URI uri(String address) throws ExpectedException {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException broken) {
            throw new ExpectedException("github-address",
                    "GITHUB_API_URL is “" + address + "”, which is no web address.",
                    "For GitHub Enterprise write https://HOST/api/v3.", broken);
        }
    }

    /// The host that is asked, with its port when that is not the usual one.
    String host() {
        URI uri = URI.create(api);
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    /// The host whose pages people look at, such as "github.com".
    String pages() {
        return host().equals("api.github.com") ? "github.com" : host().toLowerCase(Locale.ROOT);
    }

    /// `text` without the token, should the other side have said it.
    String scrubbed(String text) {
        return token.isEmpty() ? text : text.replace(token.get().value(), "…");
    }
}
