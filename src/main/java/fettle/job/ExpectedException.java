package fettle.job;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A failure that can happen to anyone: its message is a sentence for the person (what, where), `next()` says what to
/// do. Never shown with a stack trace. A failure that a caller must tell apart is a subclass.
public class ExpectedException extends IOException {

    private final String kind;
    private final String next;

    /// `kind` is a short lower-case word for programs, such as "read-only" or "bad-input".
    public ExpectedException(String kind, String message, String next) {
        this(kind, message, next, null);
    }

    public ExpectedException(String kind, String message, String next, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.next = next;
    }

    public final String kind() {
        return kind;
    }

    /// What the person can do now; a sentence, or empty when there is nothing to do.
    public final String next() {
        return next;
    }

    /// The message; never absent.
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? kind : message;
    }
}
