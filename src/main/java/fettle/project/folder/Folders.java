package fettle.project.folder;

import fettle.project.sqlite.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Numbered folders such as "v1", "v2", …
public final class Folders {

    private Folders() {}

    /// Fills a folder.
    @FunctionalInterface
    public interface Filling {

        void into(Path folder) throws IOException, InterruptedException;
    }

    /// The folders in `parent` that are named `letter` and a number, lowest number first. None when there is no `parent`.
    static List<Path> numbered(Path parent, char letter) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(entry -> number(entry, letter) > 0 && Files.isDirectory(entry))
                    .sorted(Comparator.comparingInt(entry -> number(entry, letter))).toList();
        }
    }

    /// The name of the next folder.
    static String next(Path parent, char letter) throws IOException {
        List<Path> there = numbered(parent, letter);
        return letter + Integer.toString(there.isEmpty() ? 1 : number(there.getLast(), letter) + 1);
    }

    private static int number(Path entry, char letter) {
        String name = String.valueOf(entry.getFileName());
        return name.matches(letter + "[1-9][0-9]{0,8}") ? Integer.parseInt(name.substring(1)) : 0;
    }

    /// Makes a folder that is there whole or not at all.
    public static void make(Path folder, Filling filling) throws IOException, InterruptedException {
        Path parent = folder.getParent();
        try {
            Files.createDirectories(parent);
            Path fresh = Files.createTempDirectory(parent, "." + folder.getFileName());
            try {
                filling.into(fresh);
                Files.move(fresh, folder);
            } finally {
                delete(fresh);
            }
        } catch (IOException failed) {
            throw Failures.of(failed, folder);
        }
    }

    /// Deletes a folder with all that is in it, if it is there.
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
