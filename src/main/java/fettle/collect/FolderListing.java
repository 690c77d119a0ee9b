package fettle.collect;

import fettle.job.Progress;
import fettle.source.Globs;
import fettle.source.SourceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What lies in a folder and all below it, or one file; nothing is read. Links are never followed.
final class FolderListing {

    private static final String EXCLUDED = "excluded by you";

    private final Path root;
    private final Globs globs;
    private final Globs folders;
    private final Progress progress;
    private final List<Entry> entries = new ArrayList<>();

    /// One entry, in the order of the names.
    ///
    /// @param path relative to the folder, with forward slashes
    /// @param reason why it is passed over; empty for a file that may be read
    record Entry(Path file, String path, long bytes, long modifiedMillis, String reason) {

        boolean isPassedOver() {
            return !reason.isEmpty();
        }
    }

    private FolderListing(Path root, SourceSettings settings, Progress progress) {
        this.root = root;
        this.progress = progress;
        globs = Globs.of(settings);
        folders = Globs.of(List.of(), settings.exclude());
    }

    static List<Entry> of(Path root, SourceSettings settings, Progress progress) throws InterruptedException {
        var listing = new FolderListing(root, settings, progress);
        if (Files.isDirectory(root)) {
            listing.folder(root);
        } else {
            listing.file(root, root.getFileName().toString());
        }
        return listing.entries;
    }

    private void folder(Path folder) throws InterruptedException {
        List<Path> inside;
        try (Stream<Path> listed = Files.list(folder)) {
            inside = listed.sorted(Comparator.comparing(entry -> entry.getFileName().toString())).toList();
        } catch (IOException | UncheckedIOException _) {
            passOver(folder, "may not be read");
            return;
        }
        for (Path entry : inside) {
            progress.stopIfCancelled();
            Optional<String> refusal = SkippedNames.refusal(entry);
            if (refusal.isPresent()) {
                passOver(entry, refusal.get());
            } else if (Files.isDirectory(entry)) {
                if (folders.takes(relative(entry))) {
                    folder(entry);
                } else {
                    passOver(entry, EXCLUDED);
                }
            } else if (globs.takes(relative(entry))) {
                file(entry, relative(entry));
            } else {
                passOver(entry, EXCLUDED);
            }
        }
    }

    private void file(Path file, String path) {
        String reason = FileKinds.refusal(file.getFileName().toString()).orElse("");
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            entries.add(new Entry(file, path, now.size(), now.lastModifiedTime().toMillis(), reason));
        } catch (IOException _) {
            entries.add(new Entry(file, path, 0, 0, "may not be read"));
        }
    }

    private void passOver(Path entry, String reason) {
        entries.add(new Entry(entry, entry.equals(root) ? "." : relative(entry), 0, 0, reason));
    }

    private String relative(Path entry) {
        return root.relativize(entry).toString().replace('\\', '/');
    }
}
