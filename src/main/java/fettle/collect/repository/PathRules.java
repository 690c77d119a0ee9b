package fettle.collect.repository;

import fettle.collect.FileReader;
import fettle.source.Globs;
import fettle.source.SourceSettings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which files of a repository are taken, by path and size. What is refused has a reason, a short clause.
public final class PathRules {

    /// Files above it are left out, in bytes.
    public static final long LARGEST = 1_000_000;

    private static final int LONGEST_PATH = 1_024;

    private static final Set<String> VENDORED = Set.of("node_modules", "bower_components", "jspm_packages", "vendor",
            "vendored", "third_party", "third-party", "thirdparty", "godeps", "pods", "carthage", "site-packages",
            "venv", "virtualenv");
    private static final Set<String> MADE_BY_TOOLS = Set.of("__pycache__", "__snapshots__");
    private static final Set<String> LOCKS = Set.of("package-lock.json", "npm-shrinkwrap.json", "yarn.lock",
            "pnpm-lock.yaml", "bun.lock", "bun.lockb", "cargo.lock", "poetry.lock", "pdm.lock", "uv.lock",
            "pipfile.lock", "composer.lock", "gemfile.lock", "go.sum", "flake.lock", "pubspec.lock", "mix.lock",
            "podfile.lock", "packages.lock.json", "deno.lock", ".terraform.lock.hcl", "gradle.lockfile");
    private static final List<String> GENERATED = List.of(".min.js", ".min.css", ".min.mjs", ".bundle.js", ".js.map",
            ".css.map", ".pb.go", ".pb.cc", ".pb.h", "_pb2.py", "_pb2_grpc.py", ".g.dart", ".freezed.dart",
            ".designer.cs", ".snap");
    private static final Set<String> BINARY = Set.of(("zip gz tgz bz2 xz zst 7z rar tar jar war class pyc o a so dll"
            + " dylib lib exe msi dmg iso wasm bin dat db sqlite sqlite3 mp3 mp4 m4a wav ogg flac mov avi mkv webm woff"
            + " woff2 ttf otf eot psd ai sketch fig blend glb stl onnx safetensors pt pth ckpt h5 npy npz pkl gguf keystore"
            + " p12 pfx der").split(" ", -1));

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");

    private final SourceSettings settings;
    private final String below;
    private final Globs included;
    private final Globs excluded;

    /// `below` is a folder or file, of which alone is taken; empty for all.
    public PathRules(SourceSettings settings, String below) {
        this.settings = settings;
        this.below = below;
        this.included = Globs.of(settings.include(), List.of());
        this.excluded = Globs.of(List.of(), settings.exclude());
    }

    /// The rules as one text: a visit under other rules has to look at everything again.
    public String scope() {
        return String.join("\n", settings.include()) + "\n-\n" + String.join("\n", settings.exclude()) + "\n-\n"
                + below;
    }

    /// Why an entry of a tree is not taken; empty when it is.
    public Optional<String> refusal(TreeEntry entry) {
        return switch (entry.kind()) {
            case LINK -> Optional.of(unsafe(entry.path()).orElse("a link, which is not followed"));
            case SUBMODULE -> Optional.of(unsafe(entry.path()).orElse(
                    "a submodule: another repository, which can be added by itself"));
            case FILE -> refusal(entry.path(), entry.size());
        };
    }

    /// The same for a file. `size` is in bytes, -1 when it is not known.
    public Optional<String> refusal(String path, long size) {
        Optional<String> unsafe = unsafe(path);
        if (unsafe.isPresent()) {
            return unsafe;
        }
        if (!isBelow(path) || !included.takes(path)) {
            return Optional.of("not among the paths that were chosen");
        }
        if (!excluded.takes(path)) {
            return Optional.of("among the paths that were left out");
        }
        Optional<String> folder = folders(path);
        if (folder.isPresent()) {
            return folder;
        }
        Optional<String> name = name(path.substring(path.lastIndexOf('/') + 1));
        return name.isPresent() || size <= LARGEST ? name : Optional.of("larger than 1 MB");
    }

    /// Why nothing of a folder is taken; empty when something may be. `path` ends with a slash.
    public Optional<String> folderRefusal(String path) {
        Optional<String> unsafe = unsafe(path.substring(0, path.length() - 1));
        return unsafe.isPresent() ? unsafe : folders(path + "x");
    }

    private boolean isBelow(String path) {
        return below.isEmpty() || path.equals(below) || path.startsWith(below + "/");
    }

    /// Why a path is no path of a repository; empty when it is one.
    public static Optional<String> unsafe(String path) {
        if (path.length() > LONGEST_PATH) {
            return Optional.of("its name is longer than 1,024 characters");
        }
        if (path.startsWith("/") || DRIVE.matcher(path).lookingAt()) {
            return Optional.of("an absolute path, which no repository has");
        }
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                return Optional.of("a path that leads out of the repository");
            }
            if (part.isEmpty() || part.equals(".")) {
                return Optional.of("not a path that git can have");
            }
        }
        boolean control = path.chars().anyMatch(unit -> unit < 32 || unit == 127);
        return control ? Optional.of("its name has control characters") : Optional.empty();
    }

    /// Folders that hold the work of others, or of tools, unless a chosen path names them.
    private Optional<String> folders(String path) {
        for (String part : path.split("/", -1)) {
            String lower = part.toLowerCase(Locale.ROOT);
            boolean folder = !path.endsWith("/" + part) && !path.equals(part);
            if (part.startsWith(".") && !named(part)) {
                return Optional.of("hidden");
            }
            if (folder && VENDORED.contains(lower) && !named(part)) {
                return Optional.of("vendored: the work of others");
            }
            if (folder && MADE_BY_TOOLS.contains(lower) && !named(part)) {
                return Optional.of("generated by a tool");
            }
        }
        return Optional.empty();
    }

    private boolean named(String part) {
        return settings.include().stream().anyMatch(glob -> List.of(glob.strip().split("/", -1)).contains(part));
    }

    private static Optional<String> name(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (LOCKS.contains(lower)) {
            return Optional.of("a lock file, generated by a tool");
        }
        if (GENERATED.stream().anyMatch(lower::endsWith)) {
            return Optional.of("generated by a tool");
        }
        int dot = lower.lastIndexOf('.');
        if (dot >= 0 && BINARY.contains(lower.substring(dot + 1))) {
            return Optional.of("binary, not text");
        }
        return FileReader.refusal(name);
    }
}
