package fettle.project;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One key of a YAML file with all that belongs to it, as text: so that the rest of the file stays as a person wrote it.
final class YamlBlock {

    private YamlBlock() {}

    /// Puts `block` in the place of the key at the left margin, or at the end when there is none; an empty block takes it
    /// away. Comments between this key and the next stay.
    static String replace(String text, String key, String block) {
        List<String> lines = text.isEmpty() ? new ArrayList<>() : new ArrayList<>(text.lines().toList());
        int from = find(lines, key);
        int to = from;
        if (from < 0) {
            from = lines.size();
            to = from;
        } else {
            to = end(lines, from);
        }
        var whole = new ArrayList<>(lines.subList(0, from));
        whole.addAll(block.lines().toList());
        whole.addAll(lines.subList(to, lines.size()));
        return whole.isEmpty() ? "" : String.join("\n", whole) + "\n";
    }

    private static int find(List<String> lines, String key) {
        var head = Pattern.compile("[\"']?" + Pattern.quote(key) + "[\"']?\\s*:.*");
        for (int line = 0; line < lines.size(); line++) {
            if (head.matcher(lines.get(line)).matches()) {
                return line;
            }
        }
        return -1;
    }

    /// The line behind the last one that belongs to the key.
    private static int end(List<String> lines, int from) {
        int end = from + 1;
        for (int line = from + 1; line < lines.size(); line++) {
            String text = lines.get(line);
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            if (!text.startsWith(" ") && !text.startsWith("-") && !text.startsWith("\t")) {
                break;
            }
            end = line + 1;
        }
        return end;
    }
}
