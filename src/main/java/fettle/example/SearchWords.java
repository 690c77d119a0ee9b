package fettle.example;

/// Cuts text into the words that search compares: letters and digits in a row, without case and accents; of scripts that
/// are written without blanks (Chinese, Japanese, Korean, Thai …) each letter is a word, and so is each emoji. Anything
/// else parts words. The one place that decides this: the index, the search without it and the highlights all ask here.
public final class SearchWords {

    /// A word of its own that nobody can type: it stands between texts, so that no phrase reaches from one to the next.
    public static final String BORDER = "\uE000";

    /// Words are told apart by so many units; what follows is passed over.
    static final int LONGEST = 64;

    private final String text;
    private final StringBuilder out;
    private int at;
    private int start;
    private int end;

    /// Cuts `text`; each word is appended to `out` with a blank after it.
    SearchWords(String text, StringBuilder out) {
        this.text = text;
        this.out = out;
    }

    /// All words of the texts, folded, each with a blank around it: ` the cafe \uE000 next text `.
    public static String of(Iterable<String> texts) {
        var words = new StringBuilder(1024).append(' ');
        for (String text : texts) {
            if (words.length() > 1) {
                words.append(BORDER).append(' ');
            }
            append(text, words);
        }
        return words.toString();
    }

    private static void append(String text, StringBuilder words) {
        var cutter = new SearchWords(text, words);
        while (cutter.next()) {
            // appended
        }
    }

    /// Takes the next word; false at the end.
    boolean next() {
        while (at < text.length()) {
            int from = out.length();
            char unit = text.charAt(at);
            if (unit < 0x80 && !Character.isLetterOrDigit(unit)) {
                at++;
                continue;
            }
            start = at;
            take(from);
            if (out.length() > from) {
                out.append(' ');
                return true;
            }
        }
        return false;
    }

    /// Takes a word into `out`, or passes over one code point that is none.
    private void take(int from) {
        boolean begun = false;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            byte kind = LetterFold.kind(point);
            if (kind == LetterFold.GAP || (kind == LetterFold.SINGLE && begun)) {
                at += begun ? 0 : Character.charCount(point);
                return;
            }
            int length = length(point);
            letter(point, length, from);
            at += length;
            begun = true;
            end = at;
            if (kind == LetterFold.SINGLE) {
                passOverMarks();
                return;
            }
        }
    }

    /// Units of the letter here, with what joins it.
    private int length(int point) {
        int length = Character.charCount(point);
        while (at + length < text.length() && LetterFold.joins(text.charAt(at + length))) {
            length++;
        }
        return length;
    }

    private void letter(int point, int length, int from) {
        if (out.length() - from >= LONGEST) {
            return;
        }
        char folded = length == 1 ? LetterFold.folded((char) point) : 0;
        if (folded != 0) {
            out.append(folded);
        } else if (length > Character.charCount(point)) {
            LetterFold.joined(text.substring(at, at + length)).codePoints().forEach(this::fold);
        } else {
            fold(point);
        }
    }

    private void fold(int point) {
        byte kind = LetterFold.kind(point);
        if (kind == LetterFold.WORD || kind == LetterFold.SINGLE) {
            out.append(LetterFold.fold(point));
        }
    }

    private void passOverMarks() {
        while (at < text.length() && LetterFold.kind(text.codePointAt(at)) == LetterFold.NOTHING) {
            at += Character.charCount(text.codePointAt(at));
            end = at;
        }
    }

    /// Where the word begins, in units of the text.
    int start() {
        return start;
    }

    /// Where it ends.
    int end() {
        return end;
    }
}
