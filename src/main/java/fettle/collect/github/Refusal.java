package fettle.collect.github;

import fettle.job.ExpectedException;
import fettle.web.RetryAfter;
import fettle.web.WebAnswer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An answer of GitHub that is not what was asked for.
///
/// @param status of HTTP
/// @param said GitHub's own message; may be empty
/// @param limited whether it refuses because of too many calls
/// @param pause how long it asks to wait; empty when it does not say
/// @param signOn where the token can be authorised for an organisation; empty when that is not why
record Refusal(int status, String said, boolean limited, Optional<Duration> pause, String signOn) {

    private static final int MOST = 100_000;
    private static final int SHOWN = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern SIGN_ON = Pattern.compile("url=(https?://[^\\s;,]+)");

    static Refusal of(WebAnswer answer, InstantSource clock) throws IOException {
        String body = answer.text(MOST);
        String lower = body.toLowerCase(Locale.ROOT);
        boolean mayBeLimit = answer.status() == 403 || answer.status() == 429;
        boolean limited = answer.status() == 429 || (mayBeLimit && (answer.header("Retry-After").isPresent()
                || answer.header("gh-limited-by").isPresent() || spent(answer) || lower.contains("rate limit")
                || lower.contains("abuse detection")));
        Matcher signOn = SIGN_ON.matcher(answer.header("X-GitHub-SSO").orElse(""));
        return new Refusal(answer.status(), message(body), limited, limited ? wait(answer, clock) : Optional.empty(),
                signOn.find() ? signOn.group(1) : "");
    }

    private static String message(String body) {
        try {
            JsonNode message = JSON.readTree(body).path("message");
            String text = message.isString() ? message.stringValue().strip() : "";
            return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        } catch (JacksonException _) {
            return "";
        }
    }

    private static boolean spent(WebAnswer answer) {
        return answer.header("x-ratelimit-remaining").map(String::strip).filter("0"::equals).isPresent();
    }

    /// "If the retry-after response header is present, you should not retry until after that many seconds. If
    /// x-ratelimit-remaining is 0, you should not retry until x-ratelimit-reset."
    private static Optional<Duration> wait(WebAnswer answer, InstantSource clock) {
        Instant now = now(answer, clock);
        Optional<Duration> after = RetryAfter.of(answer, now);
        return after.isPresent() ? after : untilReset(answer, now);
    }

    /// How long until more calls are allowed, when an answer says that none is left; empty otherwise.
    static Optional<Duration> whenSpent(WebAnswer answer, InstantSource clock) {
        return untilReset(answer, now(answer, clock));
    }

    private static Optional<Duration> untilReset(WebAnswer answer, Instant now) {
        String reset = answer.header("x-ratelimit-reset").orElse("").strip();
        if (!spent(answer) || !reset.matches("[0-9]{1,12}")) {
            return Optional.empty();
        }
        Duration wait = Duration.between(now, Instant.ofEpochSecond(Long.parseLong(reset) + 1));
        return wait.isNegative() ? Optional.empty() : Optional.of(wait);
    }

    /// GitHub's own time, since the clock here may be wrong and the reset is said in GitHub's.
    private static Instant now(WebAnswer answer, InstantSource clock) {
        try {
            return ZonedDateTime.parse(answer.header("Date").orElse(""), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException _) {
            return clock.instant();
        }
    }

    boolean mayPass() {
        return status >= 500 && status != 501;
    }

    /// As a sentence for the person. `what` is the repository, such as "owner/repo".
    ExpectedException sentence(String what, GitHubAccess access) {
        String host = access.host();
        String from = access.token().map(token -> "the token from " + token.from()).orElse("");
        String quoted = said.isEmpty() ? "" : " It says: “" + access.scrubbed(said) + "”.";
        return switch (status) {
            case 401 -> new ExpectedException("key",
                    host + (from.isEmpty() ? " asks for a token." : " does not accept " + from + ".") + quoted,
                    "Set GITHUB_TOKEN, or run: fettle key set github");
            case 403 -> forbidden(what, host, from, quoted);
            case 404 -> new ExpectedException("not-found", from.isEmpty()
                    ? "There is no repository " + what + " at " + host + ", or it is private: no token was sent."
                    : "There is no repository " + what + " at " + host + ", or it is private and " + from
                            + " may not read it.",
                    from.isEmpty()
                            ? "Check the name; for a private one set GITHUB_TOKEN, or run: fettle key set github"
                            : "Check the name, and that the token may read the contents of this repository.");
            case 409 -> new ExpectedException("empty", "The repository " + what + " is empty.",
                    "Choose one that has a commit.");
            case 451 -> new ExpectedException("forbidden",
                    "GitHub has blocked " + what + " for legal reasons." + quoted, "");
            default -> new ExpectedException("github", host + " answered " + status + " about " + what + "." + quoted,
                    mayPass() ? "Try again later; www.githubstatus.com says what is wrong there." : "Try again later.");
        };
    }

    private ExpectedException forbidden(String what, String host, String from, String quoted) {
        if (!signOn.isEmpty()) {
            return new ExpectedException("single-sign-on",
                    "The organisation of " + what + " asks for a single sign-on, and "
                            + (from.isEmpty() ? "the token" : from) + " is not authorised for it.",
                    "Authorise it at " + signOn + ", then try again.");
        }
        return new ExpectedException("forbidden", host + " does not let " + (from.isEmpty() ? "anybody" : from)
                + " read " + what + "." + quoted, "Give the token the right to read the repository's contents.");
    }
}
