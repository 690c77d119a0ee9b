package fettle.web;

import fettle.web.WebException.Kind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// One caller's line: which call is under way, how to end it, and what to say when it breaks.
final class Line {

    private final WebRequest request;
    private final WebTimes times;
    private final boolean offline;
    private @Nullable Call current;
    private boolean ended;

    Line(WebRequest request, WebTimes times, boolean offline) {
        this.request = request;
        this.times = times;
        this.offline = offline;
    }

    WebRequest request() {
        return request;
    }

    synchronized void use(Call call) {
        current = call;
        if (ended) {
            call.cancel();
        }
    }

    synchronized void hangUp() {
        ended = true;
        if (current != null) {
            current.cancel();
        }
    }

    private synchronized boolean stopped() {
        return ended;
    }

    /// The parsed address of a call that may be made.
    HttpUrl address(WebRequest asked) throws WebException {
        HttpUrl url = HttpUrl.parse(asked.address());
        if (url == null) {
            throw new WebException(Kind.ADDRESS, "“" + asked.address() + "” is not a web address.",
                    "It begins with http:// or https:// and names a host.", false, null);
        }
        if (offline && !loopback(url.host())) {
            throw new WebException(Kind.OFFLINE, "Fettle is offline, so " + url.host() + " was not asked.",
                    "Switch offline off in the settings to allow it.", false, null);
        }
        return url;
    }

    private static boolean loopback(String host) {
        return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    WebAnswer answer(Response response, Tally tally) {
        InputStream body = response.body().byteStream();
        return new WebAnswer(response.code(), response.request().url().toString(),
                name -> Optional.ofNullable(response.header(name)),
                new Counted(body, tally, response.request().url()));
    }

    /// What broke, as a sentence.
    IOException sentence(IOException cause, HttpUrl url, boolean sent) {
        String host = url.port() == HttpUrl.defaultPort(url.scheme()) ? url.host() : url.host() + ":" + url.port();
        if (stopped()) {
            return new WebException(Kind.STOPPED, "The call to " + host + " was stopped.", "", sent, cause);
        }
        return switch (cause) {
            case WebException known -> known;
            case UnknownHostException _ -> new WebException(Kind.HOST_UNKNOWN, "The host " + host + " was not found.",
                    "Check the address and the network connection.", sent, cause);
            case SocketTimeoutException _ when !sent -> new WebException(Kind.CONNECT_TIMEOUT,
                    host + " did not take the connection within " + seconds(times.connect()) + ".",
                    "Check the address and the network connection, then try again.", sent, cause);
            case SocketTimeoutException _ -> new WebException(Kind.SILENCE,
                    host + " said nothing for " + seconds(times.silence()) + ".",
                    "Try again, or allow a longer silence with FETTLE_TIMEOUT_S.", sent, cause);
            case ConnectException _,NoRouteToHostException _ -> new WebException(Kind.NOBODY_THERE,
                    "Nothing answers at " + host + ".", "Start the server there, or check the address.", sent, cause);
            case SSLException _ -> new WebException(Kind.SECURITY,
                    "The secure connection to " + host + " failed: " + cause.getMessage() + ".",
                    "Check the address, the clock of this machine and its certificates.", sent, cause);
            default -> new WebException(Kind.CUT_OFF, "The connection to " + host + " was cut off.", "Try again.", sent,
                    cause);
        };
    }

    private static String seconds(Duration time) {
        double seconds = time.toMillis() / 1000.0;
        return seconds == Math.rint(seconds) ? (long) seconds + " s" : seconds + " s";
    }

    /// A body whose bytes are counted and whose failures are sentences.
    private final class Counted extends FilterInputStream {

        private final Tally tally;
        private final HttpUrl url;

        Counted(InputStream in, Tally tally, HttpUrl url) {
            super(in);
            this.tally = tally;
            this.url = url;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                int count = super.read(bytes, offset, length);
                tally.received(Math.max(0, count));
                return count;
            } catch (IOException cause) {
                throw tally.failed(sentence(cause, url, true));
            }
        }
    }
}
