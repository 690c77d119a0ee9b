package fettle.collect.github;

import fettle.document.Captures;
import fettle.document.Collector.Collected;
import fettle.document.Collector.Visit;
import fettle.document.Document;
import fettle.job.LightThreads;
import fettle.job.Progress;
import fettle.source.Skipped;
import fettle.source.SourceSettings;
import fettle.web.NetworkLog;
import fettle.web.Web;
import fettle.web.WebTimes;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A collector before a stand-in, and what it remembers from visit to visit.
final class GitHubStand {

    static final String TOKEN = "ghp_verySecretTokenOfThisTest";

    final GitHubStandIn server;
    final NetworkLog log = new NetworkLog();
    final ConcurrentLinkedQueue<String> notes = new ConcurrentLinkedQueue<>();
    final Web web = new Web(new WebTimes(Duration.ofSeconds(5), Duration.ofSeconds(5)), LightThreads.executor("net"),
            log);
    private final GitHubCollector collector;
    private List<Document> documents = List.of();
    private String memory = "";
    SourceSettings settings = SourceSettings.USUAL;

    GitHubStand(GitHubStandIn server, boolean token) {
        this(server, token, new Patience(Duration.ofSeconds(3), Duration.ofMillis(50), Duration.ofMillis(10),
                InstantSource.system()));
    }

    GitHubStand(GitHubStandIn server, boolean token, Patience patience) {
        this.server = server;
        var access = new GitHubAccess(server.address(), token
                ? Optional.of(new GitHubAccess.Token(TOKEN, "GITHUB_TOKEN"))
                : Optional.empty());
        collector = new GitHubCollector(() -> web, () -> access, patience);
    }

    private Visit visit(List<String> wanted) throws IOException {
        return new Visit(collector.sourceOf(wanted.getFirst()), wanted, settings, documents, memory, NOWHERE);
    }

    /// Visits, and remembers what came.
    Collected collect(String... wanted) throws IOException, InterruptedException {
        Collected collected = collector.collect(visit(List.of(wanted)), progress());
        documents = collected.documents();
        memory = collected.memory();
        return collected;
    }

    /// Visits again, as a refresh does.
    Collected refresh(String source) throws IOException, InterruptedException {
        Collected collected = collector.collect(new Visit(source, List.of(), settings, documents, memory, NOWHERE),
                progress());
        documents = collected.documents();
        memory = collected.memory();
        return collected;
    }

    int changes(String source) throws IOException, InterruptedException {
        return collector.changes(new Visit(source, List.of(), settings, documents, memory, NOWHERE), progress());
    }

    private Progress progress() {
        return (_, _, note) -> notes.add(note);
    }

    static List<String> paths(Collected collected) {
        return collected.documents().stream().map(Document::path).toList();
    }

    static Map<String, String> reasons(Collected collected) {
        var all = new TreeMap<String, String>();
        for (Skipped one : collected.skipped()) {
            all.put(one.path(), one.reason());
        }
        return all;
    }

    private static final Captures NOWHERE = new Captures() {

        @Override
        public String keep(byte[] bytes) {
            throw new IllegalStateException("The files of a repository stay at their commit.");
        }

        @Override
        public Optional<byte[]> find(String sha256) {
            return Optional.empty();
        }
    };
}
