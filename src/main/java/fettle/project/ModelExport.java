package fettle.project;

import fettle.job.ExpectedException;
import fettle.model.Model;
import fettle.project.folder.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Hands a model on: a folder that transformers loads, there whole or not at all.
public final class ModelExport {

    private ModelExport() {}

    /// Copies a model's files to `folder`, which is absent or empty.
    public static void copy(Model model, Path folder) throws IOException, InterruptedException {
        Path target = folder.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            requireEmpty(target);
            Files.delete(target);
        }
        List<Path> files;
        try (Stream<Path> entries = Files.list(model.folder())) {
            files = entries.filter(Files::isRegularFile).toList();
        }
        Folders.make(target, fresh -> {
            for (Path file : files) {
                Files.copy(file, fresh.resolve(file.getFileName()));
            }
        });
    }

    private static void requireEmpty(Path folder) throws IOException {
        boolean empty = Files.isDirectory(folder);
        if (empty) {
            try (Stream<Path> entries = Files.list(folder)) {
                empty = entries.findAny().isEmpty();
            }
        }
        if (!empty) {
            throw new ExpectedException("not-empty", folder + " is there already.", "Choose a new folder.");
        }
    }
}
