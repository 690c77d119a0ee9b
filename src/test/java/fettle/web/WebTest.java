package fettle.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.job.LightThreads;
import fettle.web.WebException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class WebTest {

    private static final WebTimes SHORT = new WebTimes(Duration.ofSeconds(2), Duration.ofMillis(300));

    private final Web web = web(WebTimes.DEFAULT);

    private static Web web(WebTimes times) {
        return new Web(times, LightThreads.executor("net"), new NetworkLog());
    }

    private static String text(Web web, WebRequest request) throws IOException, InterruptedException {
        return web.call(request, answer -> answer.status() + " " + answer.text(100));
    }

    @Test
    void writesDownWhatWentOutAndCameInButNeverContentOrKeys() throws Exception {
        try (var server = RawServer.json(200, "{\"a\":1}")) {
            var request = WebRequest.post("chat", server.address() + "/v1", WebRequest.Body.json("{\"secret\":2}"))
                    .withSecret("Authorization", "Bearer sk-hidden");

            assertEquals("200 {\"a\":1}", text(web, request));

            NetworkLog.Entry entry = web.log().entries().getFirst();
            assertEquals(new NetworkLog.Entry(entry.time(), server.address().substring(7), "chat", "POST", 12, 7, 200,
                    entry.millis(), ""), entry);
            assertEquals("Bearer sk-hidden", server.asked().getFirst().headers().get("authorization"));
            assertFalse((entry + " " + request).contains("sk-hidden"));
        }
    }

    @Test
    void tellsItsListenersOfEachCall() throws Exception {
        try (var server = RawServer.json(404, "")) {
            var seen = new LinkedBlockingQueue<NetworkLog.Entry>();
            web.log().onEntry(seen::add);

            text(web, WebRequest.get("look", server.address()));

            assertEquals(404, seen.take().status());
        }
    }

    @Test
    void staysOnThisMachineWhileOffline() throws Exception {
        web.setOffline(true);

        var refused = assertThrows(WebException.class, () -> text(web, WebRequest.get("x", "https://example.org/a")));
        assertEquals("Fettle is offline, so example.org was not asked.", refused.getMessage());
        assertEquals(List.of(), web.log().entries());
        try (var server = RawServer.json(200, "here")) {
            assertEquals("200 here", text(web, WebRequest.get("x", server.address())));
        }
    }

    @Test
    void saysThatNobodyIsThere() throws Exception {
        String address;
        try (var server = RawServer.json(200, "")) {
            address = server.address();
        }
        var failed = assertThrows(WebException.class, () -> text(web, WebRequest.get("x", address)));
        assertEquals(Kind.NOBODY_THERE, failed.kind());
        assertEquals("Nothing answers at " + address.substring(7) + ".", failed.getMessage());
        assertFalse(failed.sent());
    }

    @Test
    void saysThatAnAddressIsNone() {
        var failed = assertThrows(WebException.class, () -> text(web, WebRequest.get("x", "localhost:11434/v1")));
        assertEquals("“localhost:11434/v1” is not a web address.", failed.getMessage());
    }

    @Test
    void endsASilenceBeforeTheFirstByte() throws Exception {
        try (var server = new RawServer((_, line) -> line.fallSilent())) {
            var failed = assertThrows(WebException.class,
                    () -> text(web(SHORT), WebRequest.get("x", server.address())));
            assertEquals(Kind.SILENCE, failed.kind());
            assertTrue(failed.getMessage().endsWith("said nothing for 0.3 s."), failed.getMessage());
        }
    }

    @Test
    void endsASilenceBetweenBytes() throws Exception {
        try (var server = new RawServer((_, line) -> {
            line.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegun");
            line.fallSilent();
        })) {
            var web = web(SHORT);
            var failed = assertThrows(WebException.class, () -> text(web, WebRequest.get("x", server.address())));
            assertEquals(Kind.SILENCE, failed.kind());
            NetworkLog.Entry entry = web.log().entries().getFirst();
            assertEquals("200 5 silence", entry.status() + " " + entry.bytesIn() + " " + entry.problem());
        }
    }

    @Test
    void saysThatAnAnswerWasCutOff() throws Exception {
        try (var server = new RawServer((_, line) -> {
            line.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegun");
            line.reset();
        })) {
            var failed = assertThrows(WebException.class, () -> text(web, WebRequest.get("x", server.address())));
            assertEquals(Kind.CUT_OFF, failed.kind());
        }
    }

    @Test
    void neverSendsAPostTwice() throws Exception {
        try (var server = new RawServer((_, line) -> line.reset())) {
            var post = WebRequest.post("x", server.address(), WebRequest.Body.json("{}"));
            var failed = assertThrows(WebException.class, () -> text(web, post));
            assertTrue(failed.sent());
            assertEquals(1, server.asked().size());
        }
    }

    @Test
    void keepsTheKeyFromAnotherHost() throws Exception {
        try (var other = RawServer.json(200, "found"); var server = new RawServer((asked, line) -> {
            String to = asked.path().equals("/a") ? "/b" : other.address() + "/c";
            line.answer(302, "text/plain", "", "Location: " + to);
        })) {
            var request = WebRequest.get("x", server.address() + "/a").withSecret("Authorization", "Bearer k")
                    .with("Accept", "a/b");

            assertEquals("200 found", text(web, request));

            assertEquals("Bearer k", server.asked().get(1).headers().get("authorization"));
            Map<String, String> elsewhere = other.asked().getFirst().headers();
            assertFalse(elsewhere.containsKey("authorization"));
            assertEquals("a/b", elsewhere.get("accept"));
            assertEquals(3, web.log().entries().size());
        }
    }

    @Test
    void sendsNoBodyToAPlaceNobodyNamed() throws Exception {
        try (var server = new RawServer(
                (_, line) -> line.answer(307, "text/plain", "", "Location: http://127.0.0.2/"))) {
            var post = WebRequest.post("x", server.address(), WebRequest.Body.json("{}"));
            var failed = assertThrows(WebException.class, () -> text(web, post));
            assertEquals("127.0.0.1 sends this call on to 127.0.0.2.", failed.getMessage());
        }
    }

    @Test
    void goesInACircleOnlyAFewTimes() throws Exception {
        try (var server = new RawServer((_, line) -> line.answer(302, "text/plain", "", "Location: /"))) {
            var failed = assertThrows(WebException.class, () -> text(web, WebRequest.get("x", server.address())));
            assertEquals(Kind.MOVED, failed.kind());
            assertEquals(6, server.asked().size());
        }
    }

    @Test
    void endsTheCallAtOnceWhenItsCallerIsInterrupted() throws Exception {
        var hungUp = new CountDownLatch(1);
        var under = new CountDownLatch(1);
        try (var server = new RawServer((_, line) -> {
            under.countDown();
            line.send("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n");
            try {
                while (hungUp.getCount() > 0) {
                    line.send("still here ");
                }
            } catch (IOException gone) {
                hungUp.countDown();
            }
        })) {
            var ended = new LinkedBlockingQueue<Throwable>();
            Thread caller = Thread.ofPlatform().start(() -> {
                try {
                    web.call(WebRequest.get("x", server.address()), answer -> answer.body().readAllBytes().length);
                } catch (IOException | InterruptedException cause) {
                    ended.add(cause);
                }
            });
            under.await();
            caller.interrupt();

            assertEquals(InterruptedException.class, ended.take().getClass());
            assertTrue(hungUp.await(5, TimeUnit.SECONDS), "the server must see the connection end");
        }
    }

    @Test
    void readsWhenItMayAskAgain() {
        var now = Instant.parse("2026-11-21T10:00:00Z");
        assertEquals(Duration.ofSeconds(12), RetryAfter.read("12", now).orElseThrow());
        assertEquals(Duration.ofMillis(1500), RetryAfter.read(" 1.5 ", now).orElseThrow());
        assertEquals(Duration.ofSeconds(30), RetryAfter.read("Sat, 21 Nov 2026 10:00:30 GMT", now).orElseThrow());
        assertEquals(Duration.ZERO, RetryAfter.read("Sat, 21 Nov 2026 09:00:00 GMT", now).orElseThrow());
        assertTrue(RetryAfter.read("soon", now).isEmpty());
    }

    @Test
    void takesTheLongestSilenceFromTheEnvironment() {
        assertEquals(Duration.ofMillis(2500), WebTimes.of(Map.of("FETTLE_TIMEOUT_S", "2.5")).silence());
        assertEquals(WebTimes.DEFAULT, WebTimes.of(Map.of("FETTLE_TIMEOUT_S", "never")));
        assertEquals(WebTimes.DEFAULT, WebTimes.of(Map.of()));
    }
}
