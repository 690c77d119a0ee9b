package fettle.collect.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A site on loopback that answers what a test laid there.
final class Site implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /// Answers one request.
    interface Answer {

        void to(HttpExchange exchange) throws IOException;
    }

    /// @param nanos when it came, by [System#nanoTime]
    record Asked(String path, String ifNoneMatch, long nanos) {}

    Site() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            String etag = exchange.getRequestHeaders().getFirst("If-None-Match");
            asked.add(new Asked(path, etag == null ? "" : etag, System.nanoTime()));
            Answer answer = answers.get(path);
            if (answer == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                answer.to(exchange);
            }
        }
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /// The paths that were asked for so far, without robots.txt.
    List<String> asked() {
        return requests().stream().map(Asked::path).toList();
    }

    List<Asked> requests() {
        return asked.stream().filter(one -> !one.path().equals("/robots.txt")).toList();
    }

    void put(String path, Answer answer) {
        answers.put(path, answer);
    }

    void page(String path, String html) {
        put(path, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    void put(String path, String type, byte[] body, String... headers) {
        put(path, exchange -> {
            if (!type.isEmpty()) {
                exchange.getResponseHeaders().set("Content-Type", type);
            }
            send(exchange, 200, body, headers);
        });
    }

    void status(String path, int status, String... headers) {
        put(path, exchange -> send(exchange, status, new byte[0], headers));
    }

    private static void send(HttpExchange exchange, int status, byte[] body, String... headers) throws IOException {
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
