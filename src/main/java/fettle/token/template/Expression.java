package fettle.token.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A part of a template that has a value.
sealed interface Expression {

    record Literal(Object value) implements Expression {}

    record Name(String name) implements Expression {}

    record ListOf(List<Expression> items) implements Expression {}

    record MapOf(List<Expression> keys, List<Expression> values) implements Expression {}

    record Attribute(Expression of, String name) implements Expression {}

    record Item(Expression of, Expression key) implements Expression {}

    record Slice(Expression of, @Nullable Expression from, @Nullable Expression to, @Nullable Expression step)
            implements
                Expression {}

    record Call(Expression callee, Arguments arguments) implements Expression {}

    record Filter(Expression value, String name, Arguments arguments) implements Expression {}

    record Check(Expression value, String name, Arguments arguments) implements Expression {}

    record Not(Expression value) implements Expression {}

    record Negative(Expression value) implements Expression {}

    record And(Expression left, Expression right) implements Expression {}

    record Or(Expression left, Expression right) implements Expression {}

    /// One of + - * / // % ** ~ == != < <= > >= in.
    record Binary(String operator, Expression left, Expression right) implements Expression {}

    record Conditional(Expression condition, Expression then, @Nullable Expression otherwise) implements Expression {}

    record Arguments(List<Expression> values, Map<String, Expression> named) {

        static final Arguments NONE = new Arguments(List.of(), Map.of());
    }
}
