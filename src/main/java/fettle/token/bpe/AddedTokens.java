package fettle.token.bpe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tokens that are found in the text before it is split: the leftmost first, the longest of several.
final class AddedTokens {

    /// One such token.
    ///
    /// @param singleWord only where no letter, digit or underscore touches it
    /// @param stripLeft takes the white space before it along
    /// @param stripRight takes the white space after it along
    /// @param normalized looked for in the normalised text
    /// @param special a control token; never made from ordinary text
    record Added(int id, String content, boolean singleWord, boolean stripLeft, boolean stripRight, boolean normalized,
            boolean special) {}

    /// A part of a text: an added token, or text where `token` is null.
    record Part(String text, @Nullable Added token) {}

    private final Map<Character, List<Added>> byFirst = new HashMap<>();

    AddedTokens(List<Added> tokens) {
        for (Added token : tokens) {
            if (!token.content().isEmpty()) {
                byFirst.computeIfAbsent(token.content().charAt(0), _ -> new ArrayList<>()).add(token);
            }
        }
        byFirst.values().forEach(list -> list.sort(Comparator.comparingInt(token -> -token.content().length())));
    }

    /// The parts of `text`, in order, none empty.
    List<Part> split(String text) {
        var parts = new ArrayList<Part>();
        int done = 0;
        int at = byFirst.isEmpty() ? text.length() : 0;
        while (at < text.length()) {
            Added token = tokenAt(text, at);
            if (token == null) {
                at++;
                continue;
            }
            int end = at + token.content().length();
            if (token.singleWord() && touchesAWord(text, at, end)) {
                at = end;
                continue;
            }
            int from = token.stripLeft() ? spacesBefore(text, done, at) : at;
            int to = token.stripRight() ? spacesAfter(text, end) : end;
            if (from > done) {
                parts.add(new Part(text.substring(done, from), null));
            }
            parts.add(new Part(text.substring(from, to), token));
            done = to;
            at = to;
        }
        if (done < text.length()) {
            parts.add(new Part(text.substring(done), null));
        }
        return parts;
    }

    private @Nullable Added tokenAt(String text, int at) {
        for (Added token : byFirst.getOrDefault(text.charAt(at), List.of())) {
            if (text.startsWith(token.content(), at)) {
                return token;
            }
        }
        return null;
    }

    private static boolean touchesAWord(String text, int from, int to) {
        return (from > 0 && isWord(text.codePointBefore(from)))
                || (to < text.length() && isWord(text.codePointAt(to)));
    }

    private static boolean isWord(int character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }

    private static int spacesBefore(String text, int from, int at) {
        int start = at;
        while (start > from && isSpace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int spacesAfter(String text, int at) {
        int end = at;
        while (end < text.length() && isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isSpace(char character) {
        return Character.isSpaceChar(character) || (character >= '\t' && character <= '\r') || character == 0x85;
    }
}
