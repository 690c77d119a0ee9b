package fettle.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.ChatModel.Reply;
import fettle.example.ChatModel.Request;
import fettle.example.Turn;
import fettle.job.LightThreads;
import fettle.provider.Retrying.Attempt;
import fettle.web.NetworkLog;
import fettle.web.RawServer;
import fettle.web.Web;
import fettle.web.WebTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class RetryingTest {

    private static final Request HELLO = new Request(List.of(new Turn("user", "Hello?", false)), 0, 20);
    private static final String ANSWER = "{\"choices\":[{\"message\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}";

    private final List<Long> slept = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();

    private Retrying retrying(String address) {
        var web = new Web(WebTimes.DEFAULT, LightThreads.executor("net"), new NetworkLog());
        var profile = new ProviderProfile("openai", address, "OPENAI_API_KEY", true);
        var chat = new OpenAiChat(new OpenAiApi(new ProviderAccess(profile, "k"), web), "m");
        var clock = new Retrying.Clock(now::get, millis -> {
            slept.add(millis);
            now.addAndGet(millis);
        }, () -> 1.0);
        return new Retrying(chat, Retrying.Policy.DEFAULT, clock, attempts::add);
    }

    private Reply ask(Retrying model) throws Exception {
        return model.complete(HELLO, _ -> {});
    }

    private static RawServer failing(int times, int status, String body, String... headers) throws Exception {
        return new RawServer((asked, line) -> {
            if (asked.number() <= times) {
                line.answer(status, "application/json", body, headers);
            } else {
                line.answer(200, "application/json", ANSWER);
            }
        });
    }

    @Test
    void waitsAsLongAsTheProviderAsks() throws Exception {
        try (var server = failing(1, 429, "{}", "Retry-After: 12")) {
            Retrying model = retrying(server.address());
            assertEquals("Hi", ask(model).text());
            assertEquals(List.of(12_000L), slept);
            assertEquals(1, model.retries());
            assertEquals("2 of 6", attempts.getFirst().next() + " of " + attempts.getFirst().of());
        }
    }

    @Test
    void doublesItsOwnWaitsUpToEightSeconds() throws Exception {
        try (var server = failing(99, 503, "{}")) {
            var fault = assertThrows(ProviderException.class, () -> ask(retrying(server.address())));
            assertEquals("busy", fault.kind());
            assertEquals(List.of(500L, 1000L, 2000L, 4000L, 8000L), slept);
            assertEquals(6, server.asked().size());
        }
    }

    @Test
    void saysWhenToComeBackInsteadOfWaitingForMinutes() throws Exception {
        try (var server = failing(1, 429, "{}", "Retry-After: 600")) {
            var fault = assertThrows(ProviderException.class, () -> ask(retrying(server.address())));
            assertEquals("Try again in 600 s.", fault.next());
            assertEquals(List.of(), slept);
        }
    }

    @Test
    void neverRepeatsWhatWillNotChange() throws Exception {
        for (int status : new int[]{400, 401, 403, 404, 409, 422}) {
            try (var server = failing(1, status, "{}")) {
                assertThrows(ProviderException.class, () -> ask(retrying(server.address())));
                assertEquals(1, server.asked().size());
            }
        }
        try (var server = failing(1, 429, "{\"error\":{\"code\":\"insufficient_quota\"}}", "Retry-After: 1")) {
            assertThrows(ProviderException.class, () -> ask(retrying(server.address())));
            assertEquals(1, server.asked().size());
        }
    }

    @Test
    void neverSendsAgainWhatMayHaveArrived() throws Exception {
        try (var server = new RawServer((_, line) -> line.reset())) {
            assertThrows(ProviderException.class, () -> ask(retrying(server.address())));
            assertEquals(1, server.asked().size());
        }
    }

    @Test
    void triesAServerThatIsNotThereOnlyThreeTimes() throws Exception {
        String address;
        try (var server = RawServer.json(200, "")) {
            address = server.address();
        }
        var fault = assertThrows(ProviderException.class, () -> ask(retrying(address)));
        assertEquals("unreachable", fault.kind());
        assertEquals(List.of(500L, 1000L), slept);
    }

    @Test
    void endsItsWaitWhenInterrupted() throws Exception {
        try (var server = failing(9, 500, "{}")) {
            Retrying model = retrying(server.address());
            var stopping = new Retrying(model, Retrying.Policy.DEFAULT,
                    new Retrying.Clock(() -> 0, Thread::sleep, () -> 1), _ -> Thread.currentThread().interrupt());
            assertThrows(InterruptedException.class, () -> ask(stopping));
        }
    }

    @Test
    void findsTheKeyInTheEnvironmentThenInTheStore() throws Exception {
        try (var server = failing(0, 200, "")) {
            var web = new Web(WebTimes.DEFAULT, LightThreads.executor("net"), new NetworkLog());
            var environment = Map.of("OPENAI_BASE_URL", server.address() + "/v1", "OPENAI_API_KEY", "from-env");
            new Providers(() -> web, environment, _ -> Optional.of("stored")).chat("openai", "m", _ -> {})
                    .complete(HELLO, _ -> {});
            new Providers(() -> web, Map.of("OPENAI_BASE_URL", server.address() + "/v1"), _ -> Optional.of("stored"))
                    .chat("openai", "m", _ -> {}).complete(HELLO, _ -> {});

            assertEquals(List.of("Bearer from-env", "Bearer stored"),
                    server.asked().stream().map(asked -> asked.headers().get("authorization")).toList());
        }
    }

    @Test
    void namesTheProvidersWhenItKnowsNone() {
        var providers = new Providers(() -> {
            throw new AssertionError("nothing is called");
        }, Map.of(), _ -> Optional.empty());
        var unknown = assertThrows(fettle.job.ExpectedException.class, () -> providers.chat("opnai", "m", _ -> {}));
        assertTrue(unknown.next().contains("OPNAI_BASE_URL"), unknown.next());
        var keyless = assertThrows(fettle.job.ExpectedException.class, () -> providers.chat("openai", "m", _ -> {}));
        assertEquals("key-missing", keyless.kind());
    }

    @Test
    void readsAnEnvFileAsPeopleWriteIt() {
        assertEquals(Map.of("A", "1", "B", "two words", "C", "x#y", "D", "", "E", "plain"), EnvFile.parse("""
                # a comment
                A=1
                export B="two words"
                C='x#y'
                D=
                E = plain # why
                not a line
                """));
    }
}
