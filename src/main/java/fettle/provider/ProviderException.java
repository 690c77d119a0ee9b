package fettle.provider;

import fettle.job.ExpectedException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A provider did not answer as asked. Its message never contains a key.
public final class ProviderException extends ExpectedException {

    private final Fault fault;
    private final transient Circumstances circumstances;

    /// What went wrong, and so what helps.
    public enum Fault {
        /// No key, or one that is not valid: 401.
        KEY_REFUSED,
        /// The key is valid and this is not for it: 403.
        FORBIDDEN,
        /// The account has no money or no quota left. Waiting does not help.
        QUOTA,
        /// Too many requests, or overloaded. Waiting helps.
        BUSY,
        /// No such model, or no such address.
        NOT_FOUND,
        /// The request itself is wrong: 400, 409, 422 and the like. Asking again gives the same.
        REJECTED,
        /// The provider failed: 5xx.
        SERVER,
        /// Something on the way answered with a web page.
        PROXY,
        /// An answer that is not what the API promises.
        NOT_JSON,
        /// A well-formed answer without an answer in it.
        NO_ANSWER,
        /// The answer ended before anything of it arrived.
        CUT_OFF,
        /// Nothing came for too long.
        SILENCE,
        /// The provider was not reached.
        UNREACHABLE,
        /// The person has switched the network off.
        OFFLINE;

        /// As programs read it: "key-refused".
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What else is known of a failure.
    ///
    /// @param pause how long the provider asks to wait
    /// @param retry what the provider says of asking again, where it says so
    /// @param sent whether any byte of the request may have arrived
    /// @param field the field of the request that it is about; empty when none is named
    /// @param partial the text that came before it broke; empty when none did
    record Circumstances(Optional<Duration> pause, Optional<Boolean> retry, boolean sent, String field,
            String partial) {

        static final Circumstances NONE = new Circumstances(Optional.empty(), Optional.empty(), true, "", "");

        Circumstances withPartial(String text) {
            return new Circumstances(pause, retry, sent, field, text);
        }
    }

    ProviderException(Fault fault, String message, String next, Circumstances circumstances,
            @Nullable Throwable cause) {
        super(fault.word(), message, next, cause);
        this.fault = fault;
        this.circumstances = circumstances;
    }

    public Fault fault() {
        return fault;
    }

    /// How long the provider asks to wait before the next request; empty when it says nothing.
    public Optional<Duration> askedWait() {
        return circumstances.pause;
    }

    /// The text that had come before it broke; empty when none had.
    public String partial() {
        return circumstances.partial;
    }

    /// The field of the request that it is about; empty when none is named.
    String field() {
        return circumstances.field;
    }

    /// Whether the same request may succeed when it is sent again, and sending it again does no harm.
    public boolean worthRetrying() {
        if (!circumstances.partial.isEmpty() || fault == Fault.QUOTA) {
            return false;
        }
        return switch (fault) {
            case BUSY, SERVER -> circumstances.retry.orElse(true);
            case PROXY -> circumstances.retry.orElse(false);
            case UNREACHABLE -> !circumstances.sent;
            default -> false;
        };
    }

    ProviderException withPartial(String text) {
        return new ProviderException(fault, getMessage(), next(), circumstances.withPartial(text), getCause());
    }
}
