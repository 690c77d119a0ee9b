package fettle.token.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The operators between two values.
final class Operators {

    private Operators() {}

    static Object apply(String operator, Object left, Object right) {
        return switch (operator) {
            case "~" -> Values.text(left) + Values.text(right);
            case "==" -> Values.equal(left, right);
            case "!=" -> !Values.equal(left, right);
            case "<" -> compare(left, right) < 0;
            case "<=" -> compare(left, right) <= 0;
            case ">" -> compare(left, right) > 0;
            case ">=" -> compare(left, right) >= 0;
            case "in" -> contains(right, left);
            case "+" -> plus(left, right);
            case "*" -> times(left, right);
            default -> calculated(operator, Values.number(left), Values.number(right));
        };
    }

    static int compare(Object left, Object right) {
        if (left instanceof String one && right instanceof String two) {
            return one.compareTo(two);
        }
        if (Values.isNumeric(left) && Values.isNumeric(right)) {
            return Double.compare(Values.number(left).doubleValue(), Values.number(right).doubleValue());
        }
        throw new TemplateProblem("compares " + Values.repr(left) + " with " + Values.repr(right));
    }

    private static boolean contains(Object container, Object item) {
        return switch (container) {
            case String text when item instanceof String part -> text.contains(part);
            case Map<?, ?> map -> map.containsKey(item);
            case List<?> list -> list.stream().anyMatch(one -> Values.equal(one, item));
            case Undefined _ -> false;
            default -> throw new TemplateProblem("looks for " + Values.repr(item) + " in " + Values.repr(container));
        };
    }

    private static Object plus(Object left, Object right) {
        if (left instanceof String one && right instanceof String two) {
            return one + two;
        }
        if (left instanceof List<?> one && right instanceof List<?> two) {
            var both = new ArrayList<Object>(one);
            both.addAll(two);
            return both;
        }
        if (Values.isNumeric(left) && Values.isNumeric(right)) {
            return calculated("+", Values.number(left), Values.number(right));
        }
        throw new TemplateProblem("adds " + Values.repr(left) + " and " + Values.repr(right));
    }

    private static Object times(Object left, Object right) {
        if (left instanceof String text && right instanceof Long times) {
            return text.repeat((int) Math.max(0, times));
        }
        if (right instanceof String text && left instanceof Long times) {
            return text.repeat((int) Math.max(0, times));
        }
        return calculated("*", Values.number(left), Values.number(right));
    }

    private static Object calculated(String operator, Number left, Number right) {
        boolean whole = left instanceof Long && right instanceof Long;
        boolean divides = operator.equals("/") || operator.equals("//") || operator.equals("%");
        if (divides && right.doubleValue() == 0) {
            throw new TemplateProblem("divides by zero");
        }
        if (!whole || operator.equals("/")) {
            return fractions(operator, left.doubleValue(), right.doubleValue());
        }
        long one = left.longValue();
        long two = right.longValue();
        return switch (operator) {
            case "+" -> one + two;
            case "-" -> one - two;
            case "*" -> one * two;
            case "//" -> Math.floorDiv(one, two);
            case "%" -> Math.floorMod(one, two);
            case "**" -> power(one, two);
            default -> throw new TemplateProblem("uses `" + operator + "`, which Fettle does not know");
        };
    }

    private static Object power(long base, long exponent) {
        try {
            return exponent >= 0
                    ? (Object) Math.powExact(base, Math.toIntExact(exponent))
                    : (Object) Math.pow((double) base, (double) exponent);
        } catch (ArithmeticException _) {
            throw new TemplateProblem("calculates a number that is too large");
        }
    }

    private static double fractions(String operator, double left, double right) {
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / right;
            case "//" -> Math.floor(left / right);
            case "%" -> left - Math.floor(left / right) * right;
            case "**" -> Math.pow(left, right);
            default -> throw new TemplateProblem("uses `" + operator + "`, which Fettle does not know");
        };
    }
}
