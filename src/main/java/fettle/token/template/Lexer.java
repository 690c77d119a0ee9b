package fettle.token.template;

import fettle.token.template.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;

/// Cuts a template into text, tags and the words within them. The first newline after a tag goes, and so do the spaces
/// before a tag that begins its line, as transformers sets it.
final class Lexer {

    private static final List<String> LONG_OPERATORS = List.of("==", "!=", "<=", ">=", "//", "**");

    private final String source;
    private final List<Lexeme> lexemes = new ArrayList<>();
    private int at;
    private int line = 1;
    private int countedTo;
    private boolean lineStarts = true;
    private boolean stripNext;

    Lexer(String source) {
        String unix = source.replace("\r\n", "\n").replace('\r', '\n');
        this.source = unix.endsWith("\n") ? unix.substring(0, unix.length() - 1) : unix;
    }

    List<Lexeme> lexemes() {
        while (at < source.length()) {
            int tag = nextTag();
            String text = source.substring(at, tag);
            text(text, tag);
            at = tag;
            if (tag < source.length()) {
                tag();
            }
        }
        lexemes.add(new Lexeme(Kind.END, "", lineAt(source.length())));
        return lexemes;
    }

    private int nextTag() {
        for (int i = at; i + 1 < source.length(); i++) {
            if (source.charAt(i) == '{' && "{%#".indexOf(source.charAt(i + 1)) >= 0) {
                return i;
            }
        }
        return source.length();
    }

    private void text(String raw, int tag) {
        String text = stripNext ? raw.stripLeading() : raw;
        boolean more = tag < source.length();
        char control = tag + 2 < source.length() ? source.charAt(tag + 2) : ' ';
        if (more && control == '-') {
            text = text.stripTrailing();
        } else if (more && source.charAt(tag + 1) != '{' && control != '+') {
            int lineBegins = text.lastIndexOf('\n') + 1;
            boolean ownLine = lineBegins > 0 || lineStarts || (stripNext && raw.contains("\n"));
            if (ownLine && text.substring(lineBegins).isBlank()) {
                text = text.substring(0, lineBegins);
            }
        }
        if (!text.isEmpty()) {
            lexemes.add(new Lexeme(Kind.TEXT, text, lineAt(at)));
        }
    }

    private void tag() {
        char kind = source.charAt(at + 1);
        int opened = lineAt(at);
        at += 2;
        if (kind == '#') {
            int end = source.indexOf("#}", at);
            if (end < 0) {
                throw new TemplateProblem(opened, "opens a comment that is never closed");
            }
            at = end;
            close(source.charAt(Math.max(end - 1, 0)), true);
            return;
        }
        if (at < source.length() && (source.charAt(at) == '-' || source.charAt(at) == '+')) {
            at++;
        }
        lexemes.add(new Lexeme(kind == '{' ? Kind.OPEN_OUTPUT : Kind.OPEN_TAG, "{" + kind, opened));
        String closing = kind == '{' ? "}}" : "%}";
        words(closing, opened);
        lexemes.add(new Lexeme(Kind.CLOSE, closing, lineAt(at)));
        close(source.charAt(at - 1), kind == '%');
    }

    /// At the closing brackets; `before` is the character before them.
    private void close(char before, boolean trims) {
        at += 2;
        stripNext = before == '-';
        lineStarts = false;
        if (!stripNext && trims && before != '+' && at < source.length() && source.charAt(at) == '\n') {
            at++;
            lineStarts = true;
        }
    }

    private void words(String closing, int opened) {
        int depth = 0;
        while (true) {
            while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
                at++;
            }
            if (at >= source.length()) {
                throw new TemplateProblem(opened, "opens a tag that is never closed");
            }
            if (depth == 0 && source.startsWith(closing, at)) {
                return;
            }
            char c = source.charAt(at);
            if (depth == 0 && (c == '-' || c == '+') && source.startsWith(closing, at + 1)) {
                at++;
                return;
            }
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            word(c);
        }
    }

    private void word(char c) {
        int from = at;
        if (c == '"' || c == '\'') {
            string(c);
        } else if (isDigit(c)) {
            number(from);
        } else if (Character.isJavaIdentifierStart(c) && c != '$') {
            while (at < source.length() && Character.isJavaIdentifierPart(source.charAt(at))) {
                at++;
            }
            lexemes.add(new Lexeme(Kind.NAME, source.substring(from, at), lineAt(from)));
        } else {
            String two = source.substring(at, Math.min(at + 2, source.length()));
            String operator = LONG_OPERATORS.contains(two) ? two : String.valueOf(c);
            if ("+-*/%~|.,:()[]{}<>=!".indexOf(c) < 0 || operator.equals("!")) {
                throw new TemplateProblem(lineAt(at), "has `" + c + "`, which Fettle does not know there");
            }
            at += operator.length();
            lexemes.add(new Lexeme(Kind.OPERATOR, operator, lineAt(from)));
        }
    }

    private void number(int from) {
        while (at < source.length() && (isDigit(source.charAt(at)) || source.charAt(at) == '_')) {
            at++;
        }
        boolean fraction = at + 1 < source.length() && source.charAt(at) == '.' && isDigit(source.charAt(at + 1));
        if (fraction) {
            at++;
            while (at < source.length() && isDigit(source.charAt(at))) {
                at++;
            }
        }
        lexemes.add(new Lexeme(fraction ? Kind.FLOAT : Kind.INTEGER, source.substring(from, at).replace("_", ""),
                lineAt(from)));
    }

    private void string(char quote) {
        int from = at++;
        var text = new StringBuilder();
        while (at < source.length() && source.charAt(at) != quote) {
            char c = source.charAt(at++);
            if (c != '\\' || at >= source.length()) {
                text.append(c);
                continue;
            }
            char escaped = source.charAt(at++);
            switch (escaped) {
                case 'n' -> text.append('\n');
                case 't' -> text.append('\t');
                case 'r' -> text.append('\r');
                case '\\', '\'', '"' -> text.append(escaped);
                case 'x' -> text.append(hex(2));
                case 'u' -> text.append(hex(4));
                default -> text.append('\\').append(escaped);
            }
        }
        if (at >= source.length()) {
            throw new TemplateProblem(lineAt(from), "opens a string that is never closed");
        }
        at++;
        lexemes.add(new Lexeme(Kind.STRING, text.toString(), lineAt(from)));
    }

    private char hex(int digits) {
        try {
            char c = (char) Integer.parseInt(source, at, Math.min(at + digits, source.length()), 16);
            at += digits;
            return c;
        } catch (NumberFormatException _) {
            throw new TemplateProblem(lineAt(at), "has a broken escape in a string");
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private int lineAt(int place) {
        for (; countedTo < place && countedTo < source.length(); countedTo++) {
            line += source.charAt(countedTo) == '\n' ? 1 : 0;
        }
        return line;
    }
}
