package fettle.ui.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// Files whose rows become examples, by their names.
public final class RowFile {

    private static final Set<String> ENDINGS = Set.of("jsonl", "ndjson", "json", "csv", "tsv", "xlsx", "parquet");

    private RowFile() {}

    /// Whether it is a file whose name says that it holds rows.
    public static boolean holdsRows(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)) && !Files.isDirectory(path);
    }
}
