package fettle.collect.git;

import fettle.web.Web;
import fettle.web.WebRequest;
import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;

/// Git's HTTP by way of [Web]: so it obeys the offline switch, stands in the network log and can be stopped.
final class GitOverWeb implements HttpConnectionFactory {

    private final Web web;
    private final Path folder;
    private final Token token;
    private final LongConsumer received;
    private String from = "";
    private String to = "";
    private int status;

    /// A secret for one host.
    ///
    /// @param origin scheme, host and port, such as "https://gitlab.com"
    /// @param value empty for none
    record Token(String origin, Optional<String> value) {

        @Override
        public String toString() {
            return value.isPresent() ? "token for " + origin : "no token";
        }
    }

    /// Answers lie in `folder` while they are read; `received` is told how many bytes of one came.
    GitOverWeb(Web web, Path folder, Token token, LongConsumer received) {
        this.web = web;
        this.folder = folder;
        this.token = token;
        this.received = received;
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        return new GitConnection(this, url);
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        return create(url);
    }

    Web web() {
        return web;
    }

    Path folder() {
        return folder;
    }

    void received(long bytes) {
        received.accept(bytes);
    }

    /// Where a call goes: a repository that the first answer showed to be elsewhere is asked there.
    String target(URL url) {
        String address = url.toString();
        return !from.isEmpty() && address.startsWith(from) ? to + address.substring(from.length()) : address;
    }

    /// Any host takes the token as the password of any name; it goes to its own host only.
    WebRequest signed(WebRequest request) {
        if (token.value.isEmpty() || !request.address().startsWith(token.origin + "/")) {
            return request;
        }
        String pair = "x-token-auth:" + token.value.get();
        return request.withSecret("Authorization",
                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /// Notes an answer: its status, and whether it came from another place than was asked.
    void answered(String asked, String answered, int newStatus) {
        status = newStatus;
        int end = asked.indexOf("/info/refs");
        int otherEnd = answered.indexOf("/info/refs");
        if (end > 0 && otherEnd > 0 && !asked.equals(answered)) {
            from = asked.substring(0, end);
            to = answered.substring(0, otherEnd);
        }
    }

    /// Of the last answer; 0 before the first.
    int status() {
        return status;
    }
}
