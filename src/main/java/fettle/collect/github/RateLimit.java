package fettle.collect.github;

import fettle.job.ExpectedException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// GitHub's limit, shared by all visits of a collector: when one is told to wait, all wait.
final class RateLimit {

    private static final Duration TICK = Duration.ofSeconds(1);

    private final Patience patience;
    private Instant until = Instant.MIN;

    RateLimit(Patience patience) {
        this.patience = patience;
    }

    Patience patience() {
        return patience;
    }

    /// No call is made for that long from now.
    synchronized void hold(Duration wait) {
        Instant end = patience.clock().instant().plus(wait);
        until = end.isAfter(until) ? end : until;
    }

    private synchronized Duration left() {
        return until.equals(Instant.MIN) ? Duration.ZERO : Duration.between(patience.clock().instant(), until);
    }

    /// Waits until a call may be made, with a countdown. Throws when that is too long to wait for.
    void await(Watched progress) throws ExpectedException, InterruptedException {
        Duration left = left();
        if (left.compareTo(patience.longest()) > 0) {
            throw tooLong(left);
        }
        for (; left.isPositive(); left = left()) {
            progress.note("GitHub asks to wait: goes on in " + words(left));
            Thread.sleep(left.compareTo(TICK) < 0 ? left : TICK);
        }
        progress.stopIfCancelled();
    }

    private ExpectedException tooLong(Duration left) {
        String when = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault())
                .format(patience.clock().instant().plus(left).plusSeconds(59));
        return new ExpectedException("rate-limit",
                "GitHub takes no more calls for now; it may be tried again at " + when + ", in " + words(left) + ".",
                "Run it again then; with a token GitHub allows 5,000 calls an hour, without one 60.");
    }

    private static String words(Duration left) {
        long seconds = Math.ceilDiv(left.toMillis(), 1000);
        return seconds < 120 ? seconds + " s" : Math.ceilDiv(seconds, 60) + " minutes";
    }
}
