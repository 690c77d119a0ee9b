package fettle.collect.rows;

/// Reads what is nearly JSON and writes it as JSON, noting each thing that it changes. It changes only what can be meant
/// in one way; of all else it keeps its hands off.
final class JsonMending extends JsonTexts {

    private static final int DEEPEST = 400;

    private boolean whole;

    private JsonMending(byte[] in) {
        super(in);
    }

    static JsonMending of(byte[] bytes) {
        var mending = new JsonMending(bytes);
        mending.whole = mending.value(0) && mending.end();
        return mending;
    }

    /// Whether the first value is JSON now.
    boolean isWhole() {
        return whole;
    }

    /// Where the bytes of a further object begin that stands directly behind the first; the length when none does.
    int rest() {
        return at;
    }

    private boolean end() {
        blanks();
        if (at < in.length && in[at] == ',') {
            note(JsonFlaw.TRAILING_COMMA, at);
            at++;
            blanks();
        }
        return at == in.length || in[at] == '{';
    }

    private boolean value(int depth) {
        blanks();
        if (at == in.length || depth > DEEPEST) {
            return false;
        }
        return switch (in[at]) {
            case '{' -> members(depth, '}');
            case '[' -> members(depth, ']');
            case '"' -> text();
            case '\'' -> pythonText();
            default -> word();
        };
    }

    /// The members of an object or the elements of a list.
    private boolean members(int depth, char close) {
        copy();
        blanks();
        if (at < in.length && in[at] == close) {
            copy();
            return true;
        }
        while (member(depth, close == '}')) {
            int gap = at;
            blanks();
            if (at == in.length) {
                return false;
            }
            if (in[at] == close) {
                copy();
                return true;
            }
            if (in[at] == ',') {
                int comma = at++;
                int next = firstBehind(at);
                if (next < in.length && in[next] == close) {
                    note(JsonFlaw.TRAILING_COMMA, comma);
                } else {
                    write(",");
                }
                blanks();
                if (at < in.length && in[at] == close) {
                    copy();
                    return true;
                }
            } else if (beginsNext(gap, close)) {
                note(JsonFlaw.MISSING_COMMA, at);
                write(",");
            } else {
                return false;
            }
        }
        return false;
    }

    /// Two texts must have a blank between them: `""` may mean many things.
    private boolean beginsNext(int gap, char close) {
        boolean text = in[at] == '"' || in[at] == '\'';
        return text ? at > gap : close == ']' && (in[at] == '{' || in[at] == '[');
    }

    private boolean member(int depth, boolean named) {
        if (named) {
            blanks();
            boolean key = at < in.length && (in[at] == '"' ? text() : in[at] == '\'' && pythonText());
            if (!key) {
                return false;
            }
            blanks();
            if (at == in.length || in[at] != ':') {
                return false;
            }
            copy();
        }
        return value(depth + 1);
    }
}
