package fettle.document.clean;

import fettle.document.clean.Cleaning.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// HTML's names for characters, such as `&eacute;` or `&#8217;`, made the characters they stand for; twice encoded ones
/// (`&amp;lt;`) too. Only those that end in a semicolon, since "R&D" and "a&not b" are no names.
public final class Entities {

    /// Written three times over, a text speaks about encoding: it is left alone.
    private static final int MOST_ENCODINGS = 2;

    private static final Pattern ENTITY = Pattern
            .compile("&((?:(?:amp|AMP|#0*38|#[xX]0*26);)*+)(#?[0-9A-Za-z]{1,32};)?");
    private static final Pattern AMPERSAND = Pattern.compile("amp|AMP|#0*38|#[xX]0*26");

    /// Where a line begins they would become markup.
    private static final String MARKUP = ">#*+-=_:~`";

    private Entities() {}

    /// The text with all of its names decoded.
    public static String decode(String text) {
        return Edit.apply(text, edits(text, Layout.PLAIN));
    }

    /// The text with its names decoded where its layout lets them be text.
    public static String decode(String text, Layout layout) {
        return Edit.apply(text, edits(text, layout));
    }

    /// Not inside code; what would take a table apart or begin a heading stays.
    static List<Edit> edits(String text, Layout layout) {
        var edits = new ArrayList<Edit>();
        if (text.indexOf('&') < 0 || text.indexOf(';') < 0) {
            return edits;
        }
        Regions regions = Regions.of(text, layout);
        for (int line = 0; line < regions.lines(); line++) {
            int amp = text.indexOf('&', regions.start(line), regions.end(line));
            boolean prose = regions.part(line) == Regions.Part.PROSE || regions.part(line) == Regions.Part.TABLE;
            if (prose && amp >= 0) {
                boolean markdown = layout == Layout.MARKDOWN;
                CodeSpans code = markdown ? CodeSpans.of(text, regions.start(line), regions.end(line)) : CodeSpans.NONE;
                line(text, regions, line, code, edits);
            }
        }
        return edits;
    }

    private static void line(String text, Regions regions, int line, CodeSpans code, List<Edit> edits) {
        boolean table = regions.part(line) == Regions.Part.TABLE;
        int begin = regions.start(line);
        while (begin < regions.end(line) && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        Matcher found = ENTITY.matcher(text).region(regions.start(line), regions.end(line));
        while (found.find()) {
            Optional<String> character = character(found);
            if (character.isPresent() && !code.has(found.start())) {
                boolean begins = found.start() == begin;
                boolean markup = character.get().equals("`") || (table && character.get().equals("|"))
                        || (begins && MARKUP.contains(character.get()));
                if (!markup) {
                    edits.add(new Edit(found.start(), found.end(), character.get()));
                }
            }
        }
    }

    private static Optional<String> character(Matcher found) {
        String again = found.group(1);
        int encodings = (int) again.chars().filter(character -> character == ';').count();
        String name = found.group(2);
        Optional<String> last = name == null ? Optional.empty() : named(name.substring(0, name.length() - 1));
        if (last.isPresent()) {
            return encodings < MOST_ENCODINGS ? last : Optional.empty();
        }
        boolean ampersand = encodings > 0 && encodings <= MOST_ENCODINGS;
        return ampersand ? Optional.of("&" + (name == null ? "" : name)) : Optional.empty();
    }

    private static Optional<String> named(String name) {
        if (AMPERSAND.matcher(name).matches()) {
            return Optional.of("&");
        }
        if (!name.startsWith("#")) {
            String character = org.jsoup.nodes.Entities.getByName(name);
            return character.isEmpty() || isKept(character.codePointAt(0)) ? Optional.empty() : Optional.of(character);
        }
        boolean hex = name.startsWith("#x") || name.startsWith("#X");
        try {
            int character = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
            int meant = character >= 0x80 && character <= 0x9F
                    ? MojibakeTables.FTFY.charsets().get(1).character(character)
                    : character;
            return isKept(meant) ? Optional.empty() : Optional.of(Character.toString(meant));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// Control characters, letters and digits that nobody needs to encode, and numbers that no character has.
    private static boolean isKept(int character) {
        return character < 0x20 || (character >= 0x7F && character < 0xA0) || !Character.isValidCodePoint(character)
                || (character >= 0xD800 && character <= 0xDFFF) || (character < 0x80
                        && Character.isLetterOrDigit(character))
                || character == ';';
    }
}
