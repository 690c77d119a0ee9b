package fettle.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A `.env` file: `NAME=value` lines, with `export` before and quotes around where people put them.
public final class EnvFile {

    private static final Pattern LINE = Pattern
            .compile(
                    "\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.]*)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^#]*?))\\s*(#.*)?");

    private EnvFile() {}

    /// What the file says; empty when there is none. What is no such line is passed over.
    public static Map<String, String> read(Path file) throws IOException {
        try {
            return parse(Files.readString(file));
        } catch (NoSuchFileException _) {
            return Map.of();
        }
    }

    static Map<String, String> parse(String text) {
        var values = new LinkedHashMap<String, String>();
        text.lines().forEach(line -> {
            Matcher match = LINE.matcher(line);
            if (match.matches()) {
                values.put(match.group(1), firstOf(match));
            }
        });
        return values;
    }

    private static String firstOf(Matcher match) {
        for (int group = 2; group <= 4; group++) {
            String value = match.group(group);
            if (value != null) {
                return value;
            }
        }
        return "";
    }
}
