package fettle.collect.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes one text of the pages of a PDF: what stands at the head or foot of most of them goes, and words that a line end
/// took apart are joined.
final class PdfPages {

    /// Lines at each end of a page that may be repeated.
    private static final int EDGE = 2;
    private static final int FEWEST_PAGES = 3;
    private static final Pattern NUMBERS = Pattern.compile("\\d+|\\b[ivxlc]{1,6}\\b");
    private static final Pattern BROKEN = Pattern.compile("(\\p{L}{2,})-\\n(\\p{Ll}{2,})(\\S*)( ?)");
    private static final Pattern HYPHENATED = Pattern.compile("\\p{L}{2,}-\\p{Ll}{2,}");

    private PdfPages() {}

    static String text(List<String> pages) {
        List<List<String>> all = pages.stream().map(PdfPages::lines).toList();
        Set<String> repeated = repeated(all);
        var text = new StringBuilder();
        for (List<String> page : all) {
            String body = String.join("\n", inside(page, repeated)).strip();
            if (!body.isEmpty()) {
                text.append(text.isEmpty() ? "" : goesOn(text, body) ? "\n" : "\n\n").append(body);
            }
        }
        return joined(text.toString()) + "\n";
    }

    /// Without spaces at their ends, and no more than one blank line between two.
    private static List<String> lines(String page) {
        var lines = new ArrayList<String>();
        for (String line : page.split("\\R", -1)) {
            String one = line.stripTrailing();
            if (!one.isEmpty() || (!lines.isEmpty() && !lines.getLast().isEmpty())) {
                lines.add(one);
            }
        }
        while (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

    private static Set<String> repeated(List<List<String>> pages) {
        Map<String, Integer> counts = new HashMap<>();
        for (List<String> page : pages) {
            var ends = new HashSet<String>();
            for (int line : edge(page)) {
                ends.add(shape(page.get(line)));
            }
            ends.forEach(end -> counts.merge(end, 1, Integer::sum));
        }
        var repeated = new HashSet<String>();
        counts.forEach((end, count) -> {
            boolean often = count * 5 >= pages.size() * 2; // left and right pages may differ
            boolean numbered = end.startsWith("#") || end.endsWith("#"); // the head of one chapter
            if (count >= FEWEST_PAGES && (often || numbered) && !isRowOfNumbers(end)) {
                repeated.add(end);
            }
        });
        return repeated;
    }

    /// A row of a table that goes over many pages.
    private static boolean isRowOfNumbers(String shape) {
        return shape.chars().noneMatch(Character::isLetter) && shape.indexOf('#') != shape.lastIndexOf('#');
    }

    /// The places of the first and last lines that are not blank.
    private static Set<Integer> edge(List<String> page) {
        var places = new HashSet<Integer>();
        for (int i = 0, seen = 0; i < page.size() && seen < EDGE; i++) {
            if (!page.get(i).isEmpty()) {
                places.add(i);
                seen++;
            }
        }
        for (int i = page.size() - 1, seen = 0; i >= 0 && seen < EDGE; i--) {
            if (!page.get(i).isEmpty()) {
                places.add(i);
                seen++;
            }
        }
        return places;
    }

    /// The same for "Page 3 of 10" and "Page 4 of 10".
    private static String shape(String line) {
        return NUMBERS.matcher(line.strip()).replaceAll("#");
    }

    private static List<String> inside(List<String> page, Set<String> repeated) {
        Set<Integer> edge = edge(page);
        var kept = new ArrayList<String>();
        for (int i = 0; i < page.size(); i++) {
            if (!edge.contains(i) || !repeated.contains(shape(page.get(i)))) {
                kept.add(page.get(i));
            }
        }
        return kept;
    }

    private static boolean goesOn(StringBuilder text, String body) {
        char last = text.charAt(text.length() - 1);
        return Character.isLowerCase(body.charAt(0)) && (Character.isLetterOrDigit(last) || last == '-' || last == ',');
    }

    /// A word that stands with its hyphen elsewhere in the text keeps it.
    private static String joined(String text) {
        var hyphenated = new HashSet<String>();
        HYPHENATED.matcher(text).results().forEach(found -> hyphenated.add(found.group()));
        return BROKEN.matcher(text).replaceAll(found -> {
            boolean kept = hyphenated.contains(found.group(1) + "-" + found.group(2));
            return Matcher.quoteReplacement(found.group(1) + (kept ? "-" : "") + found.group(2) + found.group(3)
                    + (found.group(4).isEmpty() ? "" : "\n"));
        });
    }
}
