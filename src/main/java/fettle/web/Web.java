package fettle.web;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// The one way out: every call of the program passes here, is written down and can be stopped.
public final class Web {

    private static final int REDIRECTS = 5;

    private final WebTimes times;
    private final ExecutorService threads;
    private final NetworkLog log;
    private volatile boolean offline;
    private @Nullable OkHttpClient client; // made by the first call, as its TLS takes half a second

    /// `threads` wait for the network; it starts nothing before the first call.
    public Web(WebTimes times, ExecutorService threads, NetworkLog log) {
        this.times = times;
        this.threads = threads;
        this.log = log;
    }

    /// Makes of an answer what the caller wants. What it throws goes to the caller as it is.
    ///
    /// @param <T> what it makes
    @FunctionalInterface
    public interface Reading<T> {

        T read(WebAnswer answer) throws IOException;
    }

    public NetworkLog log() {
        return log;
    }

    public boolean offline() {
        return offline;
    }

    /// While offline, calls that would leave this machine are refused with a sentence.
    public void setOffline(boolean offline) {
        this.offline = offline;
    }

    /// Gets the client ready behind the caller's back, when a call is likely soon.
    public void prepare() {
        threads.execute(this::client);
    }

    /// Makes a call, and lets `reading` read the answer, on another thread, while this one waits. Interrupting this thread
    /// ends the call at once. Throws a [WebException] when no answer comes; an answer of any status is an answer.
    public <T> T call(WebRequest request, Reading<T> reading) throws IOException, InterruptedException {
        var line = new Line(request, times, offline);
        Future<T> answer = threads.submit(() -> exchange(line, reading));
        try {
            return answer.get();
        } catch (InterruptedException stopped) {
            line.hangUp();
            throw stopped;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException cause) {
                throw cause;
            }
            if (failed.getCause() instanceof RuntimeException bug) {
                throw bug;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private <T> T exchange(Line line, Reading<T> reading) throws IOException {
        WebRequest request = line.request();
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            HttpUrl url = line.address(request);
            Tally tally = new Tally(request, url, Instant.now());
            try (Response response = answered(line, request, url, tally)) {
                String moved = response.isRedirect() ? response.header("Location") : null;
                if (moved == null) {
                    return reading.read(line.answer(response, tally));
                }
                request = follow(request, url, moved);
            } finally {
                log.add(tally.entry());
            }
        }
        throw new WebException(WebException.Kind.MOVED, line.request().address() + " sends in a circle.",
                "Check the address.", true, null);
    }

    private Response answered(Line line, WebRequest request, HttpUrl url, Tally tally) throws IOException {
        Call call = client().newCall(okRequest(request, url, tally));
        line.use(call);
        try {
            Response response = call.execute();
            tally.status(response.code());
            return response;
        } catch (IOException failed) {
            throw tally.failed(line.sentence(failed, url, tally.sent()));
        }
    }

    private static Request okRequest(WebRequest request, HttpUrl url, Tally tally) {
        var builder = new Request.Builder().url(url).tag(Tally.class, tally).header("User-Agent", "Fettle");
        request.headers().forEach(header -> builder.header(header.name(), header.value()));
        return builder.method(request.method(), request.body().map(OnceBody::new).orElse(null)).build();
    }

    /// The key stays with the host it was meant for; a body is never sent to a place nobody named.
    private static WebRequest follow(WebRequest request, HttpUrl from, String location) throws WebException {
        HttpUrl to = from.resolve(location);
        boolean plainer = to != null && from.isHttps() && !to.isHttps();
        if (to == null || plainer || !request.method().equals("GET")) {
            String where = to == null ? location : to.host();
            throw new WebException(WebException.Kind.MOVED, from.host() + " sends this call on to " + where + ".",
                    "If that is right, put the new address into the settings.", true, null);
        }
        boolean sameHost = to.host().equals(from.host()) && to.port() == from.port()
                && to.scheme().equals(from.scheme());
        return request.movedTo(to.toString(), sameHost);
    }

    private synchronized OkHttpClient client() {
        OkHttpClient made = client;
        if (made == null) {
            made = new OkHttpClient.Builder().connectTimeout(times.connect()).readTimeout(times.silence())
                    .writeTimeout(times.silence()).followRedirects(false).followSslRedirects(false)
                    .eventListenerFactory(Tally::listener).build();
            client = made;
        }
        return made;
    }
}
