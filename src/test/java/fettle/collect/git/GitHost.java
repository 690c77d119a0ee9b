package fettle.collect.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/// Serves one repository by git's smart protocol over HTTP, on loopback, at `/team/docs.git`; `/team/docs` leads there.
final class GitHost implements AutoCloseable {

    private static final String PLACE = "/team/docs.git";

    private final HttpServer server;
    private final Repository repository;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Optional<String> password = Optional.empty();

    GitHost(Repository repository) throws IOException {
        this.repository = repository;
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PLACE;
    }

    /// From now on it asks for this.
    void ask(String newPassword) {
        password = Optional.of(newPassword);
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String authorization = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                    .orElse("");
            asked.add(exchange.getRequestMethod() + " " + path + (authorization.isEmpty() ? "" : " +token"));
            String expected = password.map(word -> "Basic " + java.util.Base64.getEncoder().encodeToString(
                    ("x-token-auth:" + word).getBytes(StandardCharsets.UTF_8))).orElse("");
            if (!authorization.equals(expected)) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
                exchange.sendResponseHeaders(401, -1);
            } else if (path.startsWith("/team/docs/")) {
                exchange.getResponseHeaders().add("Location", PLACE + path.substring("/team/docs".length()) + "?"
                        + exchange.getRequestURI().getQuery());
                exchange.sendResponseHeaders(301, -1);
            } else if (path.equals(PLACE + "/info/refs")) {
                refs(exchange);
            } else if (path.equals(PLACE + "/git-upload-pack")) {
                pack(exchange);
            } else if (path.startsWith("/page")) {
                answer(exchange, "text/html", "<html>".getBytes(StandardCharsets.UTF_8));
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private UploadPack uploadPack(HttpExchange exchange) {
        var pack = new UploadPack(repository);
        pack.setBiDirectionalPipe(false);
        String version = exchange.getRequestHeaders().getFirst("Git-Protocol");
        if (version != null) {
            pack.setExtraParameters(List.of(version.split(":", -1)));
        }
        return pack;
    }

    private void refs(HttpExchange exchange) throws IOException {
        var out = new ByteArrayOutputStream();
        UploadPack pack = uploadPack(exchange);
        var lines = new PacketLineOut(out);
        if (exchange.getRequestHeaders().getFirst("Git-Protocol") == null) {
            lines.writeString("# service=git-upload-pack\n");
            lines.end();
        }
        pack.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines), "git-upload-pack");
        answer(exchange, "application/x-git-upload-pack-advertisement", out.toByteArray());
    }

    private void pack(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        InputStream in = zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
        var out = new ByteArrayOutputStream();
        uploadPack(exchange).upload(in, out, null);
        answer(exchange, "application/x-git-upload-pack-result", out.toByteArray());
    }

    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
