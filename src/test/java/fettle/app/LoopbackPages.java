package fettle.app;

import com.sun.net.httpserver.HttpServer;
import fettle.document.Capture;
import fettle.document.Collector;
import fettle.document.Document;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.source.Skipped;
import fettle.source.Source;
import fettle.source.SourceFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A server on this machine, and a collector of its pages: each page is a source of one document.
final class LoopbackPages implements Collector, AutoCloseable {

    /// Texts by path; a page that is absent answers 503.
    final Map<String, String> pages = new ConcurrentHashMap<>();
    final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;

    LoopbackPages() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            String text = pages.get(exchange.getRequestURI().getPath());
            byte[] body = (text == null ? "busy" : text).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(text == null ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Override
    public boolean accepts(String location) {
        return location.startsWith("http://127.0.0.1:");
    }

    @Override
    public Source.Kind kind() {
        return Source.Kind.ARTICLES;
    }

    @Override
    public String sourceOf(String location) {
        return location;
    }

    @Override
    public Collected collect(Visit visit, Progress progress) throws IOException {
        progress.report(0, 1, "Asking " + visit.location());
        var connection = (HttpURLConnection) URI.create(visit.location()).toURL().openConnection();
        if (connection.getResponseCode() != 200) {
            throw new ExpectedException("busy", visit.location() + " answered " + connection.getResponseCode() + ".",
                    "Try again later.");
        }
        String text = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var document = new Document("", "", visit.location(), "A page", Document.Kind.MARKDOWN, "", text,
                Integer.toHexString(text.hashCode()), new Capture(visit.location(), "", "", 1, ""));
        return new Collected(List.of(document), List.<Skipped>of(), SourceFacts.ofBytes(text.length()), "", 0);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
