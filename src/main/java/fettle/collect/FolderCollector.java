package fettle.collect;

import fettle.document.Collector;
import fettle.document.Document;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.source.Skipped;
import fettle.source.Source;
import fettle.source.SourceFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the Markdown, text, HTML and source code of a folder and all below it, or one file. Links are never followed.
/// What is not taken is named with its reason.
public final class FolderCollector implements Collector {

    private static final long LARGEST = 1_000_000;
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

    private final FileReader reader;

    public FolderCollector() {
        this(LARGEST);
    }

    /// Files above `largestBytes` are left out.
    public FolderCollector(long largestBytes) {
        reader = new FileReader(largestBytes);
    }

    /// Whether it is a path and not an address such as `https://…` or `github:…`.
    @Override
    public boolean accepts(String location) {
        return !location.isBlank() && !ADDRESS.matcher(location).matches();
    }

    @Override
    public Source.Kind kind() {
        return Source.Kind.FOLDER;
    }

    @Override
    public String sourceOf(String location) throws ExpectedException {
        return place(location).toString();
    }

    @Override
    public Collected collect(Visit visit, Progress progress) throws IOException, InterruptedException {
        Path place = place(visit.location());
        var walk = new Walk(place, progress);
        if (Files.isDirectory(place)) {
            walk.folder(place);
        } else {
            walk.file(place);
        }
        if (walk.documents.isEmpty()) {
            throw nothing(place, walk.skipped);
        }
        return new Collected(List.copyOf(walk.documents), List.copyOf(walk.skipped), SourceFacts.ofBytes(walk.bytes),
                "", unchanged(visit.earlier(), walk.documents));
    }

    private static int unchanged(List<Document> earlier, List<Document> now) {
        var before = new HashSet<String>();
        earlier.forEach(document -> before.add(document.path() + "\n" + document.sha256()));
        return (int) now.stream().filter(document -> before.contains(document.path() + "\n" + document.sha256()))
                .count();
    }

    private static Path place(String location) throws ExpectedException {
        Path place;
        try {
            place = Path.of(location).toAbsolutePath().normalize();
        } catch (InvalidPathException broken) {
            throw new ExpectedException("not-found", location + " is not a path.", "Give a folder or a file.", broken);
        }
        if (!Files.exists(place)) {
            throw new ExpectedException("not-found", "There is no folder or file at " + place + ".",
                    "Check how it is written.");
        }
        if (!Files.isReadable(place)) {
            throw new ExpectedException("forbidden", place + " may not be read.", "Change its permissions.");
        }
        return place;
    }

    private static ExpectedException nothing(Path place, List<Skipped> skipped) {
        if (!Files.isDirectory(place) && !skipped.isEmpty()) {
            return new ExpectedException("nothing-taken", place + " was not taken: it is " + skipped.getFirst().reason()
                    + ".", "Choose a file with text.");
        }
        if (skipped.isEmpty()) {
            return new ExpectedException("empty", place + " is empty.", "Choose a folder with documents.");
        }
        return new ExpectedException("nothing-taken", "Nothing in " + place + " could be taken; " + skipped.size()
                + (skipped.size() == 1 ? " entry was" : " entries were") + " left out, such as "
                + skipped.getFirst().path() + ": " + skipped.getFirst().reason() + ".",
                "Choose a folder with Markdown, text, HTML or source code.");
    }

    /// One walk through a folder.
    private final class Walk {

        private final Path root;
        private final Progress progress;
        private final List<Document> documents = new ArrayList<>();
        private final List<Skipped> skipped = new ArrayList<>();
        private long bytes;

        Walk(Path root, Progress progress) {
            this.root = root;
            this.progress = progress;
        }

        void folder(Path folder) throws InterruptedException {
            List<Path> entries;
            try (Stream<Path> listed = Files.list(folder)) {
                entries = listed.sorted(Comparator.comparing(entry -> entry.getFileName().toString())).toList();
            } catch (IOException | java.io.UncheckedIOException _) {
                skip(folder, "may not be read");
                return;
            }
            for (Path entry : entries) {
                progress.stopIfCancelled();
                Optional<String> refusal = SkippedNames.refusal(entry);
                if (refusal.isPresent()) {
                    skip(entry, refusal.get());
                } else if (Files.isDirectory(entry)) {
                    folder(entry);
                } else {
                    file(entry);
                }
            }
        }

        void file(Path file) {
            String path = file.equals(root) ? file.getFileName().toString() : relative(file);
            progress.report(documents.size(), 0, path);
            switch (reader.read(file, path)) {
                case FileReader.Read.Taken(Document document, long size) -> {
                    documents.add(document);
                    bytes += size;
                }
                case FileReader.Read.Refused(String reason) -> skipped.add(new Skipped(path, reason));
            }
        }

        private void skip(Path entry, String reason) {
            skipped.add(new Skipped(entry.equals(root) ? "." : relative(entry), reason));
        }

        private String relative(Path entry) {
            return root.relativize(entry).toString().replace('\\', '/');
        }
    }
}
