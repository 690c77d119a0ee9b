package fettle.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One call to be made.
///
/// @param purpose what it is for, a few words for people: "chat", "list models". Never content
/// @param method "GET", "POST", …
/// @param address http or https
/// @param headers as they are sent
/// @param body what is sent; empty for none
public record WebRequest(String purpose, String method, String address, List<Header> headers, Optional<Body> body) {

    public static WebRequest get(String purpose, String address) {
        return new WebRequest(purpose, "GET", address, List.of(), Optional.empty());
    }

    public static WebRequest post(String purpose, String address, Body body) {
        return new WebRequest(purpose, "POST", address, List.of(), Optional.of(body));
    }

    /// The same with one header more.
    public WebRequest with(String name, String value) {
        return with(new Header(name, value, false));
    }

    /// The same with one header more, which is never shown and never goes to another host.
    public WebRequest withSecret(String name, String value) {
        return with(new Header(name, value, true));
    }

    private WebRequest with(Header header) {
        var all = new ArrayList<>(headers);
        all.add(header);
        return new WebRequest(purpose, method, address, List.copyOf(all), body);
    }

    /// The same call to another address, after a redirect.
    WebRequest movedTo(String newAddress, boolean sameHost) {
        List<Header> kept = headers.stream().filter(header -> sameHost || !header.secret).toList();
        return new WebRequest(purpose, method, newAddress, kept, body);
    }

    /// One header. A secret one is a key: it is never shown and never follows a redirect to another host.
    public record Header(String name, String value, boolean secret) {

        @Override
        public String toString() {
            return name + ": " + (secret ? "…" : value);
        }
    }

    /// What is sent; may be written only once.
    public interface Body {

        /// Such as "application/json".
        String mediaType();

        /// In bytes; -1 when it is not known.
        long length();

        void writeTo(OutputStream out) throws IOException;

        /// A body of JSON, in UTF-8.
        static Body json(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return new Body() {
                @Override
                public String mediaType() {
                    return "application/json";
                }

                @Override
                public long length() {
                    return bytes.length;
                }

                @Override
                public void writeTo(OutputStream out) throws IOException {
                    out.write(bytes);
                }
            };
        }
    }
}
