package fettle.collect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Entries of a folder that are not looked into: links, hidden ones, what tools made.
final class SkippedNames {

    private static final Set<String> VERSION_CONTROL = Set.of(".git", ".hg", ".svn", ".bzr", "CVS");
    private static final Set<String> MADE_BY_TOOLS = Set.of("node_modules", "__pycache__", "venv", "bower_components");

    /// Folders that hold a build's output if one of these files lies beside them.
    private static final Map<String, List<String>> BUILD = Map.of(
            "target", List.of("pom.xml", "Cargo.toml", "build.sbt"),
            "build", List.of("build.gradle", "build.gradle.kts", "CMakeLists.txt", "setup.py", "package.json",
                    "pyproject.toml", "meson.build", "pubspec.yaml"),
            "dist", List.of("package.json", "setup.py", "pyproject.toml"),
            "out", List.of("package.json", "build.gradle", "build.gradle.kts", "foundry.toml"),
            "bin", List.of("build.gradle", ".classpath"), "obj", List.of("packages.config", "Directory.Build.props"));

    private SkippedNames() {}

    /// Why `entry` is passed over, as a clause; empty when it is not.
    static Optional<String> refusal(Path entry) {
        String name = entry.getFileName().toString();
        if (Files.isSymbolicLink(entry)) {
            return Optional.of("a link, which is not followed");
        }
        boolean folder = Files.isDirectory(entry);
        if (folder && VERSION_CONTROL.contains(name)) {
            return Optional.of("the version control's own folder");
        }
        if (name.startsWith(".")) {
            return Optional.of("hidden");
        }
        boolean built = BUILD.getOrDefault(name, List.of()).stream().anyMatch(beside -> Files.exists(entry
                .resolveSibling(beside)));
        if (folder && (MADE_BY_TOOLS.contains(name) || built)) {
            return Optional.of("a folder that a build made");
        }
        return Optional.empty();
    }
}
