package fettle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.collect.github.GitHubStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Documents of several sources, as a person brings them in.
@Timeout(120)
final class CollectCommandTest {

    @TempDir
    Path folder = Path.of("");

    private final GitHubStandIn github;

    CollectCommandTest() throws IOException {
        github = new GitHubStandIn().commit("main", "c1", "README.md", "# Read me\n", "docs/a.md", "# A\n", "logo.png",
                "x");
    }

    @AfterEach
    void close() {
        github.close();
    }

    private Shell shell() {
        return new Shell(folder.resolve("home")).with("GITHUB_API_URL", github.address()).with("GITHUB_TOKEN",
                "ghp_secretOfTheCommand");
    }

    private String project() {
        String project = folder.resolve("colours").toString();
        shell().json(0, "new", project);
        return project;
    }

    private String notes() throws IOException {
        Path notes = Files.createDirectories(folder.resolve("notes"));
        Files.writeString(notes.resolve("one.md"), "# One\n");
        return notes.toString();
    }

    @Test
    void bringsInSeveralSourcesAndSaysWhatEachGave() throws Exception {
        String project = project();
        JsonNode all = shell().json(0, "collect", project, "github:acme/docs", notes());
        assertEquals("3 0 1", all.path("documents").asInt() + " " + all.path("cached").asInt() + " "
                + all.path("skipped").size());
        assertEquals("{\"path\":\"logo.png\",\"reason\":\"a picture\"}", all.path("skipped").path(0).toString());
        assertEquals(
                "{\"location\":\"github:acme/docs\",\"kind\":\"github\",\"documents\":2,\"cached\":0,\"skipped\":1,"
                        + "\"revision\":\"c1\"}",
                all.path("sources").path(0).toString());
        assertEquals("folder", all.path("sources").path(1).path("kind").asString());
        JsonNode again = shell().json(0, "collect", project, "github:acme/docs");
        assertEquals("2 2 1", again.path("documents").asInt() + " " + again.path("cached").asInt() + " "
                + again.path("skipped").size());
    }

    @Test
    void goesOnWithTheOthersWhenOneFails() throws Exception {
        String project = project();
        JsonNode all = shell().json(3, "collect", project, "github:acme/gone", "gopher://x", notes(),
                "github:acme/docs");
        assertEquals("3", all.path("documents").asString());
        assertEquals("sources", all.path("error").path("kind").asString());
        assertTrue(all.path("error").path("message").asString().startsWith("2 of 4 sources could not be read"),
                all.toString());
        assertEquals(4, all.path("sources").size());
        assertTrue(shell().json(3, "collect", project, "acme/gone").path("error").path("message").asString().endsWith(
                "may not read it. Nor is there a folder of that name here."));
        Shell.Ran said = shell().run("collect", project, "github:acme/gone", "https://github.com/acme/docs");
        assertEquals(3, said.code());
        assertTrue(said.err().contains("1 of 2 sources could not be read: There is no repository acme/gone at "), said
                .err());
        assertTrue(said.out().contains("github:acme/docs: 2 documents"), said.out());
        assertTrue(said.out().contains("The token was read from GITHUB_TOKEN and sent to 127.0.0.1:"), said.out());
        assertFalse((said.out() + said.err()).contains("ghp_secretOfTheCommand"));
    }

    @Test
    void takesOnlyChosenPathsAndRemembersThem() {
        String project = project();
        JsonNode some = shell().json(0, "collect", project, "github:acme/docs", "--include", "docs/**", "--exclude",
                "*.txt");
        assertEquals("1 2", some.path("documents").asInt() + " " + some.path("skipped").size());
        assertEquals(1, shell().json(0, "collect", project, "github:acme/docs").path("documents").asInt());
    }

    @Test
    void refusesWhatMeansNothing() {
        String project = project();
        assertEquals("unknown-source", shell().json(2, "collect", project, "gopher://x").path("error").path("kind")
                .asString());
        assertEquals("usage", shell().json(2, "collect", project, "https://example.org/x", "--as", "poem").path("error")
                .path("kind").asString());
        github.next(403, "{\"message\":\"secondary rate limit\"}", "Retry-After", "3600");
        JsonNode limited = shell().json(3, "collect", project, "github:acme/docs");
        assertEquals("rate-limit", limited.path("error").path("kind").asString());
        assertEquals("github", limited.path("sources").path(0).path("kind").asString());
    }
}
