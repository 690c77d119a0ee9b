package fettle.collect.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.document.Captures;
import fettle.document.Collector.Collected;
import fettle.document.Collector.Visit;
import fettle.document.Document;
import fettle.job.ExpectedException;
import fettle.job.LightThreads;
import fettle.job.Progress;
import fettle.source.Skipped;
import fettle.source.SourceSettings;
import fettle.web.NetworkLog;
import fettle.web.Web;
import fettle.web.WebTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Repositories on this disk and behind HTTP, made by the test.
@Timeout(60)
final class GitCollectorTest {

    @TempDir
    Path folder = Path.of("");

    private final NetworkLog log = new NetworkLog();
    private final Web web = new Web(new WebTimes(Duration.ofSeconds(5), Duration.ofSeconds(10)),
            LightThreads.executor("net"), log);
    private final Map<String, String> keys = new TreeMap<>();
    private GitRepository repository = absent();
    private GitHost host = noHost();
    private List<Document> documents = List.of();
    private String memory = "";

    @SuppressWarnings("NullAway") // made before each test
    private static GitRepository absent() {
        return null;
    }

    @SuppressWarnings("NullAway") // made before each test
    private static GitHost noHost() {
        return null;
    }

    @BeforeEach
    void make() throws IOException {
        repository = new GitRepository(folder.resolve("docs.git"));
        repository.commit("main", "README.md", "# Read me\n", "docs/a.md", "# A\n", "LICENSE", "MIT\n");
        host = new GitHost(repository.repository());
    }

    @AfterEach
    void close() {
        host.close();
        repository.close();
    }

    private GitCollector collector() {
        return new GitCollector(() -> web, folder.resolve("cache"), name -> Optional.ofNullable(keys.get(name)));
    }

    private Visit visit(String location) throws ExpectedException {
        return new Visit(collector().sourceOf(location), List.of(location), SourceSettings.USUAL, documents, memory,
                new Captures() {
                    @Override
                    public String keep(byte[] bytes) {
                        throw new IllegalStateException("The files of a repository stay at their commit.");
                    }

                    @Override
                    public Optional<byte[]> find(String sha256) {
                        return Optional.empty();
                    }
                });
    }

    private Collected collect(String location) throws IOException, InterruptedException {
        Collected collected = collector().collect(visit(location), Progress.UNWATCHED);
        documents = collected.documents();
        memory = collected.memory();
        return collected;
    }

    private static List<String> paths(Collected collected) {
        return collected.documents().stream().map(Document::path).toList();
    }

    private static Map<String, String> reasons(Collected collected) {
        var all = new TreeMap<String, String>();
        for (Skipped one : collected.skipped()) {
            all.put(one.path(), one.reason());
        }
        return all;
    }

    @Test
    void readsTheLastCommitOfARepositoryOnThisDisk() throws Exception {
        Collected collected = collect("git:" + repository.folder());
        assertEquals(List.of("LICENSE", "README.md", "docs/a.md"), paths(collected));
        assertEquals("main LICENSE 18", collected.facts().branch() + " " + collected.facts().licence() + " "
                + collected.facts().bytes());
        assertEquals(40, collected.facts().revision().length());
        assertEquals(0, log.entries().size());
    }

    @Test
    void readsACheckoutWithoutWhatIsNotCommitted() throws Exception {
        Path checkout = folder.resolve("checkout");
        Files.createDirectories(checkout);
        Files.writeString(checkout.resolve(".git"), "gitdir: " + repository.folder() + "\n");
        Files.writeString(checkout.resolve("new.md"), "# Not committed\n");
        assertEquals(List.of("LICENSE", "README.md", "docs/a.md"), paths(collect("git:" + checkout)));
    }

    @Test
    void fetchesOneCommitOverHttp() throws Exception {
        repository.commit("main", "README.md", "# Again\n", "docs/a.md", "# A\n", "LICENSE", "MIT\n");
        Collected collected = collect("git:" + host.address());
        assertEquals(List.of("LICENSE", "README.md", "docs/a.md"), paths(collected));
        assertEquals("# Again\n", collected.documents().get(1).text());
        assertTrue(log.entries().stream().allMatch(entry -> entry.purpose().equals("git fetch") && entry.status() == 200
                && entry.bytesIn() > 0 && entry.host().startsWith("127.0.0.1:")), log.entries().toString());
        try (Stream<Path> left = Files.list(folder.resolve("cache"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void fetchesNothingWhenNothingChanged() throws Exception {
        collect("git:" + host.address());
        int asked = host.asked().size();
        Collected again = collect("git:" + host.address());
        assertEquals("3 3", again.documents().size() + " " + again.cached());
        assertFalse(host.asked().subList(asked, host.asked().size()).stream().filter(one -> one.startsWith("POST"))
                .count() > 1, host.asked().toString()); // the list of refs alone
        assertEquals(0, collector().changes(visit("git:" + host.address()), Progress.UNWATCHED));
        repository.commit("main", "README.md", "# New\n", "docs/b.md", "# B\n", "LICENSE", "MIT\n");
        assertEquals(3, collector().changes(visit("git:" + host.address()), Progress.UNWATCHED));
        Collected other = collect("git:" + host.address());
        assertEquals("3 1", other.documents().size() + " " + other.cached());
    }

    @Test
    void readsBranchesTagsAndCommits() throws Exception {
        String first = repository.commit("old/way", "a.md", "# Old\n");
        assertEquals("old/way", collect("git:" + host.address() + "#old/way").facts().branch());
        assertEquals(first, collect("git:" + host.address() + "@old/way").facts().revision());
        assertEquals(first, collect("git:" + repository.folder() + "#" + first).facts().revision());
        var failure = assertThrows(ExpectedException.class, () -> collect("git:" + host.address() + "#nowhere"));
        assertEquals("There is no branch or tag “nowhere” in " + host.address() + ".", failure.getMessage());
    }

    @Test
    void followsToWhereTheRepositoryIsNow() throws Exception {
        assertEquals(3, collect("git:" + host.address().replace(".git", "")).documents().size());
    }

    @Test
    void sendsATokenToItsHostOnly() throws Exception {
        host.ask("secret-of-git");
        var failure = assertThrows(ExpectedException.class, () -> collect("git:" + host.address()));
        assertEquals("forbidden", failure.kind());
        assertEquals("Check the address; for a private one run: fettle key set 127.0.0.1", failure.next());
        keys.put("127.0.0.1", "secret-of-git");
        Collected collected = collect("git:" + host.address());
        assertEquals(3, collected.documents().size());
        assertFalse((log.entries() + collected.memory()).contains("secret-of-git"));
    }

    @Test
    void isSafeFromAHostileRepository() throws Exception {
        repository.commit("main", "a.md", "# A\n", "../evil.md", "# E\n", "x/../../evil.md", "# E\n", "link.md",
                "->/etc/passwd", "sub", "@@", "big.md", "x".repeat(1_500_000), "node_modules/a/b.js", "x",
                ".git/config",
                "[core]", "p.md", "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 7\n");
        for (String place : new String[]{repository.folder().toString(), host.address()}) {
            Collected collected = collect("git:" + place);
            assertEquals(List.of("a.md"), paths(collected), place);
            assertEquals(Map.of("../", "a path that leads out of the repository", "x/../",
                    "a path that leads out of the repository", "link.md", "a link, which is not followed", "sub",
                    "a submodule: another repository, which can be added by itself", "big.md", "larger than 1 MB",
                    "node_modules/", "vendored: the work of others", ".git/", "hidden", "p.md",
                    "a Git LFS pointer: the file of 7 bytes lies elsewhere"), reasons(collected), place);
            documents = List.of();
            memory = "";
        }
    }

    @Test
    void stopsAtATreeThatNeverEnds() throws Exception {
        repository.bomb("main");
        var failure = assertThrows(ExpectedException.class, () -> collect("git:" + repository.folder()));
        assertEquals("The repository has more than 500,000 files and folders.", failure.getMessage());
    }

    @Test
    void obeysTheOfflineSwitchAndSaysWhatIsNoRepository() throws Exception {
        web.setOffline(true);
        var offline = assertThrows(ExpectedException.class, () -> collect("https://git.invalid/x.git"));
        assertEquals("offline: Fettle is offline, so git.invalid was not asked.", offline.kind() + ": "
                + offline.getMessage());
        web.setOffline(false);
        String home = host.address().replaceFirst("/team/.*", "");
        assertEquals("What is at " + home + "/page is not a git repository.", assertThrows(ExpectedException.class,
                () -> collect("git:" + home + "/page")).getMessage());
        assertEquals("not-found", assertThrows(ExpectedException.class, () -> collect("git:" + home + "/none.git"))
                .kind());
        assertEquals("not-found", assertThrows(ExpectedException.class, () -> collect("git:" + folder)).kind());
        Files.createDirectories(folder.resolve("empty"));
        try (var empty = new GitRepository(folder.resolve("empty/x.git"))) {
            assertEquals("empty", assertThrows(ExpectedException.class, () -> collect("git:" + empty.folder()))
                    .kind());
        }
    }

    @Test
    void canBeStopped() {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> collect("git:" + host.address()));
        assertFalse(Thread.interrupted());
    }

    @ParameterizedTest
    @CsvSource({"git:https://GitLab.com/a/b.git/, git:https://gitlab.com/a/b.git",
            "https://gitlab.com/a/b.git#v1, git:https://gitlab.com/a/b.git#v1",
            "https://gitlab.com/a/b.git@v1, git:https://gitlab.com/a/b.git#v1", "git:/tmp/../x, git:/x",
            "git:file:///x/y, git:/x/y"})
    void readsEachWayToWriteARepository(String written, String canonical) throws Exception {
        assertTrue(collector().accepts(written));
        assertEquals(canonical, collector().sourceOf(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"git://host/x.git", "ssh://git@host/x.git", "git@host:x.git",
            "git:https://user:hunter2@host/x.git", "git:https://host/x.git#a..b"})
    void refusesWhatItDoesNotSpeak(String written) {
        assertTrue(collector().accepts(written));
        var failure = assertThrows(ExpectedException.class, () -> collector().sourceOf(written));
        assertFalse((failure.getMessage() + failure.next()).contains("hunter2"), failure.getMessage());
    }
}
