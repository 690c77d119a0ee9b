package fettle.example.bulk;

import fettle.example.Example;
import fettle.job.ExpectedException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.node.ObjectNode;

/// Finds text and puts other text in its place.
public final class Replace implements RowAct {

    private final Sought sought;
    private final Set<String> roles;
    private final Pattern pattern;
    private final String replacement;

    /// What is looked for, and what comes in its place.
    ///
    /// @param find a text, or a regular expression; not empty
    /// @param with in a regular expression `$1` and `${name}` are its groups, `\n` a new line, `\t` a tab
    public record Sought(String find, String with, boolean regex, boolean matchCase, boolean wholeWord) {}

    /// `roles` are those whose texts are looked through; none for all. Throws an [ExpectedException] of kind "pattern" that
    /// says where a regular expression is wrong.
    public Replace(Sought sought, Set<String> roles) throws ExpectedException {
        this.sought = sought;
        this.roles = Set.copyOf(roles);
        this.pattern = compile(sought);
        this.replacement = sought.regex() ? escapes(sought.with()) : Matcher.quoteReplacement(sought.with());
        checkGroups();
    }

    public Sought sought() {
        return sought;
    }

    @Override
    public Result on(Example example) throws ExpectedException {
        var hits = new int[1];
        try {
            ObjectNode body = Texts.changed(example.body(), roles, (_, text) -> replace(text, hits));
            return Result.body(example, body, hits[0]);
        } catch (BoundedText.Exhausted | StackOverflowError _) {
            throw new ExpectedException("slow-pattern",
                    "The pattern takes too long on example %04d.".formatted(example.id()),
                    "Make it simpler: in (a+)+ the same text can be matched in too many ways.");
        }
    }

    private String replace(String text, int[] hits) {
        Matcher found = pattern.matcher(new BoundedText(text));
        if (!found.find()) {
            return text;
        }
        var result = new StringBuilder(text.length() + 16);
        do {
            int before = result.length();
            found.appendReplacement(result, replacement);
            hits[0] += result.length() == before && found.end() == found.start() ? 0 : 1;
        } while (found.find());
        return found.appendTail(result).toString();
    }

    private static Pattern compile(Sought sought) throws ExpectedException {
        if (sought.find().isEmpty()) {
            throw new ExpectedException("pattern", "There is nothing to look for.", "Type the text to find.");
        }
        String core = sought.regex() ? sought.find() : Pattern.quote(sought.find());
        String whole = sought.wholeWord() ? "(?<![\\p{L}\\p{N}_])(?:" + core + ")(?![\\p{L}\\p{N}_])" : core;
        int flags = Pattern.MULTILINE | (sought.matchCase() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        try {
            if (sought.regex()) {
                Pattern.compile(core, flags); // so that the column is that of what was typed
            }
            return Pattern.compile(whole, flags);
        } catch (PatternSyntaxException wrong) {
            String where = wrong.getIndex() < 0 ? "" : " at column " + (wrong.getIndex() + 1);
            throw new ExpectedException("pattern", "The pattern is wrong%s: %s.".formatted(where,
                    lower(wrong.getDescription())), "Put \\ before a sign that shall stand for itself.", wrong);
        }
    }

    /// `\n` and `\t` as people mean them; the rest is the matcher's business.
    private static String escapes(String with) {
        return with.replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\\\n", "$1\n").replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\\\t",
                "$1\t");
    }

    private void checkGroups() throws ExpectedException {
        String problem = "";
        try {
            Matcher found = Pattern.compile("(?:" + pattern.pattern() + ")|", pattern.flags()).matcher("");
            if (found.find()) {
                found.appendReplacement(new StringBuilder(), replacement);
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException wrong) {
            problem = wrong.getMessage() == null ? "it names no group" : lower(wrong.getMessage());
        }
        if (!problem.isEmpty()) {
            throw new ExpectedException("pattern", "The replacement is wrong: " + problem + ".",
                    "$1 is the first group in parentheses; write \\$ for a dollar sign.");
        }
    }

    private static String lower(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
