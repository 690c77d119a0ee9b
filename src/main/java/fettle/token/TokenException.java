package fettle.token;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A tokenizer, encoding or template that cannot be used as it stands. The message is a sentence for the person.
public final class TokenException extends IOException {

    public TokenException(String message) {
        this(message, null);
    }

    public TokenException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// The message; never absent.
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? "The tokens cannot be read." : message;
    }
}
