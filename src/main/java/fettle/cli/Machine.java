package fettle.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What this machine has.
final class Machine {

    private Machine() {}

    /// Bytes of memory.
    static Optional<Long> memory() {
        return ManagementFactory
                .getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                        ? Optional.of(machine.getTotalMemorySize())
                        : Optional.empty();
    }

    /// The name and memory of an NVIDIA card, as its own tool says; empty without one.
    static Optional<String> gpu() throws InterruptedException {
        if (!Files.exists(Path.of("/proc/driver/nvidia")) && !System.getProperty("os.name", "").startsWith("Windows")) {
            return Optional.empty();
        }
        try {
            Process tool = new ProcessBuilder("nvidia-smi", "--query-gpu=name,memory.total", "--format=csv,noheader")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            if (!tool.waitFor(5, TimeUnit.SECONDS)) {
                tool.destroyForcibly();
                return Optional.empty();
            }
            String text = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return tool.exitValue() == 0 ? text.lines().findFirst() : Optional.empty();
        } catch (IOException _) {
            return Optional.empty(); // no such tool: no such card
        }
    }
}
