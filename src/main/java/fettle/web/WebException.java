package fettle.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Bytes did not go out, or did not come back. Its message is a sentence for the person, `next()` says what to do.
public final class WebException extends IOException {

    /// What went wrong.
    public enum Kind {
        OFFLINE, ADDRESS, HOST_UNKNOWN, NOBODY_THERE, CONNECT_TIMEOUT, SECURITY, SILENCE, CUT_OFF, MOVED, STOPPED
    }

    private final Kind kind;
    private final String next;
    private final boolean sent;

    /// `sent` says whether any byte of the request may have reached the other side.
    public WebException(Kind kind, String message, String next, boolean sent, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.next = next;
        this.sent = sent;
    }

    public Kind kind() {
        return kind;
    }

    /// What the person can do now; a sentence.
    public String next() {
        return next;
    }

    /// Whether any byte of the request may have reached the other side: if not, it can be sent again without harm.
    public boolean sent() {
        return sent;
    }

    /// The message; never absent.
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? kind.name() : message;
    }
}
