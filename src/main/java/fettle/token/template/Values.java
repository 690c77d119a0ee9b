package fettle.token.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Values as Python has them: text, whole numbers (Long), fractions (Double), Boolean, None, lists, maps, Undefined.
final class Values {

    private Values() {}

    /// A value of Java or JSON as a template sees it.
    static Object of(@Nullable Object value) {
        return switch (value) {
            case null -> None.NONE;
            case JsonNode node -> ofJson(node);
            case Integer whole -> (long) whole;
            case Float fraction -> (double) fraction;
            case Collection<?> list -> list.stream().map(Values::of).toList();
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((key, item) -> copy.put(String.valueOf(key), of(item)));
                yield copy;
            }
            default -> value;
        };
    }

    private static Object ofJson(JsonNode node) {
        if (node.isObject()) {
            var map = new LinkedHashMap<String, Object>();
            node.properties().forEach(entry -> map.put(entry.getKey(), ofJson(entry.getValue())));
            return map;
        }
        if (node.isArray()) {
            var list = new ArrayList<>();
            node.forEach(item -> list.add(ofJson(item)));
            return list;
        }
        if (node.isString()) {
            return node.stringValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isIntegralNumber()) {
            return node.canConvertToLong() ? (Object) node.longValue() : node.bigIntegerValue();
        }
        return node.isNumber() ? (Object) node.doubleValue() : None.NONE;
    }

    static boolean isTrue(Object value) {
        return switch (value) {
            case Boolean flag -> flag;
            case String text -> !text.isEmpty();
            case Number number -> number.doubleValue() != 0;
            case List<?> list -> !list.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            case Undefined _ -> false;
            case None _ -> false;
            default -> true;
        };
    }

    /// What a loop over `value` meets: the items, a map's keys, a text's characters.
    static List<?> items(Object value) {
        return switch (value) {
            case List<?> list -> list;
            case Map<?, ?> map -> List.copyOf(map.keySet());
            case String text -> text.codePoints().mapToObj(Character::toString).toList();
            case Undefined _ -> List.of();
            default -> throw new TemplateProblem("loops over " + repr(value) + ", which is not a list");
        };
    }

    static boolean equal(Object left, Object right) {
        if (left instanceof Undefined && right instanceof Undefined) {
            return true;
        }
        if (isNumeric(left) && isNumeric(right)) {
            return number(left).doubleValue() == number(right).doubleValue();
        }
        if (left instanceof List<?> one && right instanceof List<?> two && one.size() == two.size()) {
            for (int i = 0; i < one.size(); i++) {
                if (!equal(present(one.get(i)), present(two.get(i)))) {
                    return false;
                }
            }
            return true;
        }
        return Objects.equals(left, right);
    }

    private static Object present(@Nullable Object item) {
        return item == null ? None.NONE : item;
    }

    static boolean isNumeric(Object value) {
        return value instanceof Number || value instanceof Boolean;
    }

    static Number number(Object value) {
        return switch (value) {
            case Number number -> number;
            case Boolean flag -> flag ? 1L : 0L;
            default -> throw new TemplateProblem("calculates with " + repr(value) + ", which is not a number");
        };
    }

    /// As Python prints it.
    static String text(Object value) {
        return switch (value) {
            case String text -> text;
            case Undefined _ -> "";
            default -> repr(value);
        };
    }

    /// As Python shows it within a list.
    static String repr(Object value) {
        return switch (value) {
            case None _ -> "None";
            case Boolean flag -> flag ? "True" : "False";
            case Double fraction -> fraction(fraction);
            case String text -> quoted(text);
            case Undefined undefined -> "`" + undefined.name() + "`, which is not defined";
            case List<?> list -> "[" + String.join(", ", list.stream().map(item -> repr(present(item))).toList()) + "]";
            case Map<?, ?> map -> "{" + String.join(", ", map.entrySet().stream().map(
                    entry -> repr(present(entry.getKey())) + ": " + repr(present(entry.getValue()))).toList()) + "}";
            case Namespace _ -> "a namespace";
            case Function _ -> "a function";
            default -> value.toString();
        };
    }

    private static String quoted(String text) {
        char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
        var out = new StringBuilder().append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (c == quote) {
                        out.append('\\').append(c);
                    } else if (c < 0x20 || c == 0x7F) {
                        out.append("\\x%02x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append(quote).toString();
    }

    /// The shortest digits, plain from 1e-4 to 1e16 and with an exponent beyond.
    static String fraction(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            String plain = exact.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String digits = exact.unscaledValue().abs().toString();
        return (value < 0 ? "-" : "") + digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }
}
