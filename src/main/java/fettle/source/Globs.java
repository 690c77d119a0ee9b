package fettle.source;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Patterns of paths, as people write them: `*` within a name, `**` across folders, `?` one character, `{a,b}` either. One
/// without a slash means a name at any depth, with one in front only there; one that names a folder means all below it.
public final class Globs {

    private final List<Pattern> include;
    private final List<Pattern> exclude;

    private Globs(List<Pattern> include, List<Pattern> exclude) {
        this.include = include;
        this.exclude = exclude;
    }

    /// Those of a source.
    public static Globs of(SourceSettings settings) {
        return of(settings.include(), settings.exclude());
    }

    /// `include` empty takes everything that `exclude` does not name. Blank patterns are passed over.
    public static Globs of(List<String> include, List<String> exclude) {
        return new Globs(patterns(include), patterns(exclude));
    }

    /// Whether a path, relative to its source and with forward slashes, is taken.
    public boolean takes(String path) {
        return (include.isEmpty() || matches(include, path)) && !matches(exclude, path);
    }

    private static boolean matches(List<Pattern> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }

    private static List<Pattern> patterns(List<String> globs) {
        return globs.stream().map(String::strip).filter(glob -> !glob.isEmpty()).map(Globs::pattern).toList();
    }

    private static Pattern pattern(String glob) {
        String inside = glob.replaceFirst("^(\\./|/)+", "").replaceFirst("/+$", "");
        String depth = inside.contains("/") || glob.startsWith("/") ? "" : "(?:.*/)?";
        try {
            return Pattern.compile(depth + regex(inside) + "(?:/.*)?", Pattern.DOTALL);
        } catch (PatternSyntaxException _) { // braces that do not pair stand for themselves
            return Pattern.compile(depth + Pattern.quote(inside) + "(?:/.*)?", Pattern.DOTALL);
        }
    }

    private static String regex(String glob) {
        var regex = new StringBuilder();
        int braces = 0;
        for (int at = 0; at < glob.length(); at++) {
            char unit = glob.charAt(at);
            switch (unit) {
                case '*' -> {
                    boolean across = glob.startsWith("**", at);
                    boolean folders = glob.startsWith("**/", at);
                    regex.append(folders ? "(?:.*/)?" : across ? ".*" : "[^/]*");
                    at += folders ? 2 : across ? 1 : 0;
                }
                case '?' -> regex.append("[^/]");
                case '{' -> braces += open(regex, glob, at);
                case '}' -> braces -= close(regex, braces);
                case ',' -> regex.append(braces > 0 ? "|" : ",");
                default -> regex.append(Pattern.quote(String.valueOf(unit)));
            }
        }
        return regex.toString();
    }

    private static int open(StringBuilder regex, String glob, int at) {
        boolean closed = glob.indexOf('}', at) > 0;
        regex.append(closed ? "(?:" : "\\{");
        return closed ? 1 : 0;
    }

    private static int close(StringBuilder regex, int braces) {
        regex.append(braces > 0 ? ")" : "\\}");
        return Math.min(braces, 1);
    }
}
