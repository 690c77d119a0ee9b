package fettle.document.clean;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What wrongly decoded text looks like, as `mojibake.txt` has it: ftfy's tables.
///
/// @param unlikely sequences that nobody writes on purpose
/// @param embedded runs that look like UTF-8 read in another charset
/// @param charsets in the order in which they are tried
/// @param telling characters without one of which nothing is unlikely
record MojibakeTables(UnlikelySequences unlikely, Pattern embedded, List<ByteCharset> charsets, BitSet telling) {

    static final MojibakeTables FTFY = read();

    private static MojibakeTables read() {
        var sections = new HashMap<String, List<String>>();
        try (InputStream in = MojibakeTables.class.getResourceAsStream("mojibake.txt");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> section = new ArrayList<>();
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.startsWith("[") && line.endsWith("]") && line.matches("\\[[a-z]+]")) {
                    section = sections.computeIfAbsent(line, _ -> new ArrayList<>());
                } else if (line.startsWith("    ")) {
                    String begun = section.removeLast();
                    section.add(begun.substring(0, begun.length() - 1) + line.strip());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    section.add(line);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return made(sections);
    }

    private static MojibakeTables made(Map<String, List<String>> sections) {
        Map<String, String> categories = named(sections.getOrDefault("[categories]", List.of()));
        Map<String, String> clues = named(sections.getOrDefault("[clues]", List.of()));
        var unlikely = sections.getOrDefault("[unlikely]", List.of()).stream().map(one -> filled(one, categories))
                .toList();
        String embedded = filled("(?<![{utf8_continuation_strict}])(?:[{utf8_first_of_2}][{utf8_continuation}]"
                + "|[{utf8_first_of_3}][{utf8_continuation}]{2}|[{utf8_first_of_4}][{utf8_continuation}]{3})++", clues);
        var charsets = sections.getOrDefault("[charsets]", List.of()).stream().map(MojibakeTables::charset).toList();
        return new MojibakeTables(new UnlikelySequences(unlikely), Pattern.compile(embedded),
                charsets, telling(categories));
    }

    private static Map<String, String> named(List<String> lines) {
        var all = new HashMap<String, String>();
        for (String line : lines) {
            int equals = line.indexOf(" = ");
            all.put(line.substring(0, equals), line.substring(equals + 3));
        }
        return all;
    }

    private static String filled(String pattern, Map<String, String> classes) {
        String filled = pattern;
        for (Map.Entry<String, String> one : classes.entrySet()) {
            filled = filled.replace("{" + one.getKey() + "}", one.getValue());
        }
        return filled;
    }

    private static ByteCharset charset(String line) {
        int equals = line.indexOf(" = ");
        String characters = line.substring(equals + 3);
        var upper = new char[128];
        for (int i = 0; i < upper.length; i++) {
            upper[i] = (char) Integer.parseInt(characters.substring(6 * i + 2, 6 * i + 6), 16);
        }
        return new ByteCharset(line.substring(0, equals), upper);
    }

    /// All of the categories but the letters of Russian and Greek, with which whole texts are written; each unlikely
    /// sequence has one of them, or a letter of Serbian or the like.
    private static BitSet telling(Map<String, String> categories) {
        Pattern all = Pattern.compile("[" + String.join("", categories.values()) + "\u0430-\u045F]");
        var telling = new BitSet(1 << 16);
        for (char character = 0x80; character < 0xFFFE; character++) {
            boolean common = (character >= 0x391 && character <= 0x3C9) || (character >= 0x410 && character <= 0x44F);
            if (!common && !Character.isSurrogate(character) && all.matcher(String.valueOf(character)).matches()) {
                telling.set(character);
            }
        }
        return telling;
    }
}
