package fettle.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.app.Launcher;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Time from the start of the process to the first window that can be used (headless, software pipeline, the start screen),
/// plain and with an AOT cache of the same class path. Seven alternating runs each; medians of the wall time.
@Tag("bench")
final class StartBench {

    private static final int RUNS = 7;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void fromTheStartToAWindowThatCanBeUsed() throws Exception {
        String classPath = jars();
        Path cache = folder.resolve("fettle.aot");
        start(classPath, "-XX:AOTCacheOutput=" + cache);
        assertTrue(Files.size(cache) > 0);
        var plain = new double[RUNS];
        var cached = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            plain[run] = start(classPath, "-Dfettle.bench=plain");
            cached[run] = start(classPath, "-XX:AOTCache=" + cache);
        }
        BenchReport.add("start.window.plain", median(plain), "s", "");
        BenchReport.add("start.window.aot", median(cached), "s", "");
        BenchReport.add("start.window.aot.share", median(cached) / median(plain), "×", "the plain start");
    }

    /// Seconds that the process itself tells.
    private double start(String classPath, String option) throws Exception {
        var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Dglass.platform=Headless", "-Dprism.order=sw",
                "-Dfettle.leave.when.usable=true", option, "-cp", classPath, Launcher.class.getName());
        builder.environment().put("DISPLAY", ":none");
        builder.environment().put("FETTLE_HOME", folder.resolve("home").toString());
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), out);
        String line = out.lines().filter(words -> words.startsWith("usable after ")).findFirst().orElseThrow();
        return Double.parseDouble(line.substring("usable after ".length(), line.lastIndexOf(' ')));
    }

    /// The class path with Fettle's own classes as a jar: the cache takes no folders.
    private String jars() {
        Path own = folder.resolve("fettle.jar");
        List<String> all = java.util.regex.Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getProperty("java.class.path")).toList();
        String classes = all.stream().filter(entry -> entry.endsWith("target/classes")
                || entry.endsWith("target\\classes")).findFirst().orElseThrow();
        ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
        assertEquals(0, jar.run(System.out, System.err, "-c", "-f", own.toString(), "-C", classes, "."));
        var entries = new ArrayList<>(List.of(own.toString()));
        all.stream().filter(entry -> entry.endsWith(".jar")).forEach(entries::add);
        return entries.stream().collect(Collectors.joining(File.pathSeparator));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
