package fettle.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.ChatModel.Reply;
import fettle.example.ChatModel.Request;
import fettle.example.Turn;
import fettle.job.LightThreads;
import fettle.provider.ProviderException.Fault;
import fettle.web.NetworkLog;
import fettle.web.RawServer;
import fettle.web.Web;
import fettle.web.WebTimes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

@Timeout(30)
final class OpenAiChatTest {

    private static final String KEY = "sk-verySecret0123456789";
    private static final Request HELLO = new Request(List.of(new Turn("user", "Hello?", false)), 0.5, 20);
    private static final Web WEB = new Web(new WebTimes(Duration.ofSeconds(5), Duration.ofMillis(500)),
            LightThreads.executor("net"), new NetworkLog());

    private final List<String> pieces = new ArrayList<>();

    private static OpenAiChat chat(RawServer server) {
        var profile = new ProviderProfile("openai", server.address() + "/v1/", "OPENAI_API_KEY", true);
        return new OpenAiChat(new OpenAiApi(new ProviderAccess(profile, KEY), WEB), "gpt-x");
    }

    private Reply ask(RawServer.Handler handler) throws Exception {
        try (var server = new RawServer(handler)) {
            return chat(server).complete(HELLO, pieces::add);
        }
    }

    private ProviderException failing(RawServer.Handler handler) {
        var fault = assertThrows(ProviderException.class, () -> ask(handler));
        assertFalse((fault.getMessage() + fault.next()).contains(KEY), fault.getMessage());
        return fault;
    }

    private ProviderException failing(int status, String body, String... headers) {
        return failing((_, line) -> line.answer(status, "application/json", body, headers));
    }

    private static String piece(String text) {
        return "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":null}]}";
    }

    private static final String STOP = "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}";
    private static final String USAGE = "{\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":2}}";

    @Test
    void asksAsTheSpecificationSays() throws Exception {
        try (var server = new RawServer((_, line) -> line.stream(piece("Hi"), STOP, "[DONE]"))) {
            chat(server).complete(HELLO, pieces::add);

            RawServer.Asked asked = server.asked().getFirst();
            JsonNode expected = new ObjectMapper().readTree("""
                    {"model":"gpt-x","messages":[{"role":"user","content":"Hello?"}],"temperature":0.5,
                     "max_tokens":20,"stream":true,"stream_options":{"include_usage":true}}""");
            assertEquals("POST /v1/chat/completions", asked.method() + " " + asked.path());
            assertEquals("Bearer " + KEY, asked.headers().get("authorization"));
            assertEquals(expected, new ObjectMapper().readTree(asked.body()));
        }
    }

    @Test
    void tellsAStreamPieceByPiece() throws Exception {
        String role = "{\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}";
        Reply reply = ask((_, line) -> line.stream(role, piece("Hé"), piece("llo"), STOP, USAGE, "[DONE]"));
        assertEquals(new Reply("Héllo", 9, 2, "stop"), reply);
        assertEquals(List.of("Hé", "llo"), pieces);
    }

    @Test
    void takesCommentsAnyLineEndNullErrorsAndEmptyChoices() throws Exception {
        Reply reply = ask((_, line) -> {
            line.stream();
            line.send(": waiting\r\n\r\ndata:{\"choices\":[],\"error\":null}\r\n\r\nevent: x\rdata:" + piece("a")
                    + "\r\rid: 3\ndata: " + STOP + "\n\n");
        });
        assertEquals(new Reply("a", 0, 0, "stop"), reply);
    }

    @Test
    void readsAWholeAnswerWhereNoStreamComes() throws Exception {
        String body = """
                {"choices":[{"message":{"role":"assistant","content":"Hello."},"finish_reason":"length"}],
                 "usage":{"prompt_tokens":3,"completion_tokens":1}}""";
        assertEquals(new Reply("Hello.", 3, 1, "length"),
                ask((_, line) -> line.answer(200, "application/json; charset=utf-8", body)));
        assertEquals(List.of("Hello."), pieces);
    }

    @Test
    void passesUnknownEndsOnAndShowsARefusal() throws Exception {
        String eos = "{\"choices\":[{\"message\":{\"content\":\"x\"},\"finish_reason\":\"eos\"}]}";
        assertEquals("eos", ask((_, line) -> line.answer(200, "application/json", eos)).finish());
        String no = "{\"choices\":[{\"message\":{\"content\":null,\"refusal\":\"No.\"},\"finish_reason\":\"stop\"}]}";
        assertEquals(new Reply("No.", 0, 0, "refusal"), ask((_, line) -> line.answer(200, "application/json", no)));
    }

    @Test
    void marksAStreamThatEndsTooEarly() throws Exception {
        assertEquals(new Reply("Half", 0, 0, "incomplete"), ask((_, line) -> line.stream(piece("Half"))));
        assertEquals("stop", ask((_, line) -> line.stream(piece("All"), STOP)).finish());
    }

    @Test
    void keepsTheTextOfAStreamThatIsCutOff() throws Exception {
        assertEquals(new Reply("Half", 0, 0, "incomplete"), ask((_, line) -> line.chunked(piece("Half"))));
        assertEquals("incomplete", ask((_, line) -> {
            line.chunked(piece("Half"));
            line.send("5\r\ndata:");
        }).finish());
    }

    @Test
    void dropsHalfAnEvent() throws Exception {
        assertEquals(new Reply("a", 0, 0, "incomplete"), ask((_, line) -> {
            line.stream(piece("a"));
            line.send("data: " + piece("b").substring(0, 30));
        }));
    }

    @Test
    void saysThatAnAnswerEndedBeforeItBegan() {
        assertEquals(Fault.CUT_OFF, failing((_, line) -> line.stream()).fault());
        assertEquals(Fault.CUT_OFF, failing((_, line) -> line.chunked()).fault());
        assertEquals(Fault.CUT_OFF, failing((_, line) -> line.reset()).fault());
    }

    @Test
    void keepsTheTextBeforeAnErrorInAStream() {
        var fault = failing((_, line) -> line.stream(piece("Half"),
                "{\"error\":{\"message\":\"overloaded\",\"type\":\"overloaded_error\"}}"));
        assertEquals("BUSY Half", fault.fault() + " " + fault.partial());
        assertFalse(fault.worthRetrying(), "half of it is already on the screen");
    }

    @Test
    void keepsTheTextBeforeBrokenJson() {
        var fault = failing((_, line) -> line.stream(piece("Half"), "{\"choices\":[{"));
        assertEquals("NOT_JSON Half", fault.fault() + " " + fault.partial());
    }

    @Test
    void endsASilenceAndKeepsTheText() {
        var fault = failing((_, line) -> {
            line.stream(piece("Half"));
            line.fallSilent();
        });
        assertEquals("SILENCE Half", fault.fault() + " " + fault.partial());
        assertEquals(Fault.SILENCE, failing((_, line) -> line.fallSilent()).fault());
    }

    @ParameterizedTest
    @CsvSource({"400,REJECTED", "401,KEY_REFUSED", "402,QUOTA", "403,FORBIDDEN", "404,NOT_FOUND", "408,BUSY",
            "409,REJECTED", "413,REJECTED", "422,REJECTED", "429,BUSY", "500,SERVER", "502,SERVER", "503,BUSY"})
    void knowsEachStatus(int status, Fault expected) {
        var fault = failing(status, "{\"error\":{\"message\":\"Because " + KEY + "\",\"code\":null}}");
        assertEquals(expected, fault.fault());
        assertTrue(fault.getMessage().endsWith("Because ….") || expected == Fault.NOT_FOUND, fault.getMessage());
        assertEquals(expected == Fault.BUSY || expected == Fault.SERVER, fault.worthRetrying());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\":{\"message\":\"Too long\",\"type\":\"x\",\"param\":null,\"code\":400}}",
            "{\"error\":\"Too long\"}", "{\"detail\":\"Too long\"}",
            "{\"object\":\"error\",\"message\":\"Too long\",\"code\":400}",
            "[{\"error\":{\"code\":400,\"message\":\"Too long\",\"status\":\"INVALID\"}}]", "Too long"})
    void readsEveryFormOfAnError(String body) {
        assertEquals("openai rejected the request (status 400): Too long.", failing(400, body).getMessage());
    }

    @Test
    void namesTheFieldThatFastApiNames() {
        String body = "{\"detail\":[{\"loc\":[\"body\",\"messages\"],\"msg\":\"field required\"}]}";
        assertTrue(failing(422, body).getMessage().endsWith(": body.messages: field required."));
    }

    @Test
    void neverRepeatsWhenTheMoneyIsGone() {
        var fault = failing(429,
                "{\"error\":{\"message\":\"You exceeded your quota\",\"code\":\"insufficient_quota\"}}",
                "Retry-After: 1", "x-should-retry: true");
        assertEquals("QUOTA false", fault.fault() + " " + fault.worthRetrying());
    }

    @Test
    void obeysWhatTheProviderSaysOfAskingAgain() {
        var fault = failing(500, "{}", "x-should-retry: false", "retry-after-ms: 1500");
        assertFalse(fault.worthRetrying());
        assertEquals(Duration.ofMillis(1500), fault.askedWait().orElseThrow());
    }

    @Test
    void showsOnlyTheTitleOfAProxysPage() {
        var fault = failing((_, line) -> line.answer(502, "text/html",
                "<html><head><title>502 Bad Gateway</title></head><body>" + "secret ".repeat(99) + "</body></html>"));
        assertEquals(Fault.PROXY, fault.fault());
        assertTrue(fault.worthRetrying());
        assertTrue(fault.getMessage().startsWith("A web page “502 Bad Gateway” came instead of an answer of openai"));
        assertFalse(fault.getMessage().contains("secret"));
        var page = failing((_, line) -> line.answer(200, "text/html", "<html><title>Log in</title></html>"));
        assertEquals("PROXY false", page.fault() + " " + page.worthRetrying());
    }

    @Test
    void saysThatAnAnswerIsNoJsonOrHasNoAnswer() {
        assertTrue(failing(200, "hello").getMessage().contains("It begins: hello"));
        assertTrue(failing(200, "").getMessage().contains("It is empty."));
        assertEquals(Fault.NO_ANSWER, failing(200, "{\"choices\":[]}").fault());
        assertEquals(Fault.NO_ANSWER, failing(200, "{\"id\":\"x\"}").fault());
    }

    @Test
    void saysWhatToDoWhenTuningIsNotOffered() {
        var fault = failing(403, "{\"error\":{\"message\":\"Closed\",\"code\":\"training_not_available\"}}");
        assertTrue(fault.next().contains("--with local"), fault.next());
    }

    @Test
    void leavesOutAnOptionalFieldThatTheModelDoesNotTake() throws Exception {
        try (var server = new RawServer((asked, line) -> {
            String refused = asked.body().contains("\"max_tokens\"")
                    ? "max_tokens"
                    : asked.body().contains("\"temperature\"") ? "temperature" : "";
            if (refused.isEmpty()) {
                line.stream(piece("Hi"), STOP);
            } else {
                line.answer(400, "application/json", "{\"error\":{\"message\":\"Unsupported\",\"param\":\"" + refused
                        + "\",\"code\":\"unsupported_parameter\"}}");
            }
        })) {
            OpenAiChat chat = chat(server);
            assertEquals("Hi", chat.complete(HELLO, pieces::add).text());
            assertTrue(server.asked().get(2).body().contains("\"max_completion_tokens\":20"));
            chat.complete(HELLO, pieces::add);
            assertEquals(4, server.asked().size());
        }
    }

    @Test
    void stopsAtOnceWhenItsCallerIsInterrupted() throws Exception {
        var begun = new CountDownLatch(1);
        try (var server = new RawServer((_, line) -> {
            line.stream(piece("Half"));
            begun.countDown();
            line.fallSilent();
        })) {
            var ended = new LinkedBlockingQueue<Class<?>>();
            Thread caller = Thread.ofPlatform().start(() -> {
                try {
                    chat(server).complete(HELLO, pieces::add);
                } catch (Exception cause) {
                    ended.add(cause.getClass());
                }
            });
            begun.await();
            caller.interrupt();
            assertEquals(InterruptedException.class, ended.take());
        }
    }

    @Test
    void listsTheModels() throws Exception {
        try (var server = RawServer.json(200, "{\"object\":\"list\",\"data\":[{\"id\":\"b\"},{\"id\":\"a\"},{}]}")) {
            var profile = new ProviderProfile("vllm", server.address(), "VLLM_API_KEY", false);
            var api = new OpenAiApi(new ProviderAccess(profile, ""), WEB);
            assertEquals(List.of("b", "a"), api.models());
            assertFalse(server.asked().getFirst().headers().containsKey("authorization"));
        }
    }
}
