package fettle.collect.github;

import static fettle.collect.github.GitHubStand.TOKEN;
import static fettle.collect.github.GitHubStand.paths;
import static fettle.collect.github.GitHubStand.reasons;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.collect.repository.BlobHash;
import fettle.document.Capture;
import fettle.document.Collector.Collected;
import fettle.document.Document;
import fettle.job.ExpectedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Visits to a repository, against a server that speaks the API as documented.
@Timeout(60)
final class GitHubCollectorTest {

    private static final String SOURCE = "github:acme/docs";

    private final GitHubStandIn server;
    private final GitHubStand stand;

    GitHubCollectorTest() throws IOException {
        server = new GitHubStandIn().commit("main", "c1", "README.md", "# Read me\n", "docs/a.md", "# A\r\n", "LICENSE",
                "MIT License\n", "src/Main.java", "class Main {}\n");
        stand = new GitHubStand(server, true);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void takesTheArchiveOfACommitAtFirst() throws Exception {
        Collected collected = stand.collect("github:acme/docs.git");
        assertEquals(List.of("LICENSE", "README.md", "docs/a.md", "src/Main.java"), paths(collected));
        assertEquals(0, collected.cached());
    }

    @Test
    void sendsTheTokenToNoOtherHostAndWritesItNowhere() throws Exception {
        Collected collected = stand.collect("github:acme/docs");
        assertEquals(List.of("/repos/acme/docs +token", "/repos/acme/docs/commits/main +token",
                "/repos/acme/docs/git/trees/c1?recursive=1 +token", "/repos/acme/docs/tarball/c1 +token",
                "archive c1"), server.asked());
        String all = stand.log.entries() + collected.memory() + collected.facts() + stand.notes;
        assertFalse(all.contains(TOKEN), all);
        assertFalse(all.contains("codeload-secret"), all);
        assertTrue(collected.facts().note().matches(
                "The token was read from GITHUB_TOKEN and sent to 127\\.0\\.0\\.1:[0-9]+ only\\."),
                collected.facts().note());
    }

    @Test
    void saysWhereEachDocumentComesFrom() throws Exception {
        Collected collected = stand.collect("github:acme/docs");
        Capture capture = collected.documents().get(2).capture();
        assertEquals("https://github.example/acme/docs/blob/c1/docs/a.md", capture.address());
        assertEquals(BlobHash.of("# A\r\n".getBytes(StandardCharsets.UTF_8)), capture.revision());
        assertEquals("MIT (LICENSE)", capture.licence());
        assertTrue(capture.atMillis() > 0);
        assertEquals("main c1 MIT 41", collected.facts().branch() + " " + collected.facts().revision() + " "
                + collected.facts().licence() + " " + collected.facts().bytes());
        assertEquals("# A\n", collected.documents().get(2).text());
    }

    @Test
    void asksOnlyWhetherAnythingChanged() throws Exception {
        stand.collect("github:acme/docs");
        server.askedAndForget();
        assertEquals(0, stand.changes(SOURCE));
        Collected again = stand.refresh(SOURCE);
        assertEquals(List.of("/repos/acme/docs +token", "/repos/acme/docs/commits/main +token"),
                server.asked().subList(2, 4));
        assertEquals(List.of(304, 304), stand.log.entries().stream().skip(stand.log.entries().size() - 2)
                .map(entry -> entry.status()).toList());
        assertEquals("4 4", again.documents().size() + " " + again.cached());
    }

    @Test
    void fetchesOnlyTheFilesThatChanged() throws Exception {
        stand.collect("github:acme/docs");
        server.commit("main", "c2", "README.md", "# Read me again\n", "docs/b.md", "# B\n", "LICENSE", "MIT License\n",
                "src/Main.java", "class Main {}\n");
        server.askedAndForget();
        assertEquals(3, stand.changes(SOURCE)); // one other, one new, one gone
        server.askedAndForget();
        Collected again = stand.refresh(SOURCE);
        assertEquals(List.of("LICENSE", "README.md", "docs/b.md", "src/Main.java"), paths(again));
        assertEquals("2 c2", again.cached() + " " + again.facts().revision());
        assertEquals(List.of("/repos/acme/docs/git/blobs/" + blob("# Read me again\n") + " +token",
                "/repos/acme/docs/git/blobs/" + blob("# B\n") + " +token"),
                server.asked().subList(3, server.asked().size()));
        assertEquals("# Read me again\n", again.documents().get(1).text());
    }

    private static String blob(String text) {
        return BlobHash.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void followsARefThatMoved() throws Exception {
        server.commit("v1", "c1", "README.md", "# One\n");
        stand.collect("github:acme/docs@v1");
        server.commit("v1", "c9", "README.md", "# Nine\n");
        Collected again = stand.refresh("github:acme/docs@v1");
        assertEquals("v1 c9", again.facts().branch() + " " + again.facts().revision());
        assertEquals("# Nine\n", again.documents().getFirst().text());
    }

    @Test
    void doesNotAskAgainForWhatItRefused() throws Exception {
        server.commit("main", "c1", "a.md", "# A\n", "data.xyz", "\0\1\2\3", "big.bin", "x", "weights.md",
                "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345678\n");
        Collected first = stand.collect("github:acme/docs");
        assertEquals(Map.of("big.bin", "binary, not text", "data.xyz", "binary, not text", "weights.md",
                "a Git LFS pointer: the file of 12,345,678 bytes lies elsewhere"), reasons(first));
        server.commit("main", "c2", "a.md", "# A2\n", "data.xyz", "\0\1\2\3", "big.bin", "x", "weights.md",
                "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345678\n");
        server.askedAndForget();
        Collected again = stand.refresh(SOURCE);
        assertEquals(reasons(first), reasons(again));
        assertEquals(4, server.asked().size());
    }

    @Test
    void namesWhatItLeavesOut() throws Exception {
        server.commit("main", "c1", "a.md", "# A\n", "link.md", "->", "sub", "@@", "node_modules/x/index.js", "x",
                "package-lock.json", "{}", "dist/app.min.js", "x", "logo.png", "x", ".github/ci.yml", "a: 1",
                "empty.md",
                "", "huge.md", "x".repeat(1_000_001), "README.md", "# 1\n", "readme.md", "# 2\n");
        Collected collected = stand.collect("github:acme/docs");
        assertEquals(List.of("README.md", "a.md", "readme.md"), paths(collected));
        assertEquals("README.md and readme.md differ only in case", collected.facts().problem());
        var expected = new TreeMap<>(Map.of("link.md", "a link, which is not followed", "sub",
                "a submodule: another repository, which can be added by itself", "node_modules/x/index.js",
                "vendored: the work of others", "package-lock.json", "a lock file, generated by a tool",
                "dist/app.min.js", "generated by a tool", "logo.png", "a picture", ".github/ci.yml", "hidden",
                "empty.md", "empty", "huge.md", "larger than 1 MB"));
        assertEquals(expected, reasons(collected));
    }

    @Test
    void takesOnlyThePathsThatWereChosen() throws Exception {
        stand.settings = stand.settings.withGlobs(List.of("docs/**", "*.java"), List.of("**/Main.java"));
        Collected collected = stand.collect("github:acme/docs");
        assertEquals(List.of("docs/a.md"), paths(collected));
        assertEquals("among the paths that were left out", reasons(collected).get("src/Main.java"));
        stand.settings = stand.settings.withGlobs(List.of(), List.of());
        server.askedAndForget();
        Collected all = stand.refresh(SOURCE);
        assertEquals("4 1", all.documents().size() + " " + all.cached());
    }

    @Test
    void readsAFolderOfARepositoryFromItsPage() throws Exception {
        var enterprise = new GitHubStandIn("/api/v3").commit("main", "c1", "README.md", "# R\n", "docs/a.md", "# A\n");
        try (enterprise) {
            var there = new GitHubStand(enterprise, false);
            String host = enterprise.address().replaceFirst("/api/v3$", "");
            Collected collected = there.collect(host + "/acme/docs/tree/main/docs");
            assertEquals(List.of("docs/a.md"), paths(collected));
            assertEquals(List.of("docs/a.md"), paths(there.refresh("github:acme/docs@main:docs")));
            assertEquals("Read without a token.", collected.facts().note());
        }
    }

    @Test
    void walksTheFoldersOfATruncatedTree() throws Exception {
        server.commit("main", "c1", "a.md", "# A\n", "docs/1.md", "# 1\n", "docs/2.md", "# 2\n", "docs/deep/3.md",
                "# 3\n", "node_modules/x.js", "x", "node_modules/y.js", "y", "node_modules/z.js", "y");
        server.listAtMost(4);
        Collected collected = stand.collect("github:acme/docs");
        assertEquals(List.of("a.md", "docs/1.md", "docs/2.md", "docs/deep/3.md"), paths(collected));
        assertEquals(Map.of("node_modules/", "vendored: the work of others"), reasons(collected));
        assertEquals(List.of("/repos/acme/docs/git/trees/c1?recursive=1 +token",
                "/repos/acme/docs/git/trees/c1 +token", "/repos/acme/docs/git/trees/c1~docs?recursive=1 +token",
                "/repos/acme/docs/tarball/c1 +token", "archive c1"), server.asked().subList(2, 7));
    }

    @Test
    void readsTheArchiveAloneWhenTheTreeIsTooLong() throws Exception {
        server.commit("main", "c1", "a.md", "# A\n", "b.md", "# B\n", "c.md", "# C\n", "node_modules/x.js", "x");
        server.listAtMost(2);
        Collected collected = stand.collect("github:acme/docs");
        assertEquals(List.of("a.md", "b.md", "c.md"), paths(collected));
        assertEquals(blob("# A\n"), collected.documents().getFirst().capture().revision());
        server.commit("main", "c2", "a.md", "# A\n", "b.md", "# B2\n", "c.md", "# C\n");
        Collected again = stand.refresh(SOURCE);
        assertEquals("3 2", again.documents().size() + " " + again.cached());
        assertEquals("# B2\n", again.documents().get(1).text());
    }

    @Test
    void readsAHundredThousandEntries() throws Exception {
        var files = new TreeMap<String, byte[]>();
        for (int number = 0; number < 99_000; number++) {
            files.put("node_modules/p" + number % 100 + "/f" + number + ".js", new byte[]{'x'});
        }
        for (int number = 0; number < 1_000; number++) {
            files.put("docs/f" + number + ".md", ("# Page " + number + "\n").getBytes(StandardCharsets.UTF_8));
        }
        server.commit("main", "c1", files);
        Collected collected = stand.collect("github:acme/docs");
        assertEquals(1_000, collected.documents().size());
        assertEquals(Map.of("node_modules/", "vendored: the work of others (99,000 files)"), reasons(collected));
    }

    @Test
    void goesOnWhenTheArchiveIsCut() throws Exception {
        server.cutArchives(2);
        assertEquals(4, stand.collect("github:acme/docs").documents().size());
        assertEquals(3, server.asked().stream().filter("archive c1"::equals).count());
    }

    @Test
    void fetchesFileByFileWhenTheArchiveNeverComesWhole() throws Exception {
        server.cutArchives(99);
        assertEquals(4, stand.collect("github:acme/docs").documents().size());
        assertTrue(server.asked().stream().anyMatch(asked -> asked.contains("/git/blobs/")), server.asked().toString());
    }

    @Test
    void saysSoWhenTheArchiveNeverComesWholeAndTooMuchIsMissing() throws Exception {
        var files = new TreeMap<String, byte[]>();
        for (int number = 0; number < 200; number++) {
            byte[] noise = new byte[3_000];
            new java.util.Random(number).nextBytes(noise);
            files.put("f" + number + ".md", ("# " + java.util.HexFormat.of().formatHex(noise)).getBytes(
                    StandardCharsets.UTF_8));
        }
        server.commit("main", "c1", files);
        server.cutArchives(99);
        var failure = assertThrows(ExpectedException.class, () -> new GitHubStand(server, false).collect(SOURCE));
        assertTrue(failure.getMessage().matches("The connection broke each time the archive of acme/docs came: "
                + "[0-9]+ of 200 files are missing, so nothing was taken\\."), failure.getMessage());
    }

    @Test
    void readsAFileThatTheArchiveLeavesOutOrFillsIn() throws Exception {
        server.commit("main", "c1", "a.md", "# $Format:%H$\n", "b.md", "# B\n");
        server.archive(tar -> tar.add("a.md", "# c1c1c1c1c1c1c1c1c1c1\n".getBytes(StandardCharsets.UTF_8), "100644"));
        Collected collected = stand.collect("github:acme/docs");
        assertEquals("# $Format:%H$\n", collected.documents().getFirst().text());
    }

    @Test
    void followsARenamedRepositoryAndSaysItsName() throws Exception {
        server.rename("acme/handbook");
        Collected collected = stand.collect("github:acme/docs");
        assertEquals(4, collected.documents().size());
        assertTrue(collected.facts().note().startsWith("acme/docs is now called acme/handbook. The token"),
                collected.facts().note());
        assertEquals(List.of("/repos/acme/docs +token", "/repositories/1 +token",
                "/repos/acme/handbook/commits/main +token"), server.asked().subList(0, 3));
        server.askedAndForget();
        stand.refresh(SOURCE);
        assertEquals("/repos/acme/handbook +token", server.asked().getFirst());
    }

    @Test
    void refusesWhatAHostileArchiveNames() throws Exception {
        server.archive(tar -> {
            byte[] evil = "# evil\n".getBytes(StandardCharsets.UTF_8);
            tar.raw("acme-docs-c1/../../evil.md", (byte) '0', evil, "");
            tar.raw("/etc/evil.md", (byte) '0', evil, "");
            tar.raw("other/evil.md", (byte) '0', evil, "");
            tar.raw("acme-docs-c1/link.md", (byte) '2', new byte[0], "/etc/passwd");
            tar.raw("acme-docs-c1/hard.md", (byte) '1', new byte[0], "acme-docs-c1/README.md");
            tar.raw("acme-docs-c1/null.md", (byte) '3', new byte[0], "");
            tar.raw("acme-docs-c1/" + "long/".repeat(300) + "a.md", (byte) '0', evil, "");
        });
        Collected collected = stand.collect("github:acme/docs");
        assertEquals(List.of("LICENSE", "README.md", "docs/a.md", "src/Main.java"), paths(collected));
        var reasons = reasons(collected);
        assertEquals("a path that leads out of the repository", reasons.get("acme-docs-c1/../../evil.md"));
        assertEquals("an absolute path, which no repository has", reasons.get("/etc/evil.md"));
        assertEquals("outside of the archive's own folder", reasons.get("other/evil.md"));
        assertEquals("a link, which is not followed", reasons.get("link.md"));
        assertEquals("a hard link, which is not followed", reasons.get("hard.md"));
        assertEquals("a device, which no repository has", reasons.get("null.md"));
        assertEquals(7, reasons.size());
        assertTrue(reasons.containsValue("its name is longer than 1,024 characters"));
    }

    @Test
    void obeysTheOfflineSwitch() throws Exception {
        var access = new GitHubAccess("https://api.github.invalid", java.util.Optional.empty());
        stand.web.setOffline(true);
        var collector = new GitHubCollector(() -> stand.web, () -> access, Patience.COMMAND);
        var failure = assertThrows(ExpectedException.class, () -> collector.collect(
                new fettle.document.Collector.Visit(SOURCE, List.of(), stand.settings, List.<Document>of(), "",
                        new fettle.document.Captures() {
                            @Override
                            public String keep(byte[] bytes) {
                                return "";
                            }

                            @Override
                            public java.util.Optional<byte[]> find(String sha256) {
                                return java.util.Optional.empty();
                            }
                        }),
                fettle.job.Progress.UNWATCHED));
        assertEquals("offline: Fettle is offline, so api.github.invalid was not asked.",
                failure.kind() + ": " + failure.getMessage());
    }
}
