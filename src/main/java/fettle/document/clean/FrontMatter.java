package fettle.document.clean;

import java.util.List;
import java.util.regex.Pattern;

/// The block of settings at the head of a Markdown file: YAML between `---`, TOML between `+++`.
final class FrontMatter {

    private static final int MOST_LINES = 500;
    private static final Pattern YAML_KEY = Pattern.compile("[ \\t]*(?:[\\w\"'$@][^:\\n]*:(?:\\s.*)?|#.*|-.*|\\s*)");
    private static final Pattern TOML_KEY = Pattern.compile("[ \\t]*(?:[\\w\"'.-]+[ \\t]*=.*|\\[.*|#.*|\\s*)");

    private FrontMatter() {}

    static List<Edit> edits(String text) {
        if (!text.startsWith("---") && !text.startsWith("+++")) {
            return List.of();
        }
        Regions lines = Regions.of(text, Cleaning.Layout.PLAIN);
        int behind = lines(lines);
        while (behind > 0 && behind < lines.lines() && lines.part(behind) == Regions.Part.BLANK) {
            behind++;
        }
        if (behind == 0) {
            return List.of();
        }
        return List.of(new Edit(0, behind < lines.lines() ? lines.start(behind) : text.length(), ""));
    }

    /// How many lines it has; 0 when there is none.
    static int lines(Regions lines) {
        String open = lines.line(0).stripTrailing();
        if (!open.equals("---") && !open.equals("+++")) {
            return 0;
        }
        boolean keyed = false;
        for (int line = 1; line < Math.min(lines.lines(), MOST_LINES); line++) {
            String one = lines.line(line);
            String closing = one.stripTrailing();
            if (closing.equals(open) || (closing.equals("...") && open.equals("---"))) {
                return keyed ? line + 1 : 0;
            }
            if (!keyed && lines.part(line) != Regions.Part.BLANK) {
                if (!(open.equals("---") ? YAML_KEY : TOML_KEY).matcher(one).matches()) {
                    return 0;
                }
                keyed = one.contains(":") || one.contains("=") || keyed;
            }
        }
        return 0;
    }
}
