package fettle.web;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A server on loopback that misbehaves as it is told, byte by byte. One connection per request.
public final class RawServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Handler handler;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    /// Answers one request.
    @FunctionalInterface
    public interface Handler {

        void answer(Asked request, Line line) throws IOException, InterruptedException;
    }

    /// One request as it came.
    ///
    /// @param number 1 for the first
    /// @param headers names in lower case
    public record Asked(int number, String method, String path, Map<String, String> headers, String body) {}

    public RawServer(Handler handler) throws IOException {
        this.handler = handler;
        socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    /// A server that answers each request with the same JSON.
    public static RawServer json(int status, String body) throws IOException {
        return new RawServer((_, line) -> line.answer(status, "application/json", body));
    }

    public String address() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /// All requests so far.
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            Asked request = read(new BufferedInputStream(connection.getInputStream()));
            handler.answer(request, new Line(connection));
        } catch (IOException | InterruptedException _) {
            // the client has gone, which some tests want
        }
    }

    private Asked read(InputStream in) throws IOException {
        String[] first = line(in).split(" ", 3);
        var headers = new TreeMap<String, String>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        synchronized (asked) {
            var request = new Asked(asked.size() + 1, first[0], first[1], headers, body);
            asked.add(request);
            return request;
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            socket.close();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// The way back.
    public final class Line {

        private final Socket connection;
        private final OutputStream out;

        Line(Socket connection) throws IOException {
            this.connection = connection;
            this.out = connection.getOutputStream();
        }

        /// A whole answer.
        public void answer(int status, String type, String body, String... headers) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            var head = new StringBuilder(
                    "HTTP/1.1 " + status + " So\r\nContent-Type: " + type + "\r\nConnection: close\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            send(head + "Content-Length: " + bytes.length + "\r\n\r\n");
            out.write(bytes);
            out.flush();
        }

        /// The beginning of a stream of events, which ends when the connection does.
        public void stream(String... events) throws IOException {
            send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nConnection: close\r\n\r\n");
            for (String event : events) {
                send("data: " + event + "\n\n");
            }
        }

        /// The same in chunked form, whose end can be missing.
        public void chunked(String... events) throws IOException {
            send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (String event : events) {
                byte[] bytes = ("data: " + event + "\n\n").getBytes(StandardCharsets.UTF_8);
                send(Integer.toHexString(bytes.length) + "\r\n");
                out.write(bytes);
                send("\r\n");
            }
        }

        public void send(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        /// Ends the connection with a reset.
        public void reset() throws IOException {
            connection.setSoLinger(true, 0);
            connection.close();
        }

        /// Says nothing more until the server is closed.
        public void fallSilent() throws InterruptedException {
            closing.await();
        }
    }
}
