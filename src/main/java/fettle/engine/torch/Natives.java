package fettle.engine.torch;

import fettle.job.ExpectedException;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.pytorch.global.torch;

/// The native half of libtorch: whether it is here, loading it, and how many threads it takes.
public final class Natives {

    private Natives() {}

    /// Why models cannot run here, as a sentence; empty when they can. Only looks; loads nothing.
    public static Optional<String> whyNot() {
        String platform = platform();
        boolean packed = Natives.class.getClassLoader()
                .getResource("org/bytedeco/pytorch/" + platform + "/" + System.mapLibraryName("jnitorch")) != null;
        return packed
                ? Optional.empty()
                : Optional.of("The engine has no native library for this platform (" + platform
                        + "), so models cannot be tuned or asked on this machine.");
    }

    /// Loads libtorch; takes some seconds the first time. Throws "no-natives" when there is none for this platform or it
    /// cannot be loaded.
    public static void load() throws ExpectedException {
        Optional<String> whyNot = whyNot();
        if (whyNot.isPresent()) {
            throw new ExpectedException("no-natives", whyNot.get(),
                    "Everything else works; tune with a provider, or use Linux x86-64, Windows x86-64 or macOS arm64.");
        }
        try {
            Loader.load(torch.class);
        } catch (LinkageError broken) {
            throw new ExpectedException("no-natives",
                    "The engine's native library cannot be loaded: " + broken.getMessage(),
                    "Check that the folder ~/.javacpp can be written and has 400 MB free, then try again.", broken);
        }
    }

    /// Threads of each matrix product; libtorch's own loops get one. When both take all cores they fight, and all is up to
    /// five times slower.
    public static void useThreads(int threads) {
        torch.set_num_threads(1);
        openblas.blas_set_num_threads(threads);
    }

    /// Fixes the stream of random numbers that dropout takes.
    public static void seed(long seed) {
        torch.manual_seed(seed);
    }

    private static String platform() {
        String system = System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT);
        String processor = System.getProperty("os.arch", "");
        String name = system.startsWith("mac") ? "macosx" : system.startsWith("windows") ? "windows" : "linux";
        return name + "-" + switch (processor) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm64";
            default -> processor;
        };
    }
}
