package fettle.token.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The methods that text, maps and lists have in Python.
final class Methods {

    private static final Pattern SPACES = Pattern.compile("[\\s\\x1C-\\x1F\\x85\\p{Z}]+");

    private Methods() {}

    static Object call(Object value, String name, List<Object> arguments) {
        return switch (value) {
            case String text -> ofText(text, name, arguments);
            case Map<?, ?> map -> ofMap(map, name, arguments);
            case Undefined undefined -> throw new TemplateProblem(
                    "calls `" + name + "` of `" + undefined.name() + "`, which is not defined");
            default -> throw unknown(value, name);
        };
    }

    private static TemplateProblem unknown(Object value, String name) {
        return new TemplateProblem("calls `" + name + "` of " + Values.repr(value) + ", which Fettle does not know");
    }

    private static Object ofMap(Map<?, ?> map, String name, List<Object> arguments) {
        return switch (name) {
            case "items" -> map.entrySet().stream().map(entry -> List.of(entry.getKey(), entry.getValue())).toList();
            case "keys" -> List.copyOf(map.keySet());
            case "values" -> List.copyOf(map.values());
            case "get" -> {
                Object found = arguments.isEmpty() ? null : map.get(arguments.getFirst());
                yield found != null ? found : arguments.size() > 1 ? arguments.get(1) : None.NONE;
            }
            default -> throw unknown(map, name);
        };
    }

    private static Object ofText(String text, String name, List<Object> arguments) {
        String first = arguments.isEmpty() ? "" : Values.text(arguments.getFirst());
        boolean plain = arguments.isEmpty() || arguments.getFirst() == None.NONE;
        return switch (name) {
            case "strip" -> plain ? strip(text, null, true, true) : strip(text, first, true, true);
            case "lstrip" -> plain ? strip(text, null, true, false) : strip(text, first, true, false);
            case "rstrip" -> plain ? strip(text, null, false, true) : strip(text, first, false, true);
            case "split" -> plain ? words(text) : split(text, first, limit(arguments));
            case "splitlines" -> text.lines().toList();
            case "startswith" -> anyOf(arguments).anyMatch(text::startsWith);
            case "endswith" -> anyOf(arguments).anyMatch(text::endsWith);
            case "upper" -> text.toUpperCase(Locale.ROOT);
            case "lower" -> text.toLowerCase(Locale.ROOT);
            case "capitalize" -> capitalized(text);
            case "title" -> titled(text);
            case "replace" -> text.replace(first, arguments.size() > 1 ? Values.text(arguments.get(1)) : "");
            case "find" -> (long) (text.indexOf(first) < 0 ? -1 : text.codePointCount(0, text.indexOf(first)));
            case "count" -> (long) split(text, first, -1).size() - 1;
            case "join" -> String.join(text,
                    Values.items(arguments.isEmpty() ? "" : arguments.getFirst()).stream().map(Values::text).toList());
            default -> throw unknown(text, name);
        };
    }

    private static java.util.stream.Stream<String> anyOf(List<Object> arguments) {
        Object one = arguments.isEmpty() ? "" : arguments.getFirst();
        return one instanceof List<?> several
                ? several.stream().map(Values::text)
                : java.util.stream.Stream.of(Values.text(one));
    }

    private static int limit(List<Object> arguments) {
        return arguments.size() > 1 ? Values.number(arguments.get(1)).intValue() : -1;
    }

    private static List<String> words(String text) {
        return Arrays.stream(SPACES.split(text)).filter(word -> !word.isEmpty()).toList();
    }

    private static List<String> split(String text, String separator, int limit) {
        if (separator.isEmpty()) {
            throw new TemplateProblem("splits at an empty text");
        }
        var parts = new ArrayList<String>();
        int from = 0;
        int at;
        while ((limit < 0 || parts.size() < limit) && (at = text.indexOf(separator, from)) >= 0) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    /// Without the characters of `set` (white space if it is null) at the left or right end.
    static String strip(String text, @org.jspecify.annotations.Nullable String set, boolean left, boolean right) {
        int from = 0;
        int to = text.length();
        while (left && from < to && strips(text.codePointAt(from), set)) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (right && to > from && strips(text.codePointBefore(to), set)) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    private static boolean strips(int character, @org.jspecify.annotations.Nullable String set) {
        return set == null
                ? Character.isWhitespace(character) || Character.isSpaceChar(character) || character == 0x85
                : set.indexOf(character) >= 0;
    }

    static String capitalized(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                        + text.substring(text.offsetByCodePoints(0, 1)).toLowerCase(Locale.ROOT);
    }

    static String titled(String text) {
        var out = new StringBuilder();
        boolean inWord = false;
        for (int character : text.codePoints().toArray()) {
            out.appendCodePoint(inWord ? Character.toLowerCase(character) : Character.toTitleCase(character));
            inWord = Character.isLetter(character);
        }
        return out.toString();
    }
}
