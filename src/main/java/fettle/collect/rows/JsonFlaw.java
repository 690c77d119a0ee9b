package fettle.collect.rows;

/// What is often wrong with JSON and can be mended in one way only.
enum JsonFlaw {

    TRAILING_COMMA("trailing-comma", "has a comma before a closing bracket", "take the comma out"),
    MISSING_COMMA("missing-comma", "lacks a comma between two values", "put the comma in"),
    UNESCAPED_NEWLINE("unescaped-newline", "has a line break within a text", "write it as \\n"),
    CONTROL_CHARACTER("control-character", "has a control character within a text", "write it as an escape"),
    SINGLE_QUOTES("single-quotes", "has texts in single quotes, as Python writes them", "write them in double quotes"),
    PYTHON_LITERAL("python-literal", "has None, True or False as Python writes them", "write null, true or false"),
    DOUBLED_QUOTE("doubled-quote", "has a quotation mark too many at the end of a text", "take it out"),
    BAD_ESCAPE("bad-escape", "has a backslash that escapes nothing", "keep it as a backslash of the text"),
    NOT_A_NUMBER("not-a-number", "has NaN or Infinity, which JSON has not", "write null"),
    CONCATENATED("concatenated", "holds several objects", "read each as a row of its own");

    private final String kind;
    private final String says;
    private final String way;

    JsonFlaw(String kind, String says, String way) {
        this.kind = kind;
        this.says = says;
        this.way = way;
    }

    /// For programs.
    String kind() {
        return kind;
    }

    /// The rest of a sentence that begins with the line.
    String says() {
        return says;
    }

    /// What mends it, a clause.
    String way() {
        return way;
    }
}
