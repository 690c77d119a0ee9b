package fettle.token.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON with the spacing of Python's `json.dumps(value, ensure_ascii=False)`.
final class PythonJson {

    private final int indent;
    private final StringBuilder out = new StringBuilder();

    private PythonJson(int indent) {
        this.indent = indent;
    }

    /// On one line, or with `indent` spaces a level if that is above 0.
    static String write(Object value, int indent) {
        var json = new PythonJson(indent);
        json.value(value, 0);
        return json.out.toString();
    }

    private void value(@Nullable Object value, int level) {
        switch (value) {
            case null -> out.append("null");
            case None _ -> out.append("null");
            case String text -> string(text);
            case Boolean flag -> out.append(flag ? "true" : "false");
            case Double fraction -> out.append(Values.fraction(fraction));
            case Number number -> out.append(number);
            case List<?> list -> list(list, level);
            case Map<?, ?> map -> map(map, level);
            default -> throw new TemplateProblem("writes " + Values.repr(value) + " as JSON");
        }
    }

    private void list(List<?> list, int level) {
        out.append('[');
        String between = "";
        for (Object item : list) {
            out.append(between);
            line(level + 1);
            value(item, level + 1);
            between = indent > 0 ? "," : ", ";
        }
        if (!list.isEmpty()) {
            line(level);
        }
        out.append(']');
    }

    private void map(Map<?, ?> map, int level) {
        out.append('{');
        String between = "";
        for (var entry : map.entrySet()) {
            out.append(between);
            line(level + 1);
            string(String.valueOf(entry.getKey()));
            out.append(": ");
            value(entry.getValue(), level + 1);
            between = indent > 0 ? "," : ", ";
        }
        if (!map.isEmpty()) {
            line(level);
        }
        out.append('}');
    }

    private void line(int level) {
        if (indent > 0) {
            out.append('\n').repeat(' ', indent * level);
        }
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
