package fettle.app;

import fettle.project.KeyFile;
import fettle.ui.source.Access;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/// Where the token for GitHub lies, without reading it out.
record TokenPlace(Map<String, String> environment, KeyFile keys) {

    private static final String PUBLIC = "api.github.com";

    Access find() throws IOException {
        for (String variable : new String[]{"GITHUB_TOKEN", "GITHUB_API_KEY"}) {
            if (!environment.getOrDefault(variable, "").isBlank()) {
                return new Access(host(), Access.From.ENVIRONMENT, variable);
            }
        }
        return new Access(host(), keys.providers().contains("github") ? Access.From.KEY_STORE : Access.From.NONE, "");
    }

    private String host() {
        try {
            String host = URI.create(environment.getOrDefault("GITHUB_API_URL", "https://" + PUBLIC)).getHost();
            return host == null ? PUBLIC : host;
        } catch (IllegalArgumentException _) {
            return PUBLIC; // the collector says what is wrong with the address
        }
    }
}
