package fettle.token.template;

import fettle.token.template.Expression.Arguments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the value of an expression.
final class Evaluator {

    private Evaluator() {}

    static Object value(Expression expression, Scope scope) {
        return switch (expression) {
            case Expression.Literal(Object value) -> value;
            case Expression.Name(String name) -> scope.find(name);
            case Expression.ListOf(List<Expression> items) -> values(items, scope);
            case Expression.MapOf map -> map(map, scope);
            case Expression.Attribute(Expression of, String name) -> attribute(value(of, scope), name);
            case Expression.Item(Expression of, Expression key) -> item(value(of, scope), value(key, scope));
            case Expression.Slice slice -> slice(slice, scope);
            case Expression.Call call -> call(call, scope);
            case Expression.Filter(Expression of, String name, Arguments arguments) -> Filters.apply(name,
                    value(of, scope), values(arguments.values(), scope), named(arguments, scope));
            case Expression.Check(Expression of, String name, Arguments arguments) -> Checks.holds(name,
                    value(of, scope), values(arguments.values(), scope));
            case Expression.Not(Expression of) -> !Values.isTrue(value(of, scope));
            case Expression.Negative(Expression of) -> Operators.apply("-", 0L, value(of, scope));
            case Expression.And(Expression left, Expression right) -> {
                Object first = value(left, scope);
                yield Values.isTrue(first) ? value(right, scope) : first;
            }
            case Expression.Or(Expression left, Expression right) -> {
                Object first = value(left, scope);
                yield Values.isTrue(first) ? first : value(right, scope);
            }
            case Expression.Binary(String operator, Expression left, Expression right) -> Operators.apply(operator,
                    value(left, scope), value(right, scope));
            case Expression.Conditional conditional -> conditional(conditional, scope);
        };
    }

    private static Object conditional(Expression.Conditional conditional, Scope scope) {
        if (Values.isTrue(value(conditional.condition(), scope))) {
            return value(conditional.then(), scope);
        }
        Expression otherwise = conditional.otherwise();
        return otherwise == null ? new Undefined("else") : value(otherwise, scope);
    }

    private static List<Object> values(List<Expression> expressions, Scope scope) {
        var values = new ArrayList<Object>();
        expressions.forEach(expression -> values.add(value(expression, scope)));
        return values;
    }

    private static Map<String, Object> named(Arguments arguments, Scope scope) {
        var values = new LinkedHashMap<String, Object>();
        arguments.named().forEach((name, expression) -> values.put(name, value(expression, scope)));
        return values;
    }

    private static Map<String, Object> map(Expression.MapOf map, Scope scope) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < map.keys().size(); i++) {
            values.put(Values.text(value(map.keys().get(i), scope)), value(map.values().get(i), scope));
        }
        return values;
    }

    /// The field `name` of a value; what has no fields gives Undefined.
    static Object attribute(Object of, String name) {
        @Nullable
        Object found = switch (of) {
            case Map<?, ?> map -> map.get(name);
            case Namespace namespace -> namespace.fields().get(name);
            case Undefined undefined -> throw new TemplateProblem(
                    "takes `" + name + "` of `" + undefined.name() + "`, which is not defined");
            default -> null;
        };
        return found == null ? new Undefined(name) : found;
    }

    private static Object item(Object of, Object key) {
        return switch (of) {
            case List<?> list when key instanceof Long index -> at(list, index);
            case String text when key instanceof Long index -> at(Values.items(text), index);
            default -> attribute(of, Values.text(key));
        };
    }

    private static Object at(List<?> list, long index) {
        long place = index < 0 ? index + list.size() : index;
        return place < 0 || place >= list.size() ? new Undefined("item " + index) : list.get((int) place);
    }

    private static Object slice(Expression.Slice slice, Scope scope) {
        Object of = value(slice.of(), scope);
        List<?> items = Values.items(of);
        long step = bound(slice.step(), scope, 1);
        if (step == 0) {
            throw new TemplateProblem("slices in steps of 0");
        }
        int size = items.size();
        long from = clamp(bound(slice.from(), scope, step > 0 ? 0 : Long.MAX_VALUE), size, step);
        long to = slice.to() == null ? step > 0 ? size : -1 : clamp(bound(slice.to(), scope, 0), size, step);
        var taken = new ArrayList<Object>();
        for (long i = from; step > 0 ? i < to : i > to; i += step) {
            taken.add(items.get((int) i));
        }
        return of instanceof String ? String.join("", taken.stream().map(Values::text).toList()) : taken;
    }

    private static long bound(@Nullable Expression expression, Scope scope, long otherwise) {
        Object value = expression == null ? None.NONE : value(expression, scope);
        return value == None.NONE ? otherwise : Values.number(value).longValue();
    }

    private static long clamp(long index, int size, long step) {
        long place = index < 0 ? index + size : index;
        return step > 0 ? Math.clamp(place, 0, size) : Math.clamp(place, -1, size - 1L);
    }

    private static Object call(Expression.Call call, Scope scope) {
        List<Object> arguments = values(call.arguments().values(), scope);
        if (call.callee() instanceof Expression.Attribute(Expression of, String name)) {
            Object owner = value(of, scope);
            Object own = owner instanceof Undefined ? owner : attribute(owner, name);
            return own instanceof Function function
                    ? function.call(arguments, named(call.arguments(), scope))
                    : Methods.call(owner, name, arguments);
        }
        Object callee = value(call.callee(), scope);
        return switch (callee) {
            case Function function -> function.call(arguments, named(call.arguments(), scope));
            case Undefined undefined -> throw new TemplateProblem(
                    "calls `" + undefined.name() + "`, which Fettle does not know");
            default -> throw new TemplateProblem("calls " + Values.repr(callee) + ", which is not a function");
        };
    }
}
