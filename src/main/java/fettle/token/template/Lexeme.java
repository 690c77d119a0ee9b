package fettle.token.template;

/// One piece of a template's source.
///
/// @param text of a string without its quotes and escapes
/// @param line 1-based
record Lexeme(Kind kind, String text, int line) {

    enum Kind {
        TEXT, OPEN_OUTPUT, OPEN_TAG, CLOSE, NAME, STRING, INTEGER, FLOAT, OPERATOR, END
    }

    boolean is(Kind wanted, String content) {
        return kind == wanted && text.equals(content);
    }
}
