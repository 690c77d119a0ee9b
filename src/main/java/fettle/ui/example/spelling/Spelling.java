package fettle.ui.example.spelling;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.hunspell.Hunspell;

/// Finds words that a dictionary does not know. Code, addresses, identifiers and words with digits or of one letter are
/// left out, and so is what is not written in the dictionary's script. Safe for several threads.
public final class Spelling {

    /// What is not looked at: fences, inline code, addresses, paths, tags.
    private static final Pattern SKIPPED = Pattern.compile("(?ms)^ {0,3}(`{3,}|~{3,}).*?(^ {0,3}\\1|\\z)|`[^`\\n]*`"
            + "|\\b\\w+://\\S+|\\bwww\\.\\S+|\\S+@\\S+\\.\\S+|</?\\w[^>\\n]*>|(?<=\\])\\([^)\\n]*\\)|\\$[^$\\n]+\\$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’\\u2011-][\\p{L}\\p{M}]+)*");
    private static final int LONGEST = 40;
    private static final int MOST = 2_000;

    private final Dictionaries dictionaries;
    private final Map<String, Optional<Hunspell>> read = new ConcurrentHashMap<>();
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    public Spelling(Dictionaries dictionaries) {
        this.dictionaries = dictionaries;
    }

    /// A word that is not known, in UTF-16 units.
    public record Misspelt(int from, int to) {}

    /// The languages that can be chosen.
    public List<String> languages() throws IOException {
        return dictionaries.names();
    }

    /// The words from `from` to `to` that are not known; at most 2,000. The first call reads the dictionary.
    ///
    /// @param text all of it, so that a fence which begins before is seen
    /// @param own words that the project knows, in lower case
    public List<Misspelt> misspelt(String text, int from, int to, String language, Set<String> own)
            throws IOException, InterruptedException {
        Optional<Hunspell> dictionary = dictionary(language);
        if (dictionary.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Misspelt>();
        Matcher skipped = SKIPPED.matcher(text);
        int at = 0;
        while (at < text.length() && found.size() < MOST) {
            boolean skips = skipped.find(at);
            int end = skips ? skipped.start() : text.length();
            look(text, Math.max(at, from), Math.min(end, to), language, own, dictionary.get(), found);
            at = skips ? Math.max(skipped.end(), at + 1) : text.length();
        }
        return List.copyOf(found);
    }

    /// What might have been meant, the likeliest first; at most eight. Takes up to a quarter of a second.
    public List<String> suggestions(String word, String language) throws IOException {
        return dictionary(language).map(dictionary -> dictionary.suggest(word, 250)).orElse(List.of()).stream().limit(8)
                .toList();
    }

    private void look(String text, int from, int to, String language, Set<String> own, Hunspell dictionary,
            List<Misspelt> found) throws InterruptedException {
        if (from >= to) {
            return;
        }
        Matcher word = WORD.matcher(text);
        word.region(from, to);
        while (word.find() && found.size() < MOST) {
            if (Thread.interrupted()) {
                throw new InterruptedException("stopped");
            }
            String each = word.group();
            if (isProse(text, word.start(), word.end(), each) && !isOwn(each, own)
                    && !known.computeIfAbsent(language + ' ' + each, _ -> dictionary.spell(each.replace('’', '\'')))) {
                found.add(new Misspelt(word.start(), word.end()));
            }
        }
    }

    private static boolean isOwn(String word, Set<String> own) {
        String plain = word.toLowerCase(Locale.ROOT);
        return own.contains(plain) || own.contains(plain.replaceFirst("['’]s$", ""));
    }

    /// Not a part of an identifier such as `maxTokens`, `ft_transfer`, `a.b` or `x2`, and in the Latin script.
    private static boolean isProse(String text, int from, int to, String word) {
        if (word.length() < 2 || word.length() > LONGEST || !isLatin(word)) {
            return false;
        }
        char before = from > 0 ? text.charAt(from - 1) : ' ';
        char after = to < text.length() ? text.charAt(to) : ' ';
        char next = to + 1 < text.length() ? text.charAt(to + 1) : ' ';
        boolean joined = "_/\\@#$&=".indexOf(before) >= 0 || "_/\\@(=".indexOf(after) >= 0
                || Character.isDigit(before) || Character.isDigit(after)
                || ((after == '.' || after == ':') && Character.isLetterOrDigit(next))
                || (before == '.' && from > 1 && Character.isLetterOrDigit(text.charAt(from - 2)));
        boolean capitalsInside = !word.equals(word.toUpperCase(Locale.ROOT))
                && word.substring(1).chars().anyMatch(Character::isUpperCase);
        boolean shortened = word.equals(word.toUpperCase(Locale.ROOT)); // GPU, HTTP
        return !joined && !capitalsInside && !shortened;
    }

    private static boolean isLatin(String word) {
        return word.codePoints().allMatch(point -> {
            Character.UnicodeScript script = Character.UnicodeScript.of(point);
            return script == Character.UnicodeScript.LATIN || script == Character.UnicodeScript.INHERITED
                    || script == Character.UnicodeScript.COMMON;
        });
    }

    private Optional<Hunspell> dictionary(String language) throws IOException {
        Optional<Hunspell> found = read.get(language);
        if (found == null) {
            synchronized (this) {
                found = read.get(language);
                if (found == null) {
                    found = dictionaries.read(language);
                    read.put(language, found);
                }
            }
        }
        return found;
    }
}
