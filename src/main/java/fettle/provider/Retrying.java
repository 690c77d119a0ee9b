package fettle.provider;

import fettle.example.ChatModel;
import fettle.provider.ProviderException.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/// Asks a model again when waiting may help: it is busy, it failed, or it was not reached. Waits as long as the provider
/// asks; else half a second, doubling to eight. All callers of one instance wait together. Interrupting ends the wait.
public final class Retrying implements ChatModel {

    private final ChatModel model;
    private final Policy policy;
    private final Clock clock;
    private final Consumer<Attempt> onWait;
    private final AtomicInteger retries = new AtomicInteger();
    private long openAtMillis = Long.MIN_VALUE / 2; // before this nobody asks again

    /// `onWait` is told of each wait before it begins, on the thread that waits.
    public Retrying(ChatModel model, Policy policy, Clock clock, Consumer<Attempt> onWait) {
        this.model = model;
        this.policy = policy;
        this.clock = clock;
        this.onWait = onWait;
    }

    /// With the usual policy and the clock of this machine, telling nobody.
    public Retrying(ChatModel model) {
        this(model, Policy.DEFAULT, Clock.SYSTEM, _ -> {});
    }

    /// How often and how long.
    ///
    /// @param tries in all, of an answer that says busy or failed
    /// @param connects tries in all, when the provider is not reached
    /// @param first wait; each further one doubles
    /// @param longest own wait
    /// @param patience longest wait that a provider may ask for; beyond it the call fails and says when to come back
    public record Policy(int tries, int connects, Duration first, Duration longest, Duration patience) {

        public static final Policy DEFAULT = new Policy(6, 3, Duration.ofMillis(500), Duration.ofSeconds(8),
                Duration.ofSeconds(60));

        /// The wait before try `next` (2 for the first repeat), without jitter.
        Duration waitBefore(int next) {
            long millis = first.toMillis() << Math.min(20, next - 2);
            return Duration.ofMillis(Math.min(millis, longest.toMillis()));
        }
    }

    /// A wait that is about to begin.
    ///
    /// @param next the try that follows it, 2 for the first repeat
    /// @param of tries in all
    /// @param why a sentence
    public record Attempt(int next, int of, Duration pause, String why) {}

    /// Time, replaceable in tests.
    ///
    /// @param millis now, from any fixed beginning
    /// @param sleep waits that many milliseconds
    /// @param jitter gives a number in 0..1, anew each time
    public record Clock(LongSupplier millis, Sleep sleep, DoubleSupplier jitter) {

        public static final Clock SYSTEM = new Clock(() -> System.nanoTime() / 1_000_000, Thread::sleep,
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /// Waits.
    @FunctionalInterface
    public interface Sleep {

        void millis(long millis) throws InterruptedException;
    }

    @Override
    public String name() {
        return model.name();
    }

    /// How often it has asked again, over all calls.
    public int retries() {
        return retries.get();
    }

    @Override
    public Reply complete(Request request, Consumer<String> onText) throws IOException, InterruptedException {
        for (int tried = 1;; tried++) {
            awaitOpening();
            try {
                return model.complete(request, onText);
            } catch (ProviderException fault) {
                int most = fault.fault() == Fault.UNREACHABLE ? policy.connects : policy.tries;
                Duration asked = fault.askedWait().orElse(Duration.ZERO);
                if (!fault.worthRetrying() || tried >= most || asked.compareTo(policy.patience) > 0) {
                    throw fault;
                }
                pause(fault, new Attempt(tried + 1, most, waitFor(fault, tried + 1), fault.getMessage()));
            }
        }
    }

    private Duration waitFor(ProviderException fault, int next) {
        return fault.askedWait().orElseGet(() -> {
            double share = 0.75 + 0.25 * clock.jitter.getAsDouble();
            return Duration.ofMillis(Math.round(policy.waitBefore(next).toMillis() * share));
        });
    }

    private void pause(ProviderException fault, Attempt attempt) throws InterruptedException {
        retries.incrementAndGet();
        onWait.accept(attempt);
        if (fault.askedWait().isPresent()) {
            synchronized (this) {
                openAtMillis = Math.max(openAtMillis, clock.millis.getAsLong() + attempt.pause().toMillis());
            }
        } else {
            clock.sleep.millis(attempt.pause().toMillis());
        }
    }

    private void awaitOpening() throws InterruptedException {
        for (long left = untilOpening(); left > 0; left = untilOpening()) {
            clock.sleep.millis(left);
        }
    }

    private synchronized long untilOpening() {
        return openAtMillis - clock.millis.getAsLong();
    }
}
