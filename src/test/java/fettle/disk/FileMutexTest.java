package fettle.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileMutexTest {

    @TempDir
    private Path folder;

    @Test
    void anInterruptedThreadGetsItsTurnAndStaysInterrupted() throws IOException {
        Thread.currentThread().interrupt();
        String made = FileMutex.holding(folder.resolve("sub").resolve(".lock"), () -> "made");
        assertTrue(Thread.interrupted());
        assertEquals("made", made);
    }
}
