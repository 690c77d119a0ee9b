package fettle.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {

    @TempDir
    private Path folder;

    @Test
    void aDiskThatFillsUpHalfwayLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("recipe.json");
        AtomicFile.write(file, "old");
        var full = assertThrows(IOException.class, () -> AtomicFile.write(file, out -> {
            out.write(new byte[100_000]);
            throw new IOException("No space left on device");
        }));
        assertEquals("No space left on device", full.getMessage());
        assertEquals("old", Files.readString(file));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    @Test
    void aThreadThatIsBeingStoppedStillSavesItsLastState() throws IOException {
        Path file = folder.resolve("sub").resolve("tuning.json");
        Thread.currentThread().interrupt();
        AtomicFile.write(file, "stopped");
        assertTrue(Thread.interrupted());
        assertEquals("stopped", Files.readString(file));
    }
}
