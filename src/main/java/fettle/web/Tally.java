package fettle.web;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.HttpUrl;

/// Counts one call for the log.
final class Tally extends EventListener {

    private final WebRequest request;
    private final HttpUrl url;
    private final Instant begun;
    private volatile boolean sent;
    private volatile long bytesOut;
    private volatile int status;
    private long bytesIn;
    private String problem = "";

    Tally(WebRequest request, HttpUrl url, Instant begun) {
        this.request = request;
        this.url = url;
        this.begun = begun;
    }

    static EventListener listener(Call call) {
        Tally tally = call.request().tag(Tally.class);
        return tally == null ? EventListener.NONE : tally;
    }

    @Override
    public void requestHeadersStart(Call call) {
        sent = true;
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        bytesOut = byteCount;
    }

    /// Whether any byte may have left.
    boolean sent() {
        return sent;
    }

    void status(int code) {
        status = code;
    }

    void received(long bytes) {
        bytesIn += bytes;
    }

    /// Notes how the call broke, and returns it.
    IOException failed(IOException cause) {
        problem = cause instanceof WebException known
                ? known.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : cause.getClass().getSimpleName();
        return cause;
    }

    NetworkLog.Entry entry() {
        String host = url.port() == HttpUrl.defaultPort(url.scheme()) ? url.host() : url.host() + ":" + url.port();
        long millis = Duration.between(begun, Instant.now()).toMillis();
        return new NetworkLog.Entry(begun, host, request.purpose(), request.method(), bytesOut, bytesIn, status, millis,
                problem);
    }
}
