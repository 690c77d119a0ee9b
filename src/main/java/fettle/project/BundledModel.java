package fettle.project;

import fettle.project.folder.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The small base model that comes with Fettle, as a folder of resources. It is unpacked once, for the engine reads files.
final class BundledModel {

    static final String ID = "fettle-base";

    private final String resources;

    /// `resources` is the folder's name on the class path, with a slash at both ends.
    BundledModel(String resources) {
        this.resources = resources;
    }

    /// The model's folder below `models`; empty when this build carries none. Unpacks it when it is not there as it is in
    /// this build.
    Optional<Path> unpackedIn(Path models) throws IOException {
        URL config = BundledModel.class.getResource(resources + "config.json");
        if (config == null) {
            return Optional.empty();
        }
        Path target = models.resolve(ID);
        if (config.openConnection() instanceof JarURLConnection jar) {
            Path file = path(jar.getJarFileURL());
            try (FileSystem inside = FileSystems.newFileSystem(file)) {
                unpack(inside.getPath(resources), target);
            }
        } else {
            unpack(path(config).resolveSibling(""), target);
        }
        return Optional.of(target);
    }

    private static Path path(URL url) throws IOException {
        try {
            return Path.of(new URI(url.toString()));
        } catch (URISyntaxException broken) {
            throw new IOException("The bundled model cannot be found at " + url + ".", broken);
        }
    }

    private static void unpack(Path source, Path target) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(source)) {
            files = entries.filter(Files::isRegularFile).toList();
        }
        if (isSame(files, target)) {
            return;
        }
        Folders.delete(target);
        try {
            Folders.make(target, fresh -> {
                for (Path file : files) {
                    try (InputStream in = Files.newInputStream(file)) {
                        Files.copy(in, fresh.resolve(file.getFileName().toString()));
                    }
                }
            });
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// By size: a model of another build differs somewhere in it.
    private static boolean isSame(List<Path> files, Path target) throws IOException {
        for (Path file : files) {
            Path there = target.resolve(String.valueOf(file.getFileName()));
            if (!Files.exists(there) || Files.size(there) != Files.size(file)) {
                return false;
            }
        }
        return true;
    }
}
