package fettle.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// What came back, while it is being read.
public final class WebAnswer {

    private final int status;
    private final String address;
    private final Function<String, Optional<String>> headers;
    private final InputStream body;

    WebAnswer(int status, String address, Function<String, Optional<String>> headers, InputStream body) {
        this.status = status;
        this.address = address;
        this.headers = headers;
        this.body = body;
    }

    /// The HTTP status, such as 200. Any status arrives here: what it means is the reader's to say.
    public int status() {
        return status;
    }

    /// Where it came from: after redirects the last address.
    public String address() {
        return address;
    }

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /// The first header of that name, case ignored.
    public Optional<String> header(String name) {
        return headers.apply(name);
    }

    /// Such as "application/json": lower case, without parameters; empty when the server names none.
    public String mediaType() {
        String type = header("Content-Type").orElse("");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /// The body as it comes. Each failed read is a [WebException].
    public InputStream body() {
        return body;
    }

    /// At most the first `most` bytes of the body, as UTF-8.
    public String text(int most) throws IOException {
        return new String(body.readNBytes(most), StandardCharsets.UTF_8);
    }
}
