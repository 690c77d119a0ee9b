package fettle.collect.github;

import static fettle.collect.github.GitHubStand.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.job.ExpectedException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What GitHub refuses, and how long it is waited for.
@Timeout(60)
final class GitHubRefusalTest {

    private static final String SECONDARY = "{\"message\":\"You have exceeded a secondary rate limit. Please wait a few"
            + " minutes before you try again.\"}";

    private final GitHubStandIn server;
    private final GitHubStand stand;

    GitHubRefusalTest() throws IOException {
        server = new GitHubStandIn().commit("main", "c1", "README.md", "# Read me\n");
        stand = new GitHubStand(server, true);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private ExpectedException refused() {
        return assertThrows(ExpectedException.class, () -> stand.collect("github:acme/docs"));
    }

    @Test
    void waitsAsLongAsASecondaryLimitAsksAndCountsDown() throws Exception {
        server.next(403, SECONDARY, "Retry-After", "1");
        long start = System.nanoTime();
        assertEquals(1, stand.collect("github:acme/docs").documents().size());
        assertTrue(System.nanoTime() - start >= 1_000_000_000L);
        assertTrue(stand.notes.contains("GitHub asks to wait: goes on in 1 s"), stand.notes.toString());
    }

    @Test
    void waitsByItselfWhenASecondaryLimitSaysNotHowLong() throws Exception {
        server.next(403, SECONDARY);
        server.next(429, "slow down", "gh-limited-by", "cpu");
        assertEquals(1, stand.collect("github:acme/docs").documents().size());
    }

    @Test
    void waitsForTheResetOfThePrimaryLimit() throws Exception {
        long reset = Instant.now().getEpochSecond() + 1;
        server.next(403, "{\"message\":\"API rate limit exceeded for 1.2.3.4.\"}", "x-ratelimit-remaining", "0",
                "x-ratelimit-reset", String.valueOf(reset));
        assertEquals(1, stand.collect("github:acme/docs").documents().size());
        assertTrue(Instant.now().getEpochSecond() >= reset);
    }

    @Test
    void readsTheResetByTheClockOfTheServer() throws Exception {
        server.next(429, SECONDARY, "x-ratelimit-remaining", "0", "x-ratelimit-reset", "1000000001", "Date",
                "Sun, 09 Sep 2001 01:46:40 GMT");
        assertEquals(1, stand.collect("github:acme/docs").documents().size());
    }

    @Test
    void doesNotWaitForHoursButSaysWhenToComeAgain() {
        server.next(403, SECONDARY, "Retry-After", "2520");
        ExpectedException failure = refused();
        assertEquals("rate-limit", failure.kind());
        assertTrue(failure.getMessage().matches("GitHub takes no more calls for now; it may be tried again at"
                + " [0-9]{2}:[0-9]{2}, in 42 minutes\\."), failure.getMessage());
        assertEquals(1, server.asked().size());
        assertEquals(failure.kind(), refused().kind()); // the limit is shared: not even asked
        assertEquals(1, server.asked().size());
    }

    @Test
    void givesUpWhenTheLimitNeverEnds() {
        for (int number = 0; number < 9; number++) {
            server.next(403, SECONDARY);
        }
        assertEquals("127.0.0.1:%s refuses more calls for now, and did so 4 times.".formatted(port()),
                refused().getMessage());
    }

    private String port() {
        return server.address().replaceFirst(".*:", "");
    }

    @Test
    void canBeStoppedWhileItWaits() throws Exception {
        var patient = new GitHubStand(server, false, new Patience(Duration.ofHours(1), Duration.ofMinutes(1),
                Duration.ofSeconds(1), InstantSource.system()));
        server.next(403, SECONDARY, "Retry-After", "1000");
        var ended = new AtomicReference<Throwable>();
        var done = new CountDownLatch(1);
        Thread visit = Thread.ofVirtual().start(() -> {
            try {
                patient.collect("github:acme/docs");
            } catch (IOException | InterruptedException stopped) {
                ended.set(stopped);
            }
            done.countDown();
        });
        while (patient.notes.stream().noneMatch(note -> note.startsWith("GitHub asks to wait"))) {
            Thread.onSpinWait();
        }
        visit.interrupt();
        assertTrue(done.await(5, TimeUnit.SECONDS));
        assertEquals(InterruptedException.class, ended.get().getClass());
    }

    @Test
    void triesAgainWhenTheServerHasTrouble() throws Exception {
        server.next(502, "<html>");
        server.next(exchange -> {
            exchange.close();
            return true;
        });
        assertEquals(1, stand.collect("github:acme/docs").documents().size());
    }

    @Test
    void saysWhereATokenIsAuthorised() {
        server.next(403, "{\"message\":\"Resource protected by organization SAML enforcement.\"}", "X-GitHub-SSO",
                "required; url=https://github.com/orgs/acme/sso?authorization_request=AZSC");
        ExpectedException failure = refused();
        assertEquals("The organisation of acme/docs asks for a single sign-on, and the token from GITHUB_TOKEN is not"
                + " authorised for it.", failure.getMessage());
        assertEquals("Authorise it at https://github.com/orgs/acme/sso?authorization_request=AZSC, then try again.",
                failure.next());
    }

    @Test
    void namesBothReasonsWhyNothingIsFound() {
        server.next(404, "{\"message\":\"Not Found\"}");
        assertEquals("There is no repository acme/docs at 127.0.0.1:" + port()
                + ", or it is private and the token from GITHUB_TOKEN may not read it.", refused().getMessage());
    }

    @Test
    void saysWhatElseWasRefused() throws Exception {
        server.next(401, "{\"message\":\"Bad credentials " + TOKEN + "\"}");
        ExpectedException key = refused();
        assertEquals("key", key.kind());
        assertFalse((key.getMessage() + key.next()).contains(TOKEN));
        server.next(451, "{\"message\":\"Repository access blocked\"}");
        assertEquals("GitHub has blocked acme/docs for legal reasons. It says: “Repository access blocked”.",
                refused().getMessage());
        server.next(403, "{\"message\":\"Resource not accessible by personal access token\"}");
        assertEquals("forbidden", refused().kind());
        try (var empty = new GitHubStandIn()) {
            var failure = assertThrows(ExpectedException.class, () -> new GitHubStand(empty, false).collect(
                    "github:acme/docs"));
            assertEquals("The repository acme/docs is empty.", failure.getMessage());
        }
        var failure = assertThrows(ExpectedException.class, () -> stand.collect("github:acme/docs@nowhere"));
        assertEquals("There is no branch, tag or commit “nowhere” in acme/docs.", failure.getMessage());
    }
}
