package fettle.token.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The filters after `|`.
final class Filters {

    static final Set<String> NAMES = Set.of("trim", "tojson", "length", "count", "upper", "lower", "capitalize",
            "title", "first", "last", "join", "default", "d", "list", "string", "int", "float", "abs", "replace",
            "reverse", "map", "selectattr", "rejectattr", "select", "reject", "items", "dictsort", "safe", "unique",
            "indent", "sum");

    private Filters() {}

    static Object apply(String name, Object value, List<Object> arguments, Map<String, Object> named) {
        return switch (name) {
            case "trim" -> arguments.isEmpty()
                    ? Methods.strip(Values.text(value), null, true, true)
                    : Methods.strip(Values.text(value), Values.text(arguments.getFirst()), true, true);
            case "tojson" -> PythonJson.write(value, indentOf(arguments, named));
            case "length", "count" -> length(value);
            case "upper" -> Values.text(value).toUpperCase(Locale.ROOT);
            case "lower" -> Values.text(value).toLowerCase(Locale.ROOT);
            case "capitalize" -> Methods.capitalized(Values.text(value));
            case "title" -> Methods.titled(Values.text(value));
            case "default", "d" -> orDefault(value, arguments, named);
            case "string", "safe" -> Values.text(value);
            case "int" -> whole(value, arguments);
            case "float" -> fraction(value);
            case "abs" -> value instanceof Long number
                    ? (Object) Math.abs(number)
                    : (Object) Math.abs(Values.number(value).doubleValue());
            case "replace" -> Values.text(value).replace(argument(name, arguments, 0), argument(name, arguments, 1));
            case "indent" -> indented(Values.text(value), arguments, named);
            case "reverse" -> value instanceof String text
                    ? new StringBuilder(text).reverse().toString()
                    : reversed(Values.items(value));
            default -> ofList(name, value, arguments, named);
        };
    }

    private static Object ofList(String name, Object value, List<Object> arguments, Map<String, Object> named) {
        List<?> items = Values.items(value);
        return switch (name) {
            case "first" -> items.isEmpty() ? new Undefined("first") : items.getFirst();
            case "last" -> items.isEmpty() ? new Undefined("last") : items.getLast();
            case "list" -> items;
            case "join" -> String.join(arguments.isEmpty() ? "" : Values.text(arguments.getFirst()),
                    items.stream().map(Values::text).toList());
            case "unique" -> items.stream().distinct().toList();
            case "items" -> Methods.call(value, "items", List.of());
            case "dictsort" -> sorted(value);
            case "sum" -> items.stream().reduce((Object) 0L, (sum, item) -> Operators.apply("+", sum, item),
                    (left, _) -> left);
            case "map" -> mapped(items, arguments, named);
            case "select", "reject" -> items.stream()
                    .filter(item -> passes(item, arguments) == name.equals("select")).toList();
            case "selectattr", "rejectattr" -> {
                String field = argument(name, arguments, 0);
                List<Object> rest = arguments.subList(1, arguments.size());
                yield items.stream().filter(
                        item -> passes(Evaluator.attribute(item, field), rest) == name.equals("selectattr")).toList();
            }
            default -> throw new TemplateProblem("uses the filter `" + name + "`, which Fettle does not know");
        };
    }

    private static boolean passes(Object value, List<Object> check) {
        if (check.isEmpty()) {
            return Values.isTrue(value);
        }
        String name = Values.text(check.getFirst());
        if (!Checks.NAMES.contains(name)) {
            throw new TemplateProblem("uses the test `" + name + "`, which Fettle does not know");
        }
        return Checks.holds(name, value, check.subList(1, check.size()));
    }

    private static List<Object> mapped(List<?> items, List<Object> arguments, Map<String, Object> named) {
        var out = new ArrayList<Object>();
        Object field = named.get("attribute");
        for (Object item : items) {
            out.add(field != null
                    ? Evaluator.attribute(item, Values.text(field))
                    : apply(argument("map", arguments, 0), item, arguments.subList(1, arguments.size()), Map.of()));
        }
        return out;
    }

    private static Object sorted(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new TemplateProblem("sorts " + Values.repr(value) + " as a map");
        }
        return map.entrySet().stream().sorted(
                (left, right) -> Values.text(left.getKey()).compareToIgnoreCase(Values.text(right.getKey())))
                .map(entry -> List.of(entry.getKey(), entry.getValue())).toList();
    }

    private static long length(Object value) {
        return value instanceof String text ? text.codePointCount(0, text.length()) : Values.items(value).size();
    }

    private static Object orDefault(Object value, List<Object> arguments, Map<String, Object> named) {
        boolean alsoEmpty = Values.isTrue(named.getOrDefault("boolean", arguments.size() > 1 && Values.isTrue(
                arguments.get(1))));
        boolean missing = value instanceof Undefined || (alsoEmpty && !Values.isTrue(value));
        return missing ? arguments.isEmpty() ? "" : arguments.getFirst() : value;
    }

    private static Object whole(Object value, List<Object> arguments) {
        if (Values.isNumeric(value)) {
            return Values.number(value).longValue();
        }
        try {
            return (long) Double.parseDouble(Values.text(value).strip());
        } catch (NumberFormatException _) {
            return arguments.isEmpty() ? 0L : arguments.getFirst();
        }
    }

    private static double fraction(Object value) {
        if (Values.isNumeric(value)) {
            return Values.number(value).doubleValue();
        }
        try {
            return Double.parseDouble(Values.text(value).strip());
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private static int indentOf(List<Object> arguments, Map<String, Object> named) {
        Object indent = named.getOrDefault("indent", arguments.isEmpty() ? None.NONE : arguments.getFirst());
        return indent == None.NONE ? 0 : Values.number(indent).intValue();
    }

    private static String indented(String text, List<Object> arguments, Map<String, Object> named) {
        Object width = named.getOrDefault("width", arguments.isEmpty() ? 4L : arguments.getFirst());
        boolean first = Values.isTrue(named.getOrDefault("first", arguments.size() > 1 && Values.isTrue(
                arguments.get(1))));
        String pad = width instanceof String own ? own : " ".repeat(Values.number(width).intValue());
        var lines = new ArrayList<String>(List.of(text.split("\n", -1)));
        for (int i = first ? 0 : 1; i < lines.size(); i++) {
            lines.set(i, lines.get(i).isEmpty() ? "" : pad + lines.get(i));
        }
        return String.join("\n", lines);
    }

    private static List<Object> reversed(List<?> items) {
        var copy = new ArrayList<Object>(items);
        Collections.reverse(copy);
        return copy;
    }

    private static String argument(String filter, List<Object> arguments, int place) {
        if (place >= arguments.size()) {
            throw new TemplateProblem("uses the filter `" + filter + "` without what it needs");
        }
        return Values.text(arguments.get(place));
    }
}
