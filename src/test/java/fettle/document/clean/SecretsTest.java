package fettle.document.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The secrets are made up, and put together here so that no scanner takes this file for a leak.
final class SecretsTest {

    private static final String BEGIN = "-----BEGIN RSA PRIVATE KEY-----";
    private static final String END = "-----END RSA PRIVATE KEY-----";

    @ParameterizedTest
    @CsvSource({"AKIA,Z7QK2LWMX4RTBVN5,aws-access-token", "ghp_,a8Kd03jLq9Zx72Mn4Rt6Vw1Ys5Bc8Df0Gh2J,github-pat",
            "xoxb-,263594206564-2343594206574-FGqddMF8t08v8N7Oq4i57vs1,slack-bot-token",
            "sk_live_,4eC39HqLyjWDarjtT1zdp7dcZ9k,stripe-access-token",
            "AIza,SyB3k9Qx7Lm2Vt5Rw8Zp1Nc4Jf6Hd0Gs_aU,gcp-api-key",
            "glpat-,x7Kq2Lm9Vt4Rw8Zp1NcJ,gitlab-pat"})
    void masksWithItsKind(String head, String tail, String kind) {
        String secret = head + tail;
        assertEquals("Use \"[secret: %s]\" here.".formatted(kind), Secrets.mask("Use \"" + secret + "\" here."));
        assertEquals(List.of(new Secrets.Span(9, 9 + secret.length(), kind)), Secrets.find("token = '%s'\n"
                .formatted(secret)).stream().filter(span -> span.kind().equals(kind)).toList());
    }

    @Test
    void masksAssignedValuesOnly() {
        assertEquals("api_key: [secret: generic-api-key]\nname: x",
                Secrets.mask("api_key: 8f3K9q" + "Lz27Vw4Xt1Rb6Nc\nname: x"));
        assertEquals("curl -u 'admin:[x]'", Secrets.mask("curl -u 'admin:[x]'"));
    }

    @Test
    void masksAKeyOverManyLines() {
        String body = "MIIEow" + "IBAAKCAQEAq7Zk0Vt5Rw8Zp1Nc4Jf6Hd0GsaUxK3bYd9LmQ2e\n".repeat(20);
        assertEquals("before\n[secret: private-key]\nafter",
                Secrets.mask("before\n" + BEGIN + "\n" + body + END + "\nafter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Set the api_key to your own key.", "api_key = YOUR_API_KEY_GOES_HERE",
            "password: ${DB_PASSWORD}", "token: {{ secrets.GITHUB_TOKEN }}", "AKIAIOSFODNN7EXAMPLE",
            "secret = xxxxxxxxxxxxxxxxxxxxxxxx", "access_token: string", "The token is 1234567890.",
            "public_key = 8f3K9qLz27Vw4Xt1Rb6Nc", "-----BEGIN PUBLIC KEY-----\nabc\n-----END PUBLIC KEY-----",
            "key_id: 5f1d7a84db00d2fce00b31a7fc73224f", "import { accessToken } from 'auth-module-v2-x9'"})
    void leavesWhatIsNoSecret(String text) {
        assertEquals(List.of(), Secrets.find(text));
    }

    @Test
    void findsAllOfAText() {
        String one = "ghp_" + "a8Kd03jLq9Zx72Mn4Rt6Vw1Ys5Bc8Df0Gh2J";
        String text = "x ".repeat(5000) + one + " y".repeat(5000) + " " + one + "\n" + one;
        assertEquals(List.of(10_000, 20_041, 20_082), Secrets.find(text).stream().map(Secrets.Span::start).toList());
    }

    @Test
    void isNotHeldUpByHostileText() {
        for (String piece : List.of("key=", "-----begin private", "curl -H 'a' ", "token token ", "access.access.",
                "api'''===", "secret\n")) {
            String text = piece.repeat(200_000 / piece.length());
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Secrets.find(text), piece);
        }
    }

    @Test
    void compilesEachOfItsPatterns() {
        assertEquals(217, SecretRules.GITLEAKS.owners().stream().distinct().count());
        assertTrue(SecretRules.GITLEAKS.owners().stream().allMatch(rule -> rule.pattern().get().flags() >= 0));
    }
}
