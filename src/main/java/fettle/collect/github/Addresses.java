package fettle.collect.github;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Names as they stand in a web address.
final class Addresses {

    private Addresses() {}

    /// One part: a slash is written as a code.
    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%7E", "~");
    }

    /// A path: its slashes stay.
    static String path(String text) {
        return part(text).replace("%2F", "/");
    }
}
