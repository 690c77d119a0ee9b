package fettle.cli;

import fettle.example.RowReader;
import fettle.example.RowReader.Dialect;
import fettle.example.RowReader.Reading;
import fettle.example.RowReader.RowFile;
import fettle.job.ExpectedException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How tables are written, as far as a person says it.
final class TableOptions {

    private static final Dialect USUAL = new Dialect(',', '"', false, true);

    @Option(names = "--sheet", paramLabel = "NAME", description = "The sheet of a workbook.")
    private @Nullable String sheet;

    @Option(names = "--encoding", paramLabel = "CHARSET", description = "Such as windows-1251.")
    private @Nullable String encoding;

    @Option(names = "--separator", paramLabel = "CHARACTER", description = "Between cells: a character, or comma, semicolon, tab, pipe.")
    private @Nullable String separator;

    @Option(names = "--no-head", description = "The first row is a row, not the names of the columns.")
    private boolean noHead;

    /// What is said here, and the rest as it was. `files` are looked at for what a dialect needs and is not said.
    Reading reading(RowReader reader, List<Path> files, Reading rest) throws IOException, WrongUse {
        Optional<String> charset = encoding == null ? rest.charset() : Optional.of(charset(encoding));
        Optional<String> chosen = sheet == null ? rest.sheet() : Optional.of(sheet);
        var known = new Reading(rest.repairs(), charset, rest.dialect(), chosen);
        return separator == null && !noHead
                ? known
                : new Reading(rest.repairs(), charset, Optional.of(dialect(reader, files, known)), chosen);
    }

    private static String charset(String name) throws WrongUse {
        try {
            return Charset.forName(name).name();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            throw new WrongUse("There is no encoding “" + name + "”.",
                    "Write one such as UTF-8, windows-1252, Shift_JIS.");
        }
    }

    private Dialect dialect(RowReader reader, List<Path> files, Reading known) throws IOException, WrongUse {
        Dialect found = found(reader, files, known);
        char between = separator == null ? found.separator() : character(separator);
        return new Dialect(between, found.quote(), found.backslash(), !noHead);
    }

    /// That of the first table.
    private static Dialect found(RowReader reader, List<Path> files, Reading known) throws IOException {
        for (Path location : files) {
            try {
                for (Path file : reader.filesAt(location.toAbsolutePath())) {
                    try (RowFile rows = reader.open(file, known)) {
                        if (rows.dialect().isPresent()) {
                            return rows.dialect().get();
                        }
                    }
                }
            } catch (ExpectedException _) {
                // the import says so
            }
        }
        return USUAL;
    }

    private static char character(String word) throws WrongUse {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "comma" -> ',';
            case "semicolon" -> ';';
            case "tab", "\\t" -> '\t';
            case "pipe" -> '|';
            default -> {
                if (word.length() != 1 || word.equals("\"") || (word.isBlank() && !word.equals("\t"))) {
                    throw new WrongUse("“" + word + "” cannot stand between cells.",
                            "Write one character, or comma, semicolon, tab, pipe.");
                }
                yield word.charAt(0);
            }
        };
    }
}
