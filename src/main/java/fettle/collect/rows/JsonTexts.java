package fettle.collect.rows;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Texts, numbers and literals of what is nearly JSON, written as JSON has them.
abstract class JsonTexts {

    private static final List<String> PYTHON = List.of("None", "True", "False");
    private static final List<String> NO_NUMBERS = List.of("NaN", "Infinity", "-Infinity", "+Infinity");

    /// One change.
    ///
    /// @param from its place in the bytes as they came
    /// @param to its place in the bytes as they are written
    record Mend(JsonFlaw flaw, int from, int to) {}

    final byte[] in;
    private final ByteArrayOutputStream out;
    private final List<Mend> mends = new ArrayList<>();
    private boolean endsInText;

    /// The place of the next byte.
    int at;

    JsonTexts(byte[] in) {
        this.in = in;
        this.out = new ByteArrayOutputStream(in.length + 16);
    }

    final byte[] written() {
        return out.toByteArray();
    }

    final List<Mend> mends() {
        return List.copyOf(mends);
    }

    /// Whether the bytes ended within a text.
    final boolean endsInText() {
        return endsInText;
    }

    /// A text in double quotes.
    final boolean text() {
        copy();
        while (at < in.length) {
            byte each = in[at];
            if (each == '"') {
                copy();
                dropDoubledQuote();
                return true;
            }
            if (each == '\\') {
                if (!escape()) {
                    break;
                }
            } else if (each >= 0 && each < ' ') {
                note(each == '\n' || each == '\r' ? JsonFlaw.UNESCAPED_NEWLINE : JsonFlaw.CONTROL_CHARACTER, at);
                writeControl(each);
                at++;
            } else {
                copy();
            }
        }
        endsInText = true;
        return false;
    }

    /// `"so it ends"",` has one quotation mark too many.
    private void dropDoubledQuote() {
        if (at < in.length && in[at] == '"') {
            int next = firstBehind(at + 1);
            if (next == in.length || ",:}]".indexOf(in[next]) >= 0) {
                note(JsonFlaw.DOUBLED_QUOTE, at);
                at++;
            }
        }
    }

    private void writeControl(byte each) {
        switch (each) {
            case '\n' -> write("\\n");
            case '\r' -> write("\\r");
            case '\t' -> write("\\t");
            default -> write(String.format(Locale.ROOT, "\\u%04x", each));
        }
    }

    /// An escape in a text; one that JSON has not is taken for what stands there.
    private boolean escape() {
        if (at + 1 >= in.length) {
            at = in.length;
            return false;
        }
        byte next = in[at + 1];
        if ("\"\\/bfnrt".indexOf(next) >= 0 || (next == 'u' && areHex(at + 2, 4))) {
            copy();
            copy();
            return true;
        }
        note(JsonFlaw.BAD_ESCAPE, at);
        if (next == 'x' && areHex(at + 2, 2)) {
            write("\\u00" + ascii(at + 2, 2));
            at += 4;
        } else if (next == '\'') {
            write("'");
            at += 2;
        } else {
            write("\\\\");
            at++;
        }
        return true;
    }

    /// A text as Python writes it: certain only when its end is followed by what follows a text in JSON.
    final boolean pythonText() {
        note(JsonFlaw.SINGLE_QUOTES, at);
        out.write('"');
        at++;
        while (at < in.length && in[at] != '\'') {
            byte each = in[at];
            if (each == '\\') {
                if (!pythonEscape()) {
                    return false;
                }
            } else if (each == '"') {
                write("\\\"");
                at++;
            } else if (each >= 0 && each < ' ') {
                return false;
            } else {
                copy();
            }
        }
        out.write('"');
        at++;
        int next = firstBehind(at);
        return at <= in.length && (next >= in.length || ",:}]".indexOf(in[next]) >= 0);
    }

    private boolean pythonEscape() {
        if (at + 1 >= in.length) {
            return false;
        }
        byte next = in[at + 1];
        int length = 2;
        if ("\"\\nrt".indexOf(next) >= 0) {
            write("\\" + (char) next);
        } else if (next == '\'') {
            out.write('\'');
        } else if (next == 'u' && areHex(at + 2, 4)) {
            write("\\u" + ascii(at + 2, 4));
            length = 6;
        } else if (next == 'x' && areHex(at + 2, 2)) {
            write("\\u00" + ascii(at + 2, 2));
            length = 4;
        } else if (next == 'U' && areHex(at + 2, 8)) {
            long point = Long.parseLong(ascii(at + 2, 8), 16);
            if (point > Character.MAX_CODE_POINT) {
                return false;
            }
            write(new String(Character.toChars((int) point)));
            length = 10;
        } else {
            return false;
        }
        at += length;
        return true;
    }

    /// A number or a literal.
    final boolean word() {
        int start = at;
        while (at < in.length && (isLetterOrDigit(in[at]) || "+-.".indexOf(in[at]) >= 0)) {
            at++;
        }
        String word = ascii(start, at - start);
        if (PYTHON.contains(word)) {
            note(JsonFlaw.PYTHON_LITERAL, start);
            write(word.equals("None") ? "null" : word.toLowerCase(Locale.ROOT));
        } else if (NO_NUMBERS.contains(word)) {
            note(JsonFlaw.NOT_A_NUMBER, start);
            write("null");
        } else {
            out.write(in, start, at - start);
        }
        return !word.isEmpty();
    }

    private static boolean isLetterOrDigit(byte each) {
        return (each >= '0' && each <= '9') || (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
    }

    private boolean areHex(int from, int count) {
        if (from + count > in.length) {
            return false;
        }
        for (int i = from; i < from + count; i++) {
            if (Character.digit(in[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private String ascii(int from, int count) {
        return new String(in, from, count, StandardCharsets.US_ASCII);
    }

    final void note(JsonFlaw flaw, int place) {
        mends.add(new Mend(flaw, place, out.size()));
    }

    final void write(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    final void copy() {
        out.write(in[at++]);
    }

    final void blanks() {
        while (at < in.length && isBlank(in[at])) {
            copy();
        }
    }

    final int firstBehind(int place) {
        int next = place;
        while (next < in.length && isBlank(in[next])) {
            next++;
        }
        return next;
    }

    private static boolean isBlank(byte each) {
        return each == ' ' || each == '\t' || each == '\n' || each == '\r';
    }
}
