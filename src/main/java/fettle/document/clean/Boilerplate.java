package fettle.document.clean;

import fettle.document.clean.Cleaning.Layout;
import fettle.document.clean.Regions.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Lines that say nothing: badges, menus, lists of links into the same page, "Edit this page". Only whole lines, and only
/// those that are nothing else.
final class Boilerplate {

    private static final Pattern BADGE = Pattern.compile("shields\\.io|badge|travis-ci\\.|codecov\\.io|coveralls\\.io|"
            + "circleci\\.com|app\\.codacy\\.com|sonarcloud\\.io|goreportcard\\.com|snyk\\.io|opencollective\\.com|"
            + "isitmaintained\\.com|star-history\\.com|deepsource\\.io|appveyor\\.com|/workflows/[^)\\s]*\\.svg",
            Pattern.CASE_INSENSITIVE);
    private static final String PICTURE = "!\\[[^\\]\\n]*+](?:\\([^)\\s]*+(?:\\s[^)\\n]*+)?\\)|\\[[^\\]\\n]*+])";
    private static final Pattern PICTURES = Pattern.compile("\\s*+(?:(?:\\[\\s*+" + PICTURE
            + "\\s*+](?:\\([^)\\n]*+\\)|\\[[^\\]\\n]*+])|" + PICTURE
            + "|<a\\s[^>]*+>\\s*+<img\\s[^>]*+>\\s*+</a>|<img\\s[^>]*+>|<br\\s*+/?>|&nbsp;)\\s*+)++");
    private static final String LINK = "\\[[^\\]\\[\\n]{1,80}+]\\([^)\\s]*+\\)";
    private static final Pattern MENU = Pattern.compile("\\s*+(?:[|·•/»›-]\\s*+)?" + LINK + "(?:\\s*+[|·•/»›,–-]\\s*+"
            + LINK + "){2,}+\\s*+(?:[|·•])?\\s*+");
    private static final Pattern CONTENTS_ITEM = Pattern
            .compile("\\s*+(?:[-*+]|\\d{1,3}[.)])\\s++(?:[\\d.]{1,9}\\s++)?\\[[^\\n]{1,200}?]\\(#[^)\\s]*+\\)\\s*+");
    private static final Pattern CONTENTS_HEAD = Pattern.compile(
            "\\s*+(?:#{1,6}\\s*+|\\*\\*)?(?:table of )?contents:?(?:\\*\\*)?\\s*+#*+\\s*+", Pattern.CASE_INSENSITIVE);
    private static final int FEWEST_ITEMS = 3;
    private static final Pattern PHRASE = Pattern.compile("\\s*+(?:skip to (?:the )?(?:main )?content|"
            + "edit this page(?: on \\w+)?|improve this page|report (?:an issue|a bug) (?:with|on|about) this page|"
            + "was this (?:page|article|helpful|page helpful|article helpful|section helpful)\\b.{0,40}|"
            + "(?:back|return) to (?:the )?top|scroll to top|share this (?:article|post|page|story).{0,40}|"
            + "share on (?:facebook|twitter|x|linkedin).{0,40}|print this page|tweet|pin it|"
            + "subscribe to our newsletter.{0,60}|sign up for our newsletter.{0,60}|advertisement|"
            + "accept (?:all )?cookies|we use cookies .{0,160}|this (?:site|website) uses cookies.{0,160}|"
            + "all rights reserved\\.?|(?:copyright )?(?:©|\\(c\\)) ?\\d{4}.{0,80}all rights reserved\\.?|"
            + "powered by (?:docusaurus|gitbook|mkdocs|sphinx|wordpress|hugo|jekyll).{0,40}|"
            + "last (?:updated|modified)(?: on|:)? [\\w ,./:-]{4,40}|toggle (?:navigation|sidebar|menu)|"
            + "loading(?:…|\\.\\.\\.)|\\d{1,3} min(?:ute)? read)\\s*+", Pattern.CASE_INSENSITIVE);

    private Boilerplate() {}

    static List<Edit> edits(String text, Layout layout) {
        Regions regions = Regions.of(text, layout);
        var gone = new boolean[regions.lines()];
        for (int line = 0; line < regions.lines(); line++) {
            if (regions.part(line) == Part.PROSE && regions.end(line) - regions.start(line) < 4000) {
                String one = regions.line(line);
                gone[line] = PHRASE.matcher(one).matches()
                        || (layout == Layout.MARKDOWN && (isBadges(one) || MENU.matcher(one).matches()));
            }
        }
        if (layout == Layout.MARKDOWN) {
            markContents(regions, gone);
        }
        return removed(text, regions, gone);
    }

    private static boolean isBadges(String line) {
        return (line.contains("](") || line.contains("][") || line.contains("<img"))
                && PICTURES.matcher(line).matches() && BADGE.matcher(line).find();
    }

    /// Runs of items that only lead into the same page, and the heading over them.
    private static void markContents(Regions regions, boolean[] gone) {
        int line = 0;
        while (line < regions.lines()) {
            int end = line;
            int items = 0;
            while (end < regions.lines() && (isItem(regions, end) || (items > 0 && isGap(regions, end)))) {
                items += isItem(regions, end) ? 1 : 0;
                end++;
            }
            if (items >= FEWEST_ITEMS) {
                for (int i = line; i < end; i++) {
                    gone[i] |= regions.part(i) != Part.BLANK;
                }
                markHead(regions, line, gone);
            }
            line = Math.max(end, line + 1);
        }
    }

    private static boolean isItem(Regions regions, int line) {
        Part part = regions.part(line);
        return part != Part.BLANK && part != Part.TABLE && regions.end(line) - regions.start(line) < 400
                && CONTENTS_ITEM.matcher(regions.line(line)).matches() && !isFenced(regions, line);
    }

    /// Deeply nested items look like indented code, but no item stands in a fence.
    private static boolean isFenced(Regions regions, int line) {
        return regions.part(line) == Part.CODE && !Character.isWhitespace(regions.line(line).charAt(0));
    }

    /// A blank line between two items.
    private static boolean isGap(Regions regions, int line) {
        return regions.part(line) == Part.BLANK && line + 1 < regions.lines() && isItem(regions, line + 1);
    }

    private static void markHead(Regions regions, int firstItem, boolean[] gone) {
        int head = firstItem - 1;
        while (head >= 0 && regions.part(head) == Part.BLANK) {
            head--;
        }
        if (head >= 0 && regions.part(head) == Part.PROSE && CONTENTS_HEAD.matcher(regions.line(head)).matches()) {
            gone[head] = true;
        }
    }

    private static List<Edit> removed(String text, Regions regions, boolean[] gone) {
        var edits = new ArrayList<Edit>();
        for (int line = 0; line < gone.length; line++) {
            if (gone[line]) {
                int end = line + 1 < gone.length ? regions.start(line + 1) : text.length();
                edits.add(new Edit(regions.start(line), end, ""));
            }
        }
        return edits;
    }

    /// `<!-- … -->` outside of code, with its line when nothing else stands there.
    static List<Edit> comments(String text, Layout layout) {
        var edits = new ArrayList<Edit>();
        if (!text.contains("<!--")) {
            return edits;
        }
        Regions regions = Regions.of(text, layout);
        int line = 0;
        CodeSpans code = CodeSpans.of(text, regions.start(0), regions.end(0));
        int start = text.indexOf("<!--");
        while (start >= 0) {
            int end = text.indexOf("-->", start + 4);
            if (end < 0) {
                break;
            }
            int before = line;
            while (line + 1 < regions.lines() && regions.start(line + 1) <= start) {
                line++;
            }
            code = line == before ? code : CodeSpans.of(text, regions.start(line), regions.end(line));
            boolean kept = regions.part(line) == Part.CODE || code.has(start);
            if (!kept) {
                edits.add(whole(text, start, end + 3));
            }
            start = text.indexOf("<!--", kept ? start + 4 : end + 3);
        }
        return merged(edits);
    }

    private static Edit whole(String text, int start, int end) {
        int first = start;
        while (first > 0 && (text.charAt(first - 1) == ' ' || text.charAt(first - 1) == '\t')) {
            first--;
        }
        int last = end;
        while (last < text.length() && (text.charAt(last) == ' ' || text.charAt(last) == '\t')) {
            last++;
        }
        boolean alone = (first == 0 || text.charAt(first - 1) == '\n')
                && (last == text.length() || text.charAt(last) == '\n');
        return alone ? new Edit(first, Math.min(text.length(), last + 1), "") : new Edit(start, end, "");
    }

    /// Edits that touch lines of each other are cut back.
    private static List<Edit> merged(List<Edit> edits) {
        var apart = new ArrayList<Edit>();
        int done = 0;
        for (Edit edit : edits) {
            apart.add(new Edit(Math.max(done, edit.start()), Math.max(done, edit.end()), ""));
            done = Math.max(done, edit.end());
        }
        return apart;
    }
}
