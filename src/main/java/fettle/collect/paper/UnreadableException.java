package fettle.collect.paper;

import java.io.IOException;

/// A file that cannot be read; the message is a short clause that says why.
final class UnreadableException extends IOException {

    UnreadableException(String reason) {
        super(reason);
    }

    String reason() {
        String reason = getMessage();
        return reason == null ? "broken" : reason;
    }
}
