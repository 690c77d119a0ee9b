package fettle.collect.web;

import fettle.job.Progress;
import fettle.web.RetryAfter;
import fettle.web.Web;
import fettle.web.WebAnswer;
import fettle.web.WebException;
import fettle.web.WebRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks one host for pages, one after the other, with the rest between them that the host wants.
final class Fetcher {

    private static final int TRIES = 3;
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?'?([\\w:.-]+)");

    private final Web web;
    private final Manners manners;
    private final Robots robots;
    private final Progress progress;
    private Instant next = Instant.MIN;

    /// `progress` is told of waits; one fetcher is used by one thread at a time.
    Fetcher(Web web, Manners manners, Robots robots, Progress progress) {
        this.web = web;
        this.manners = manners;
        this.robots = robots;
        this.progress = progress;
    }

    /// What an answer was, before it is known what to do about it.
    private sealed interface Answer {

        record Whole(Fetched fetched) implements Answer {}

        record Busy(int status, Optional<Duration> asked) implements Answer {}
    }

    /// Asks for a page, of at most `most` bytes.
    Fetched fetch(PageAddress address, Fetched.Validators known, int most) throws InterruptedException {
        try {
            Optional<String> refusal = robots.refusal(address);
            if (refusal.isPresent()) {
                return new Fetched.Failed(refusal.get(), false);
            }
            Fetched fetched = patiently(address, known, most);
            return fetched instanceof Fetched.Came came ? allowed(came, address) : fetched;
        } catch (WebException failed) {
            return new Fetched.Failed(clause(failed), false);
        } catch (IOException failed) {
            return new Fetched.Failed("the page could not be read: " + failed.getMessage(), false);
        }
    }

    /// The site that a page sends on to has a robots.txt of its own.
    private Fetched allowed(Fetched.Came came, PageAddress asked) throws IOException, InterruptedException {
        PageAddress last = PageAddress.of(came.address());
        Optional<String> refusal = last.site().equals(asked.site()) ? Optional.empty() : robots.refusal(last);
        return refusal.isPresent() ? new Fetched.Failed(refusal.get(), false) : came;
    }

    /// A sentence as a clause.
    static String clause(WebException failed) {
        return failed.getMessage().replaceFirst("\\.$", "");
    }

    private Fetched patiently(PageAddress address, Fetched.Validators known, int most)
            throws IOException, InterruptedException {
        Duration unsaid = manners.unsaid();
        for (int tries = 1;; tries++) {
            rest(address);
            Answer answer = web.call(request(address, known), reply -> answer(reply, most));
            Instant now = manners.clock().instant();
            next = now.plus(robots.rest(address));
            if (answer instanceof Answer.Whole(Fetched fetched)) {
                return fetched;
            }
            var busy = (Answer.Busy) answer;
            Duration wait = busy.asked().orElse(unsaid);
            if (wait.compareTo(manners.longestWait()) > 0 || tries == TRIES) {
                return new Fetched.Failed(busy.asked().isPresent()
                        ? "the server is busy (" + busy.status() + ") and asks to come again in " + wait.toSeconds()
                                + " s"
                        : "the server is busy (" + busy.status() + ")", false);
            }
            next = now.plus(wait.compareTo(robots.rest(address)) > 0 ? wait : robots.rest(address));
            unsaid = unsaid.multipliedBy(2);
        }
    }

    /// Waits until the host may be asked again, and counts long waits down.
    private void rest(PageAddress address) throws InterruptedException {
        for (long millis = left(); millis > 0; millis = left()) {
            if (millis > 2_000) {
                progress.report(0, 0, address.host() + " wants a rest of " + (millis + 999) / 1_000 + " s");
            }
            Thread.sleep(Math.min(millis, 1_000));
            progress.stopIfCancelled();
        }
    }

    private long left() {
        return next.equals(Instant.MIN) ? 0 : Duration.between(manners.clock().instant(), next).toMillis();
    }

    private static WebRequest request(PageAddress address, Fetched.Validators known) {
        WebRequest request = WebRequest.get("read a page", address.toString()).with("Accept",
                "text/html,application/xhtml+xml,text/markdown;q=0.9,text/plain;q=0.9,application/pdf;q=0.8,*/*;q=0.5");
        request = known.etag().isEmpty() ? request : request.with("If-None-Match", known.etag());
        return known.modified().isEmpty() ? request : request.with("If-Modified-Since", known.modified());
    }

    private Answer answer(WebAnswer reply, int most) throws IOException {
        int status = reply.status();
        if (status == 429 || status == 503) {
            return new Answer.Busy(status, RetryAfter.of(reply, manners.clock().instant()));
        }
        if (status == 304) {
            return new Answer.Whole(new Fetched.AsBefore());
        }
        if (!reply.ok() || status == 204) {
            return new Answer.Whole(new Fetched.Failed(reason(status), status == 404 || status == 410));
        }
        byte[] bytes = reply.body().readNBytes(most + 1);
        if (bytes.length > most) {
            return new Answer.Whole(new Fetched.Failed("larger than " + most / 1_000_000 + " MB", false));
        }
        Matcher charset = CHARSET.matcher(reply.header("Content-Type").orElse(""));
        return new Answer.Whole(new Fetched.Came(bytes, reply.address(), reply.mediaType(),
                charset.find() ? charset.group(1).toLowerCase(Locale.ROOT) : "", reply.header("ETag").orElse(""),
                reply.header("Last-Modified").orElse("")));
    }

    private static String reason(int status) {
        return switch (status) {
            case 204 -> "the page is empty";
            case 401, 407 -> "the server asks to log in (" + status + ")";
            case 402 -> "behind a paywall";
            case 403 -> "the server forbids it (403)";
            case 404 -> "there is no page at this address (404)";
            case 410 -> "the page is gone (410)";
            case 451 -> "withheld for legal reasons (451)";
            default -> status >= 500
                    ? "the server failed (" + status + ")"
                    : "the server refused it (" + status + ")";
        };
    }
}
