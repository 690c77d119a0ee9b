package fettle.example;

import java.text.Normalizer;

/// How search sees single letters: without case and accents, wide and narrow forms alike.
final class LetterFold {

    /// What a letter is to a search.
    static final byte GAP = 0;
    static final byte WORD = 1;
    /// A word by itself: letters of scripts that are written without blanks, emoji and signs.
    static final byte SINGLE = 2;
    /// Belongs to what stands before it and changes nothing.
    static final byte NOTHING = 3;

    private static final byte[] KINDS = new byte[0x10000];

    /// One unit each, where it folds to one; 0 where it does not.
    private static final char[] FOLDED = new char[0x10000];

    static {
        for (int point = 0; point < 0x10000; point++) {
            KINDS[point] = reckonKind(point);
            if (KINDS[point] == WORD || KINDS[point] == SINGLE) {
                String folded = isPlain(point) ? String.valueOf((char) point) : reckonFold(point);
                FOLDED[point] = folded.length() == 1 ? folded.charAt(0) : 0;
            }
        }
    }

    private LetterFold() {}

    static byte kind(int point) {
        return point < 0x10000 ? KINDS[point] : reckonKind(point);
    }

    /// The folded unit of a letter in the basic plane; 0 when it folds to none or several, as [#fold] says.
    static char folded(char unit) {
        return FOLDED[unit];
    }

    static String fold(int point) {
        return reckonFold(point);
    }

    /// Whether what stands here joins the letter before it into another one: a voiced mark of kana, a part of a Korean
    /// syllable.
    static boolean joins(char unit) {
        return unit == 0x3099 || unit == 0x309A || unit == 0xFF9E || unit == 0xFF9F
                || (unit >= 0x1160 && unit <= 0x11FF);
    }

    /// Several code points that make one letter, as that letter.
    static String joined(String cluster) {
        return Normalizer.normalize(cluster, Normalizer.Form.NFKC);
    }

    private static boolean isPlain(int point) {
        return (point >= 'a' && point <= 'z') || (point >= '0' && point <= '9') || (point >= 0x3400 && point <= 0x9FFF)
                || (point >= 0xAC00 && point <= 0xD7A3);
    }

    private static byte reckonKind(int point) {
        if (point < 0x80) {
            return Character.isLetterOrDigit(point) ? WORD : GAP;
        }
        return switch (Character.getType(point)) {
            case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.TITLECASE_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
                WORD;
            case Character.OTHER_LETTER, Character.MODIFIER_LETTER -> isWrittenWithoutBlanks(point) ? SINGLE : WORD;
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> mark(point);
            case Character.FORMAT -> NOTHING;
            case Character.MODIFIER_SYMBOL -> point >= 0x1F3FB && point <= 0x1F3FF ? NOTHING : GAP;
            case Character.OTHER_SYMBOL, Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL -> isDrawing(point)
                    ? GAP
                    : SINGLE;
            default -> GAP;
        };
    }

    private static byte mark(int point) {
        if (isWrittenWithoutBlanks(point)) {
            return point == 0x3099 || point == 0x309A ? NOTHING : SINGLE;
        }
        return isAccent(point) || isVariation(point) ? NOTHING : WORD;
    }

    private static boolean isVariation(int point) {
        return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
    }

    /// Marks that a search passes over: the accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic, and rings
    /// around signs. Elsewhere, as in Devanagari, marks are vowels.
    private static boolean isAccent(int point) {
        return (point >= 0x300 && point <= 0x36F) || (point >= 0x591 && point <= 0x5C7)
                || (point >= 0x64B && point <= 0x65F) || point == 0x670 || (point >= 0x1AB0 && point <= 0x1AFF)
                || (point >= 0x1DC0 && point <= 0x1DFF) || (point >= 0x20D0 && point <= 0x20FF)
                || (point >= 0xFE20 && point <= 0xFE2F);
    }

    private static boolean isWrittenWithoutBlanks(int point) {
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> point == 0x30FC || point == 0xFF70 || point == 0x3099 || point == 0x309A;
        };
    }

    /// Lines and blocks that tables and bars are drawn with.
    private static boolean isDrawing(int point) {
        return point >= 0x2500 && point <= 0x259F;
    }

    private static String reckonFold(int point) {
        String letter = Character.toString(point);
        if (!Character.isLetterOrDigit(point)) {
            return letter; // a sign stays itself: without its stroke, ≠ would be =
        }
        String whole = Normalizer.normalize(letter, hasOtherForm(point) ? Normalizer.Form.NFKD : Normalizer.Form.NFD);
        var bare = new StringBuilder();
        whole.codePoints().filter(part -> !isAccent(part)).map(LetterFold::withoutCase).forEach(bare::appendCodePoint);
        return Normalizer.normalize(bare, Normalizer.Form.NFC).replace("ß", "ss");
    }

    /// Wide and narrow forms, ligatures, and the letters that mathematics writes bold.
    private static boolean hasOtherForm(int point) {
        return (point >= 0xFF00 && point <= 0xFFEF) || (point >= 0xFB00 && point <= 0xFB06)
                || (point >= 0x1D400 && point <= 0x1D7FF);
    }

    private static int withoutCase(int point) {
        return Character.toLowerCase(Character.toUpperCase(point));
    }
}
