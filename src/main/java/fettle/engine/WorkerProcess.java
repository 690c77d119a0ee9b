package fettle.engine;

import fettle.engine.worker.Cores;
import fettle.engine.worker.Order;
import fettle.engine.worker.WorkerMain;
import fettle.job.ExpectedException;
import fettle.job.Jobs;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A worker that was started: what it is told, and what it says. Its errors go to a log file.
final class WorkerProcess implements AutoCloseable {

    private static final int LAST_LINES = 4;

    private final Process process;
    private final Path log;
    private final Writer input;
    private final BlockingQueue<Optional<JsonNode>> lines = new LinkedBlockingQueue<>();

    private WorkerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        input = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /// Starts a worker on an order. `heapMegabytes` is for Java's own objects; tensors live outside of it.
    static WorkerProcess start(Order order, Path log, long heapMegabytes) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        var builder = new ProcessBuilder(command(heapMegabytes, log + ".crash")).redirectError(log.toFile());
        threads(builder.environment());
        var worker = new WorkerProcess(builder.start(), log);
        new Jobs(Runnable::run).start("listen to the worker", _ -> worker.listen(), _ -> {});
        worker.send(order.toLine());
        return worker;
    }

    private static List<String> command(long heapMegabytes, String crashFile) {
        boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        Path java = Path.of(System.getProperty("java.home", ""), "bin", windows ? "java.exe" : "java");
        return List.of(java.toString(), "--enable-native-access=ALL-UNNAMED",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0", "-Dorg.bytedeco.javacpp.maxBytes=0",
                "-Xmx" + heapMegabytes + "m", "-XX:+UseSerialGC", "-XX:ErrorFile=" + crashFile,
                "-Dstderr.encoding=UTF-8", "-cp",
                System.getProperty("java.class.path", ""), WorkerMain.class.getName());
    }

    /// The most that matrix products may take; the worker sets what it uses. Libtorch's own loops get one.
    private static void threads(Map<String, String> environment) {
        environment.put("OPENBLAS_NUM_THREADS", String.valueOf(Cores.forWork()));
        environment.put("OMP_NUM_THREADS", "1");
    }

    private Void listen() throws IOException {
        try (var output = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                try {
                    lines.add(Optional.of(JsonMapper.shared().readTree(line)));
                } catch (JacksonException _) {
                    // a native library printed something
                }
            }
        } finally {
            lines.add(Optional.empty());
        }
        return null;
    }

    /// Tells it something. When it is gone, that is told where its answer is waited for.
    void send(String line) {
        try {
            input.write(line + "\n");
            input.flush();
        } catch (IOException _) {
            // its end is in the queue
        }
    }

    /// Its next line; empty when none came in that time. Throws when it ended, saying how.
    Optional<JsonNode> poll(Duration most) throws ExpectedException, InterruptedException {
        Optional<JsonNode> line = lines.poll(most.toMillis(), TimeUnit.MILLISECONDS);
        if (line == null) {
            return Optional.empty();
        }
        if (line.isEmpty()) {
            lines.add(line); // for whoever asks again
            throw died();
        }
        JsonNode failed = line.get().path("failed");
        if (failed.isObject() && !line.get().has("id")) {
            throw failure(failed);
        }
        return line;
    }

    /// A failure as the worker told it.
    static ExpectedException failure(JsonNode failed) {
        return new ExpectedException(failed.path("kind").asString("worker-failed"),
                failed.path("message").asString("The engine failed."), failed.path("next").asString(""));
    }

    private ExpectedException died() throws InterruptedException {
        process.waitFor(5, TimeUnit.SECONDS);
        int code = process.isAlive() ? 0 : process.exitValue();
        boolean killed = code == 137;
        String why = killed ? "was killed, probably because memory ran out" : "ended with exit code " + code;
        return new ExpectedException(killed ? "not-enough-memory" : "worker-ended",
                "The engine's process " + why + "." + lastErrors(),
                killed
                        ? "Lower per_device_train_batch_size or max_length, or close other programs."
                        : "Try again; " + log + " says more.");
    }

    private String lastErrors() {
        try {
            List<String> errors = Files.readAllLines(log).stream().filter(line -> !line.isBlank()).toList();
            List<String> last = errors.subList(Math.max(0, errors.size() - LAST_LINES), errors.size());
            return last.isEmpty() ? "" : " Its last words: " + String.join(" / ", last);
        } catch (IOException _) {
            return "";
        }
    }

    long pid() {
        return process.pid();
    }

    /// Ends it at once; waits until it is gone.
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            input.close();
        } catch (IOException _) {
            // it is gone
        }
    }
}
