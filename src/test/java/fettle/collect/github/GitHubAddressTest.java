package fettle.collect.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.job.ExpectedException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GitHubAddressTest {

    @ParameterizedTest
    @CsvSource({"github:near/Docs, github:near/docs, ''", "GitHub:near/docs.git@v1.0, github:near/docs@v1.0, ''",
            "near/docs, github:near/docs, ''", "near/docs@feature/x, github:near/docs@feature/x, ''",
            "https://github.com/near/docs, github:near/docs, ''",
            "https://www.github.com/near/docs.git/, github:near/docs, ''",
            "http://github.com/near/docs/tree/main, github:near/docs@main, ''",
            "https://github.com/near/docs/tree/main/docs/2.%20build/, github:near/docs@main:docs/2. build, docs/2. build",
            "https://github.com/near/docs/blob/main/README.md?plain=1#L3, github:near/docs@main:README.md, README.md",
            "github:near/docs:guides/, github:near/docs:guides, guides",
            "git@github.com:near/docs.git, github:near/docs, ''"})
    void readsEachWayToWriteARepository(String written, String canonical, String below) {
        GitHubAddress address = GitHubAddress.read(written, "github.com").orElseThrow();
        assertEquals(canonical, address.canonical());
        assertEquals(below, address.below());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://github.com/near", "https://github.com/near/docs/issues/3",
            "https://gitlab.com/near/docs", "./near/docs", "near", "near/docs/x", "../docs", "github:near",
            "https://user:secret@github.com/near/docs", "git:https://github.com/near/docs", "src/main"})
    void leavesOtherPlacesToOthers(String written) {
        assertTrue(GitHubAddress.read(written, "github.com").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a..b", "-x", "a b", "x^{}", "a//b"})
    void refusesARefThatGitCannotHave(String ref) {
        var address = new GitHubAddress("near", "docs", ref, "");
        assertEquals("bad-ref", assertThrows(ExpectedException.class, address::checked).kind());
    }

    @Test
    void takesTheFirstTokenThatIsSet() throws Exception {
        var both = GitHubAccess.of(Map.of("GITHUB_TOKEN", " a ", "GITHUB_API_KEY", "b"), _ -> Optional.of("c"));
        assertEquals("token from GITHUB_TOKEN", both.token().orElseThrow().toString());
        assertEquals("b", GitHubAccess.of(Map.of("GITHUB_API_KEY", "b"), _ -> Optional.of("c")).token().orElseThrow()
                .value());
        assertEquals("the key store", GitHubAccess.of(Map.of(), _ -> Optional.of("c")).token().orElseThrow().from());
        GitHubAccess access = GitHubAccess.of(Map.of("GITHUB_API_URL", "https://ghe.example/api/v3/"),
                _ -> Optional.empty());
        assertEquals("https://ghe.example/api/v3 ghe.example", access.api() + " " + access.pages());
    }

    @Test
    void sendsNoTokenInTheOpen() {
        var failure = assertThrows(ExpectedException.class, () -> GitHubAccess.of(Map.of("GITHUB_API_URL",
                "http://ghe.example/api/v3", "GITHUB_TOKEN", "a"), _ -> Optional.empty()));
        assertEquals("GITHUB_API_URL begins with http://, so anybody on the way could read the token.",
                failure.getMessage());
    }
}
