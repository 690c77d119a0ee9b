package fettle.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Figures of the benchmarks: a plain line each, and all of one run together in `target/bench.json`.
public final class BenchReport {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path FILE = Path.of("target", "bench.json");

    private BenchReport() {}

    /// Adds a figure, or replaces that of the same name. `ratioOf` says what a ratio compares, such as "GEMM limit"; empty
    /// for a plain figure.
    public static synchronized void add(String name, double value, String unit, String ratioOf) {
        try {
            ObjectNode all = Files.exists(FILE)
                    ? (ObjectNode) JSON.readTree(Files.readString(FILE))
                    : JSON.createObjectNode();
            ObjectNode figure = all.putObject(name).put("value", value).put("unit", unit);
            if (!ratioOf.isEmpty()) {
                figure.put("ratioOf", ratioOf);
            }
            Files.createDirectories(FILE.toAbsolutePath().getParent());
            Files.writeString(FILE, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        System.out.printf("bench  %s = %.4g %s%s%n", name, value, unit, ratioOf.isEmpty() ? "" : " of " + ratioOf);
    }
}
