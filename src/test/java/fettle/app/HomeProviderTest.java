package fettle.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.job.ExpectedException;
import fettle.job.Outcome;
import fettle.job.Jobs;
import fettle.ui.settings.ProviderSetup;
import fettle.web.RawServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class HomeProviderTest {

    @TempDir
    private Path home;

    private Wiring wiring(String... environment) {
        var all = new java.util.HashMap<>(Map.of("FETTLE_HOME", home.toString()));
        for (int at = 0; at < environment.length; at += 2) {
            all.put(environment[at], environment[at + 1]);
        }
        return new Wiring(all);
    }

    private static String tried(HomeProvider provider) throws Exception {
        var outcome = new CompletableFuture<Outcome<String>>();
        new Jobs(Runnable::run).start("Test", provider.test(), outcome::complete);
        return switch (outcome.get()) {
            case Outcome.Done(var sentence) -> sentence;
            case Outcome.Failed(var cause) when cause instanceof Exception failed -> throw failed;
            case Outcome.Failed(var cause) -> throw new AssertionError(cause);
            case Outcome.Stopped() -> "stopped";
        };
    }

    @Test
    void theUsualAddressStandsUntilAnotherIsKept() throws Exception {
        var provider = wiring().provider();
        assertEquals(new ProviderSetup("https://api.openai.com/v1", false, "", ProviderSetup.Key.NONE),
                provider.read());
        provider.save("http://localhost:8000/v1/", "small");
        assertEquals(new ProviderSetup("http://localhost:8000/v1", false, "small", ProviderSetup.Key.NONE),
                provider.read());
        provider.save("", "small");
        assertEquals("https://api.openai.com/v1", provider.read().baseUrl());
    }

    @Test
    void theEnvironmentWins() throws Exception {
        wiring().provider().save("http://localhost:8000/v1", "small");
        var provider = wiring("OPENAI_BASE_URL", "http://localhost:9/v1", "OPENAI_API_KEY", "sk-env").provider();
        assertEquals(new ProviderSetup("http://localhost:9/v1", true, "small", ProviderSetup.Key.ENVIRONMENT),
                provider.read());
        provider.save("http://localhost:9/v1", "large");
        assertEquals("http://localhost:8000/v1", wiring().provider().read().baseUrl());
    }

    @Test
    void aKeyGoesIntoTheKeyFileAloneAndToTheProvider() throws Exception {
        try (var server = RawServer.json(200, "{\"data\":[{\"id\":\"small\"},{\"id\":\"large\"}]}")) {
            var provider = wiring().provider();
            provider.save(server.address() + "/v1", "small");
            provider.keepKey("sk-kept-0001");
            assertEquals(ProviderSetup.Key.KEPT, provider.read().key());
            assertFalse(Files.readString(home.resolve("settings.yaml")).contains("sk-kept"));
            assertEquals("127.0.0.1 answers and offers 2 models; small is among them.", tried(provider));
            assertEquals("Bearer sk-kept-0001", server.asked().getFirst().headers().get("authorization"));
            provider.deleteKey();
            assertEquals(ProviderSetup.Key.NONE, provider.read().key());
        }
    }

    @Test
    void whatFailsSaysWhyAndWhatToDo() throws Exception {
        try (var server = RawServer.json(401, "{\"error\":{\"message\":\"bad key\"}}")) {
            var provider = wiring().provider();
            provider.save(server.address() + "/v1", "small");
            var refused = assertThrows(ExpectedException.class, () -> tried(provider));
            assertEquals("key-refused", refused.kind());
            assertFalse(refused.next().isBlank());
        }
    }

    @Test
    void offlineNothingIsAskedOutsideThisMachine() throws Exception {
        var wiring = wiring();
        wiring.setOffline(true);
        var offline = assertThrows(ExpectedException.class, () -> tried(wiring.provider()));
        assertEquals("offline", offline.kind());
        assertTrue(offline.getMessage().contains("offline"), offline.getMessage());
    }
}
