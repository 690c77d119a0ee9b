package fettle.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How fast the store is; the ordinary tests run the same way at a small size, for its results only.
final class StoreBenchTest {

    /// In megabytes: an import of 2 GB needs no more.
    private static final int HEAP = 512;

    @TempDir
    private Path folder;

    @Test
    void twoThousandRowsComeInAndAreFound() throws Exception {
        new StoreBench(folder, 2000).run();
    }

    @Test
    @Tag("bench")
    void importsOpensFiltersSearchesAndSaves() throws Exception {
        String rows = System.getProperty("fettle.bench.rows", "50000");
        Process bench = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Xmx" + HEAP + "m", "-cp", System.getProperty("java.class.path"),
                StoreBench.class.getName(), folder.toString(), rows).inheritIO().start();
        assertEquals(0, bench.waitFor());
    }
}
