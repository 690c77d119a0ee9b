package fettle.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class GlobsTest {

    private static final List<String> PATHS = List.of("README.md", "docs/a.md", "docs/deep/b.md", "src/Main.java",
            "src/docs/c.txt", "assets/logo.svg");

    @Test
    void takesEverythingWithoutPatterns() {
        assertEquals(PATHS, taken(List.of(), List.of("", "  ")));
    }

    @Test
    void aNameWithoutASlashMeansAnyDepthAndAFolderAllBelowIt() {
        assertEquals(List.of("README.md", "docs/a.md", "docs/deep/b.md"), taken(List.of("*.md"), List.of()));
        assertEquals(List.of("docs/a.md", "docs/deep/b.md", "src/docs/c.txt"), taken(List.of("docs"), List.of()));
        assertEquals(List.of("docs/a.md", "docs/deep/b.md"), taken(List.of("/docs/"), List.of()));
    }

    @Test
    void aStarStaysInItsFolderAndTwoGoAcross() {
        assertEquals(List.of("docs/a.md"), taken(List.of("docs/*.md"), List.of()));
        assertEquals(List.of("docs/a.md", "docs/deep/b.md"), taken(List.of("docs/**/*.md"), List.of()));
        assertEquals(List.of("docs/a.md", "docs/deep/b.md"), taken(List.of("docs/**"), List.of()));
        assertEquals(List.of("docs/deep/b.md"), taken(List.of("**/deep/?.md"), List.of()));
    }

    @Test
    void whatIsExcludedWinsOverWhatIsIncluded() {
        assertEquals(List.of("README.md", "docs/a.md"), taken(List.of("*.md"), List.of("docs/deep/**")));
        assertEquals(List.of("README.md", "docs/a.md", "docs/deep/b.md"), taken(List.of(),
                List.of("*.{java,txt,svg}")));
    }

    @Test
    void bracesAndSignsThatMeanNothingStandForThemselves() {
        assertTrue(Globs.of(List.of("a{b.md"), List.of()).takes("a{b.md"));
        assertTrue(Globs.of(List.of("{a{b.md}"), List.of()).takes("{a{b.md}"));
        assertTrue(Globs.of(List.of("(x)+[y].md"), List.of()).takes("deep/(x)+[y].md"));
    }

    private static List<String> taken(List<String> include, List<String> exclude) {
        Globs globs = Globs.of(include, exclude);
        return Stream.of(PATHS).flatMap(List::stream).filter(globs::takes).toList();
    }
}
