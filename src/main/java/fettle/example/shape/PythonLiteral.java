package fettle.example.shape;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads what Python prints for lists, dictionaries and texts, such as `['a', "it's"]`: the form that values take when a
/// table is written without JSON.
final class PythonLiteral {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 200;
    private static final int LONGEST_NUMBER = 1000;

    private final String text;
    private int at;
    private int depth;

    private PythonLiteral(String text) {
        this.text = text;
    }

    /// That it is no literal.
    private static final class Broken extends Exception {

        private static final long serialVersionUID = 1;

        Broken() {
            super("", null, false, false);
        }
    }

    /// The value of a literal; empty when `text` is none.
    static Optional<JsonNode> read(String text) {
        var literal = new PythonLiteral(text);
        try {
            JsonNode value = literal.value();
            literal.blanks();
            return literal.at == text.length() ? Optional.of(value) : Optional.empty();
        } catch (Broken _) {
            return Optional.empty();
        }
    }

    private JsonNode value() throws Broken {
        blanks();
        char first = peek();
        if (first == '[' || first == '(') {
            return list(first == '[' ? ']' : ')');
        }
        if (first == '{') {
            return dictionary();
        }
        if (first == '\'' || first == '"') {
            return NODES.stringNode(string());
        }
        return word();
    }

    private ArrayNode list(char close) throws Broken {
        enter();
        ArrayNode list = NODES.arrayNode();
        blanks();
        while (peek() != close) {
            list.add(value());
            separated(close);
        }
        leave();
        return list;
    }

    private ObjectNode dictionary() throws Broken {
        enter();
        ObjectNode dictionary = NODES.objectNode();
        blanks();
        while (peek() != '}') {
            if (peek() != '\'' && peek() != '"') {
                throw new Broken();
            }
            String key = string();
            blanks();
            expect(':');
            dictionary.set(key, value());
            separated('}');
        }
        leave();
        return dictionary;
    }

    private void separated(char close) throws Broken {
        blanks();
        if (peek() != close) {
            expect(',');
            blanks();
        }
    }

    private String string() throws Broken {
        char quote = text.charAt(at++);
        var value = new StringBuilder();
        for (char letter = peek(); letter != quote; letter = peek()) {
            at++;
            if (letter == '\n') {
                throw new Broken();
            }
            if (letter == '\\') {
                escape(value);
            } else {
                value.append(letter);
            }
        }
        at++;
        return value.toString();
    }

    private void escape(StringBuilder value) throws Broken {
        char letter = peek();
        at++;
        switch (letter) {
            case 'n' -> value.append('\n');
            case 't' -> value.append('\t');
            case 'r' -> value.append('\r');
            case '\\', '\'', '"' -> value.append(letter);
            case 'x' -> value.append((char) hex(2));
            case 'u' -> value.append((char) hex(4));
            case 'U' -> value.appendCodePoint(Math.min(hex(8), Character.MAX_CODE_POINT));
            default -> value.append('\\').append(letter);
        }
    }

    private int hex(int digits) throws Broken {
        if (at + digits > text.length()) {
            throw new Broken();
        }
        try {
            int value = Integer.parseInt(text, at, at + digits, 16);
            at += digits;
            return Math.max(0, value);
        } catch (NumberFormatException _) {
            throw new Broken();
        }
    }

    private JsonNode word() throws Broken {
        int start = at;
        while (at < text.length() && ",]}):\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at).strip();
        return switch (word) {
            case "None", "null", "nan" -> NODES.nullNode();
            case "True", "true" -> NODES.booleanNode(true);
            case "False", "false" -> NODES.booleanNode(false);
            default -> number(word);
        };
    }

    private static JsonNode number(String word) throws Broken {
        if (word.length() > LONGEST_NUMBER) {
            throw new Broken();
        }
        if (word.matches("[+-]?\\d+")) {
            return NODES.numberNode(new BigInteger(word));
        }
        if (word.matches("[+-]?(\\d+\\.\\d*|\\.\\d+|\\d+)([eE][+-]?\\d{1,4})?")) {
            return NODES.numberNode(new BigDecimal(word));
        }
        throw new Broken();
    }

    private void enter() throws Broken {
        at++;
        if (++depth > DEEPEST) {
            throw new Broken();
        }
    }

    private void leave() {
        at++;
        depth--;
    }

    private void expect(char letter) throws Broken {
        if (peek() != letter) {
            throw new Broken();
        }
        at++;
    }

    private char peek() throws Broken {
        if (at >= text.length()) {
            throw new Broken();
        }
        return text.charAt(at);
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
