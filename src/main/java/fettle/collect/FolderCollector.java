package fettle.collect;

import fettle.document.Collector;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.source.Skipped;
import fettle.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Reads the Markdown, text, HTML, source code, PDF, DOCX and EPUB of a folder and all below it, or one file. Links are never followed.
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
        Collected collected = new FolderVisit(reader, visit, progress).collect(place);
        if (collected.documents().isEmpty()) {
            throw nothing(place, collected.skipped());
        }
        return collected;
    }

    @Override
    public int changes(Visit visit, Progress progress) throws IOException, InterruptedException {
        return new FolderVisit(reader, visit, progress).changes(place(visit.location()));
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
                "Choose a folder with Markdown, text, HTML, source code, PDF, DOCX or EPUB.");
    }
}
