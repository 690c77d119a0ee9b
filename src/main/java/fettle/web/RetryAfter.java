package fettle.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// When the other side wants to be asked again: `retry-after-ms`, or `Retry-After` in seconds or as an HTTP date.
public final class RetryAfter {

    private RetryAfter() {}

    /// The wait that an answer asks for; never negative. Empty when it asks for none, or cannot be read.
    public static Optional<Duration> of(WebAnswer answer, Instant now) {
        Optional<Duration> millis = answer.header("retry-after-ms").flatMap(text -> number(text, 1));
        return millis.isPresent() ? millis : answer.header("Retry-After").flatMap(text -> read(text, now));
    }

    static Optional<Duration> read(String text, Instant now) {
        Optional<Duration> seconds = number(text, 1000);
        return seconds.isPresent() ? seconds : date(text.strip(), now);
    }

    private static Optional<Duration> number(String text, int millisEach) {
        String digits = text.strip();
        if (!digits.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(digits) * millisEach)));
    }

    private static Optional<Duration> date(String text, Instant now) {
        try {
            var until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration wait = Duration.between(now, until);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
