package fettle.ui.example.spelling;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.analysis.hunspell.SortingStrategy;
import org.apache.lucene.analysis.hunspell.TimeoutPolicy;

/// The Hunspell dictionaries that there are: American English, which comes with Fettle, and those of some folders, each a
/// pair of files such as `nb_NO.aff` and `nb_NO.dic`. Safe for several threads.
public final class Dictionaries {

    /// The one that comes with Fettle (SCOWL's en_US).
    public static final String ENGLISH = "en";
    private static final String BUNDLED = "/fettle/assets/dictionaries/en/en";

    private final List<Path> folders;

    /// @param folders looked through in this order; those that are not there are passed over
    public Dictionaries(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /// The folder `dictionaries` of FETTLE_HOME, and those of the operating system.
    public static Dictionaries of(Path home) {
        return new Dictionaries(List.of(home.resolve("dictionaries"), Path.of("/usr/share/hunspell"),
                Path.of("/Library/Spelling")));
    }

    /// Names such as "en" and "nb_NO", the one that comes with Fettle first.
    public List<String> names() throws IOException {
        var found = new TreeMap<String, Path>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (var files = Files.newDirectoryStream(folder, "*.aff")) {
                    files.forEach(file -> found.putIfAbsent(name(file), file));
                }
            }
        }
        found.remove(ENGLISH);
        var names = new java.util.ArrayList<String>();
        names.add(ENGLISH);
        names.addAll(found.keySet());
        return List.copyOf(names);
    }

    /// Reads a dictionary, a second or so. Empty when there is none of this name. Throws an IOException with a sentence when
    /// it cannot be read.
    public Optional<Hunspell> read(String name) throws IOException {
        for (Path folder : folders) {
            Path rules = folder.resolve(name + ".aff");
            Path words = folder.resolve(name + ".dic");
            if (Files.isRegularFile(rules) && Files.isRegularFile(words)) {
                try (InputStream aff = Files.newInputStream(rules); InputStream dic = Files.newInputStream(words)) {
                    return Optional.of(read(name, aff, dic));
                }
            }
        }
        if (!name.equals(ENGLISH)) {
            return Optional.empty();
        }
        try (InputStream aff = bundled(".aff"); InputStream dic = bundled(".dic")) {
            return Optional.of(read(name, aff, dic));
        }
    }

    private static Hunspell read(String name, InputStream aff, InputStream dic) throws IOException {
        try {
            var dictionary = new Dictionary(aff, List.of(dic), false, SortingStrategy.inMemory());
            return new Hunspell(dictionary, TimeoutPolicy.RETURN_PARTIAL_RESULT, () -> {});
        } catch (ParseException | IllegalArgumentException broken) {
            throw new IOException("The dictionary " + name + " cannot be read: " + broken.getMessage() + ".", broken);
        }
    }

    private static InputStream bundled(String ending) {
        return Objects.requireNonNull(Dictionaries.class.getResourceAsStream(BUNDLED + ending), ending);
    }

    private static String name(Path file) {
        String name = Objects.requireNonNull(file.getFileName()).toString();
        return name.substring(0, name.length() - ".aff".length());
    }
}
