package fettle.token.template;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// The tests after `is`.
final class Checks {

    static final Set<String> TAKES_ONE = Set.of("divisibleby", "eq", "equalto", "sameas", "ne", "lt", "le", "gt", "ge",
            "==", "!=", "<", "<=", ">", ">=", "in");
    static final Set<String> NAMES = Set.of("defined", "undefined", "none", "string", "number", "integer", "float",
            "boolean", "true", "false", "mapping", "sequence", "iterable", "odd", "even", "divisibleby", "eq",
            "equalto", "sameas", "ne", "lt", "le", "gt", "ge", "==", "!=", "<", "<=", ">", ">=", "in", "callable",
            "lower", "upper");

    private Checks() {}

    static boolean holds(String name, Object value, List<Object> arguments) {
        return switch (name) {
            case "defined" -> !(value instanceof Undefined);
            case "undefined" -> value instanceof Undefined;
            case "none" -> value == None.NONE;
            case "string" -> value instanceof String;
            case "number" -> value instanceof Number || value instanceof Boolean;
            case "integer" -> value instanceof Long;
            case "float" -> value instanceof Double;
            case "boolean" -> value instanceof Boolean;
            case "true" -> Boolean.TRUE.equals(value);
            case "false" -> Boolean.FALSE.equals(value);
            case "mapping" -> value instanceof Map;
            case "sequence", "iterable" -> value instanceof List || value instanceof Map || value instanceof String
                    || value instanceof Undefined;
            case "odd" -> Values.number(value).longValue() % 2 != 0;
            case "even" -> Values.number(value).longValue() % 2 == 0;
            case "callable" -> value instanceof Function;
            case "lower" -> Values.text(value).equals(Values.text(value).toLowerCase(java.util.Locale.ROOT));
            case "upper" -> Values.text(value).equals(Values.text(value).toUpperCase(java.util.Locale.ROOT));
            default -> compared(name, value, arguments);
        };
    }

    private static boolean compared(String name, Object value, List<Object> arguments) {
        if (arguments.size() != 1) {
            throw new TemplateProblem(
                    "uses the test `" + name + "` with " + arguments.size() + " values instead of one");
        }
        Object other = arguments.getFirst();
        return switch (name) {
            case "divisibleby" -> Values.number(value).longValue() % Values.number(other).longValue() == 0;
            case "eq", "equalto", "==" -> Values.equal(value, other);
            case "sameas" -> value.getClass() == other.getClass() && Values.equal(value, other);
            case "ne", "!=" -> !Values.equal(value, other);
            default -> Values.isTrue(Operators.apply(switch (name) {
                case "lt" -> "<";
                case "le" -> "<=";
                case "gt" -> ">";
                case "ge" -> ">=";
                default -> name;
            }, value, other));
        };
    }
}
