package fettle.collect.github;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fettle.collect.repository.BlobHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Speaks as much of GitHub's API as its documentation says, on loopback, about one repository; a second server stands for
/// the host that archives come from.
public final class GitHubStandIn implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer api = server();
    private final HttpServer archives = server();
    private final String prefix;
    private final ConcurrentLinkedDeque<Answer> next = new ConcurrentLinkedDeque<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Commit> commits = new HashMap<>();
    private final Map<String, String> refs = new LinkedHashMap<>();
    private volatile String name = "acme/docs";
    private volatile int mostListed = 100_000;
    private volatile Consumer<Tar> archive = _ -> {};
    private final AtomicInteger cuts = new AtomicInteger();

    /// An answer to the next call, instead of the usual one.
    @FunctionalInterface
    public interface Answer {

        /// Returns whether it answered.
        boolean to(HttpExchange exchange) throws IOException;
    }

    /// A commit: its files by path, and its links and submodules.
    record Commit(Map<String, byte[]> files, Map<String, String> modes) {}

    public GitHubStandIn() throws IOException {
        this("");
    }

    /// `prefix` is that of an Enterprise server: "/api/v3".
    public GitHubStandIn(String prefix) throws IOException {
        this.prefix = prefix;
        api.createContext("/", this::serve);
        archives.createContext("/", this::serveArchive);
        api.start();
        archives.start();
    }

    private static HttpServer server() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        return server;
    }

    public String address() {
        return "http://127.0.0.1:" + api.getAddress().getPort() + prefix;
    }

    /// Puts a commit on a branch or tag. A file whose content begins with "->" is a link, one with "@@" a submodule.
    public GitHubStandIn commit(String ref, String sha, String... pathsAndTexts) {
        var files = new TreeMap<String, byte[]>();
        for (int at = 0; at < pathsAndTexts.length; at += 2) {
            files.put(pathsAndTexts[at], pathsAndTexts[at + 1].getBytes(StandardCharsets.UTF_8));
        }
        return commit(ref, sha, files);
    }

    public GitHubStandIn commit(String ref, String sha, Map<String, byte[]> files) {
        var modes = new HashMap<String, String>();
        files.forEach((path, content) -> {
            String text = new String(content, 0, Math.min(2, content.length), StandardCharsets.ISO_8859_1);
            modes.put(path, text.equals("->") ? "120000" : text.equals("@@") ? "160000" : "100644");
        });
        commits.put(sha, new Commit(files, modes));
        refs.put(ref, sha);
        return this;
    }

    /// From now on the repository is called otherwise, and its old name leads there.
    void rename(String newName) {
        name = newName;
    }

    void listAtMost(int entries) {
        mostListed = entries;
    }

    /// Puts further members into the archive, before the files.
    void archive(Consumer<Tar> more) {
        archive = more;
    }

    /// Cuts the connection in the middle of the next archives.
    void cutArchives(int times) {
        cuts.set(times);
    }

    /// Answers the next call otherwise.
    public void next(Answer answer) {
        next.add(answer);
    }

    /// Answers the next call with that status and headers.
    public void next(int status, String body, String... headers) {
        next(exchange -> {
            for (int at = 0; at < headers.length; at += 2) {
                exchange.getResponseHeaders().add(headers[at], headers[at + 1]);
            }
            send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
            return true;
        });
    }

    /// What was asked, as "path" with "+token" when a token came along.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public List<String> askedAndForget() {
        List<String> all = asked();
        asked.clear();
        return all;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString().substring(prefix.length());
            asked.add(path + (exchange.getRequestHeaders().containsKey("Authorization") ? " +token" : ""));
            Answer special = next.poll();
            if (special == null || !special.to(exchange)) {
                usual(exchange, path);
            }
        }
    }

    private void usual(HttpExchange exchange, String path) throws IOException {
        String old = "/repos/acme/docs";
        String here = "/repos/" + name;
        if (path.equals("/repositories/1")) {
            json(exchange, repo(), "\"repo-" + name + "\"");
        } else if (!here.equals(old) && (path.equals(old) || path.startsWith(old + "/"))) {
            exchange.getResponseHeaders().add("Location", address() + "/repositories/1");
            send(exchange, 301, "{\"message\":\"Moved Permanently\"}".getBytes(StandardCharsets.UTF_8));
        } else if (path.equals(here)) {
            json(exchange, repo(), "\"repo-" + name + "\"");
        } else if (path.startsWith(here + "/commits/")) {
            commit(exchange, path.substring((here + "/commits/").length()));
        } else if (path.startsWith(here + "/git/trees/")) {
            tree(exchange, path.substring((here + "/git/trees/").length()));
        } else if (path.startsWith(here + "/git/blobs/")) {
            blob(exchange, path.substring((here + "/git/blobs/").length()));
        } else if (path.startsWith(here + "/tarball/")) {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + archives.getAddress().getPort() + "/"
                    + path.substring((here + "/tarball/").length()) + "?token=codeload-secret");
            send(exchange, 302, new byte[0]);
        } else {
            send(exchange, 404, "{\"message\":\"Not Found\"}".getBytes(StandardCharsets.UTF_8));
        }
    }

    private ObjectNode repo() {
        ObjectNode repo = JSON.createObjectNode().put("id", 1).put("full_name", name).put("default_branch", "main")
                .put("html_url", "https://github.example/" + name).put("private", false).put("size", 12);
        repo.putObject("license").put("key", "mit").put("name", "MIT License").put("spdx_id", "MIT");
        return repo;
    }

    private void commit(HttpExchange exchange, String ref) throws IOException {
        String sha = refs.getOrDefault(ref, commits.containsKey(ref) ? ref : "");
        if (sha.isEmpty()) {
            send(exchange, refs.isEmpty() ? 409 : 422, ("{\"message\":\"" + (refs.isEmpty()
                    ? "Git Repository is empty."
                    : "No commit found for SHA: " + ref) + "\"}").getBytes(StandardCharsets.UTF_8));
            return;
        }
        conditional(exchange, sha.getBytes(StandardCharsets.UTF_8), "\"" + sha + "\"");
    }

    private void tree(HttpExchange exchange, String asked) throws IOException {
        boolean recursive = asked.endsWith("?recursive=1");
        String sha = asked.replace("?recursive=1", "");
        String[] place = sha.split("~", 2);
        Commit commit = commits.get(place[0]);
        String folder = place.length > 1 ? place[1].replace('~', '/') + "/" : "";
        if (commit == null) {
            send(exchange, 404, "{\"message\":\"Not Found\"}".getBytes(StandardCharsets.UTF_8));
            return;
        }
        ObjectNode answer = JSON.createObjectNode().put("sha", sha);
        ArrayNode nodes = answer.putArray("tree");
        var folders = new java.util.HashSet<String>();
        commit.files.forEach((path, content) -> {
            String inside = path.startsWith(folder) ? path.substring(folder.length()) : "";
            boolean deeper = inside.contains("/");
            if (!inside.isEmpty() && deeper && !recursive && folders.add(inside.substring(0, inside.indexOf('/')))) {
                String child = inside.substring(0, inside.indexOf('/'));
                nodes.addObject().put("path", child).put("mode", "040000").put("type", "tree").put("sha",
                        place[0] + "~" + (folder + child).replace('/', '~'));
            } else if (!inside.isEmpty() && (recursive || !deeper)) {
                String mode = commit.modes.getOrDefault(path, "100644");
                ObjectNode node = nodes.addObject().put("path", inside).put("mode", mode).put("type",
                        mode.equals("160000") ? "commit" : "blob").put("sha", BlobHash.of(content));
                if (!mode.equals("160000")) {
                    node.put("size", content.length);
                }
            }
        });
        answer.put("truncated", nodes.size() > mostListed);
        while (nodes.size() > mostListed) {
            nodes.remove(nodes.size() - 1);
        }
        json(exchange, answer, "");
    }

    private void blob(HttpExchange exchange, String sha) throws IOException {
        for (Commit commit : commits.values()) {
            for (byte[] content : commit.files.values()) {
                if (BlobHash.of(content).equals(sha)) {
                    String lines = Base64.getMimeEncoder(60, new byte[]{'\n'}).encodeToString(content);
                    json(exchange, JSON.createObjectNode().put("sha", sha).put("encoding", "base64").put("content",
                            lines), "");
                    return;
                }
            }
        }
        send(exchange, 404, "{\"message\":\"Not Found\"}".getBytes(StandardCharsets.UTF_8));
    }

    private void json(HttpExchange exchange, ObjectNode body, String etag) throws IOException {
        conditional(exchange, body.toString().getBytes(StandardCharsets.UTF_8), etag);
    }

    private void conditional(HttpExchange exchange, byte[] body, String etag) throws IOException {
        exchange.getResponseHeaders().add("x-ratelimit-remaining", "55");
        if (!etag.isEmpty()) {
            exchange.getResponseHeaders().add("ETag", etag);
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
        }
        send(exchange, 200, body);
    }

    static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private void serveArchive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String sha = exchange.getRequestURI().getPath().substring(1);
            asked.add("archive " + sha + (exchange.getRequestHeaders().containsKey("Authorization") ? " +token" : ""));
            var tar = new Tar("acme-docs-" + sha);
            archive.accept(tar);
            Commit commit = commits.getOrDefault(sha, new Commit(Map.of(), Map.of()));
            commit.files.forEach((path, content) -> tar.add(path, content, commit.modes.getOrDefault(path, "100644")));
            byte[] bytes = tar.bytes();
            exchange.sendResponseHeaders(200, bytes.length);
            boolean cut = cuts.getAndDecrement() > 0;
            exchange.getResponseBody().write(bytes, 0, cut ? bytes.length / 2 : bytes.length);
        } catch (IOException _) {
            // the client has gone, or half an archive was wanted
        }
    }

    @Override
    public void close() {
        api.stop(0);
        archives.stop(0);
    }

    /// An archive in the making.
    static final class Tar {

        private final String top;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final TarArchiveOutputStream tar;

        Tar(String top) {
            this.top = top;
            try {
                tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes), "UTF-8");
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                raw(top + "/", TarConstants.LF_DIR, new byte[0], "");
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        void add(String path, byte[] content, String mode) {
            switch (mode) {
                case "120000" -> raw(top + "/" + path, TarConstants.LF_SYMLINK, new byte[0], "elsewhere");
                case "160000" -> raw(top + "/" + path + "/", TarConstants.LF_DIR, new byte[0], "");
                default -> raw(top + "/" + path, TarConstants.LF_NORMAL, content, "");
            }
        }

        /// A member under exactly that name.
        void raw(String name, byte kind, byte[] content, String link) {
            var entry = new TarArchiveEntry(name, kind, true);
            entry.setSize(content.length);
            entry.setLinkName(link);
            try {
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        byte[] bytes() {
            try {
                tar.close();
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
            return bytes.toByteArray();
        }
    }

    /// The paths of a list of documents and the like.
    static List<String> sorted(List<String> list) {
        var all = new ArrayList<>(list);
        all.sort(null);
        return all;
    }
}
