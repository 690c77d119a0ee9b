package fettle.collect.repository;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// Under which licence the files of a repository are.
public final class Licences {

    private static final Pattern FILE = Pattern.compile("(?i)(un)?licen[cs]e([-._].*)?|copying([-._].*)?");

    private Licences() {}

    /// The licence file in the root; the shortest name when there are several.
    public static Optional<String> file(Collection<String> paths) {
        return paths.stream().filter(path -> FILE.matcher(path).matches())
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }
}
