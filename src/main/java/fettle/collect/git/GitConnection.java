package fettle.collect.git;

import fettle.job.ExpectedException;
import fettle.web.WebAnswer;
import fettle.web.WebRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.jspecify.annotations.Nullable;

/// One call of git. The answer is laid into a file before git reads it, since it may be large and git reads in its own time.
final class GitConnection implements HttpConnection {

    private static final long MOST_BYTES = 4_000_000_000L;
    private static final List<String> READ = List.of("Content-Type", "Content-Encoding", "Content-Length", "Location",
            "WWW-Authenticate");

    private final GitOverWeb over;
    private final URL url;
    private final Map<String, String> sent = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Map<String, String> headers = new HashMap<>();
    private String method = METHOD_GET;
    private int status;
    private Optional<Path> answer = Optional.empty();

    private static final String METHOD_GET = "GET";

    GitConnection(GitOverWeb over, URL url) {
        this.over = over;
        this.url = url;
    }

    @Override
    public void connect() throws IOException {
        if (status != 0) {
            return;
        }
        String address = over.target(url);
        Path file = Files.createTempFile(over.folder(), "answer-", "");
        try {
            String from = over.web().call(request(address), got -> take(got, file));
            over.answered(address, from, status);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped");
        }
        answer = Optional.of(file);
        String type = headers.getOrDefault("content-type", "");
        if (status == HTTP_OK && address.contains("/info/refs")
                && !type.startsWith("application/x-git-upload-pack-advertisement")) {
            throw new ExpectedException("not-found", "What is at " + address.replaceFirst("/info/refs.*", "")
                    + " is not a git repository.", "Check the address; it often ends in .git.");
        }
    }

    private WebRequest request(String address) {
        Optional<WebRequest.Body> sentBody = method.equals(METHOD_GET) ? Optional.empty() : Optional.of(sentBody());
        var request = new WebRequest("git fetch", method, address, List.of(), sentBody);
        for (Map.Entry<String, String> header : sent.entrySet()) {
            request = request.with(header.getKey(), header.getValue());
        }
        return over.signed(request);
    }

    private WebRequest.Body sentBody() {
        return new WebRequest.Body() {

            @Override
            public String mediaType() {
                return sent.getOrDefault("Content-Type", "application/octet-stream");
            }

            @Override
            public long length() {
                return body.size();
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                body.writeTo(out);
            }
        };
    }

    /// Lays the answer down; returns the address that it came from.
    private String take(WebAnswer got, Path file) throws IOException {
        status = got.status();
        READ.forEach(name -> got.header(name).ifPresent(value -> headers.put(name.toLowerCase(Locale.ROOT), value)));
        long count = 0;
        byte[] bytes = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = got.body().read(bytes); read >= 0; read = got.body().read(bytes)) {
                out.write(bytes, 0, read);
                count += read;
                over.received(count);
                if (count > MOST_BYTES) {
                    throw new ExpectedException("too-large", "The repository is larger than 4 GB.",
                            "Clone it, and add the folder.");
                }
            }
        }
        return got.address();
    }

    @Override
    public int getResponseCode() throws IOException {
        connect();
        return status;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        connect();
        return answer.isEmpty()
                ? new ByteArrayInputStream(new byte[0])
                : Files.newInputStream(answer.get(), StandardOpenOption.DELETE_ON_CLOSE);
    }

    @Override
    public OutputStream getOutputStream() {
        return body;
    }

    @Override
    public URL getURL() {
        return url;
    }

    @Override
    public String getResponseMessage() throws IOException {
        connect();
        return "status " + status;
    }

    @Override
    public Map<String, List<String>> getHeaderFields() {
        var all = new HashMap<String, List<String>>();
        READ.forEach(name -> {
            String value = getHeaderField(name);
            if (value != null) {
                all.put(name, List.of(value));
            }
        });
        return all;
    }

    @Override
    public @Nullable String getHeaderField(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public List<String> getHeaderFields(String name) {
        String value = getHeaderField(name);
        return value == null ? List.of() : List.of(value);
    }

    @Override
    public @Nullable String getContentType() {
        return getHeaderField("Content-Type");
    }

    @Override
    public int getContentLength() {
        String length = headers.getOrDefault("content-length", "");
        return length.matches("[0-9]{1,9}") ? Integer.parseInt(length) : -1;
    }

    @Override
    public void setRequestProperty(String name, String value) {
        sent.put(name, value);
    }

    @Override
    public void setRequestMethod(String newMethod) {
        method = newMethod;
    }

    @Override
    public String getRequestMethod() {
        return method;
    }

    @Override
    public boolean usingProxy() {
        return false;
    }

    @Override
    public void setUseCaches(boolean usecaches) {
        // there is none
    }

    @Override
    public void setConnectTimeout(int timeout) {
        // how long a call may take is the same for all of the program
    }

    @Override
    public void setReadTimeout(int timeout) {
        // how long a call may take is the same for all of the program
    }

    @Override
    public void setInstanceFollowRedirects(boolean followRedirects) {
        // redirects are followed where all of them are
    }

    @Override
    public void setDoOutput(boolean dooutput) {
        // what is written is sent
    }

    @Override
    public void setFixedLengthStreamingMode(int contentLength) {
        // the length is known when it is sent
    }

    @Override
    public void setChunkedStreamingMode(int chunklen) {
        // the length is known when it is sent
    }

    @Override
    public void configure(KeyManager @Nullable [] km, TrustManager @Nullable [] tm,
            java.security.@Nullable SecureRandom random) {
        // certificates are checked as for all calls
    }

    @Override
    public void setHostnameVerifier(HostnameVerifier hostnameverifier) {
        // hosts are checked as for all calls
    }
}
