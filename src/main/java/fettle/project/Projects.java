package fettle.project;

import fettle.job.ExpectedException;
import fettle.project.sqlite.Database;
import fettle.project.sqlite.Failures;
import fettle.token.TokenCounter;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes and opens project folders. Each method throws an [ExpectedException] of kind "not-a-project", "newer-format",
/// "older-format", "read-only", "disk-full", "disk" or "damaged".
public final class Projects {

    private final TokenCounter counter;

    /// `counter` counts tokens in o200k_base; it is called behind the work, first when there is something to count.
    public Projects(TokenCounter counter) {
        this.counter = counter;
    }

    /// Whether the folder holds a project.
    public static boolean isProject(Path folder) {
        return Files.isRegularFile(folder.resolve("project.db"));
    }

    /// Makes a new, empty project in a folder that is absent or empty, and opens it.
    public Project create(Path folder) throws IOException {
        Path place = folder.toAbsolutePath().normalize();
        if (isProject(place)) {
            throw new ExpectedException("exists", place + " is a project already.",
                    "Open it, or choose another folder.");
        }
        try {
            Files.createDirectories(place);
        } catch (FileAlreadyExistsException notAFolder) {
            throw new ExpectedException("not-a-folder", place + " is a file.", "Choose another name.", notAFolder);
        } catch (IOException failed) {
            throw Failures.of(failed, place);
        }
        if (!isEmpty(place)) {
            throw new ExpectedException("not-empty", "The folder " + place + " is not empty.",
                    "Choose a new name or an empty folder.");
        }
        new SettingsFile(place.resolve("fettle.yaml")).lay();
        Project project = open(place, true);
        if (project.holder().isPresent()) {
            project.close();
            throw new ExpectedException("read-only", place + " cannot be written.", "Choose another folder.");
        }
        return project;
    }

    /// Opens a project for writing; if another process has it, or the folder cannot be written, for reading only, and
    /// `holder()` says why.
    public Project open(Path folder) throws IOException {
        return open(existing(folder), true);
    }

    /// Opens a project for reading only; takes nothing from another process that has it or wants it.
    public Project read(Path folder) throws IOException {
        return open(existing(folder), false);
    }

    private static Path existing(Path folder) throws ExpectedException {
        Path place = folder.toAbsolutePath().normalize();
        if (!isProject(place)) {
            throw new ExpectedException("not-a-project", place + (Files.exists(place)
                    ? " is not a Fettle project: it holds no project.db."
                    : " does not exist."), "Make a project there with: fettle new " + folder);
        }
        return place;
    }

    private Project open(Path place, boolean write) throws IOException {
        Optional<FolderLock> lock = Optional.empty();
        Optional<String> readOnlyBecause = Optional.empty();
        if (!write) {
            readOnlyBecause = Optional.of("This project was opened for reading only.");
        } else if (!Files.isWritable(place)) {
            readOnlyBecause = Optional.of("The folder " + place + " cannot be written; the project can be read only.");
        } else {
            lock = FolderLock.take(place);
            readOnlyBecause = lock.isPresent() ? Optional.empty() : Optional.of(FolderLock.holderSentence(place));
        }
        try {
            return load(place, Database.open(place.resolve("project.db"), readOnlyBecause), lock);
        } catch (IOException | RuntimeException failed) {
            if (lock.isPresent()) {
                lock.get().close();
            }
            throw failed;
        }
    }

    private Project load(Path place, Database database, Optional<FolderLock> lock) throws IOException {
        try {
            return new ProjectFolder(place, database, lock, counter);
        } catch (IOException | RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
