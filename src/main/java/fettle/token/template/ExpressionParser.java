package fettle.token.template;

import fettle.token.template.Expression.Arguments;
import fettle.token.template.Lexeme.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads expressions, in the order of precedence of Jinja.
final class ExpressionParser {

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Map<String, Object> CONSTANTS = Map.of("true", true, "True", true, "false", false, "False",
            false, "none", None.NONE, "None", None.NONE);

    private final Lexemes lexemes;

    ExpressionParser(Lexemes lexemes) {
        this.lexemes = lexemes;
    }

    /// An expression, or several with commas between.
    Expression tuple() {
        Expression first = expression();
        if (!lexemes.isOperator(",")) {
            return first;
        }
        var items = new ArrayList<Expression>(List.of(first));
        while (lexemes.accept(",")) {
            items.add(expression());
        }
        return new Expression.ListOf(items);
    }

    Expression expression() {
        Expression value = withoutCondition();
        while (lexemes.acceptName("if")) {
            Expression condition = withoutCondition();
            @Nullable
            Expression otherwise = lexemes.acceptName("else") ? expression() : null;
            value = new Expression.Conditional(condition, value, otherwise);
        }
        return value;
    }

    Expression withoutCondition() {
        Expression left = and();
        while (lexemes.acceptName("or")) {
            left = new Expression.Or(left, and());
        }
        return left;
    }

    private Expression and() {
        Expression left = not();
        while (lexemes.acceptName("and")) {
            left = new Expression.And(left, not());
        }
        return left;
    }

    private Expression not() {
        return lexemes.acceptName("not") ? new Expression.Not(not()) : comparison();
    }

    private Expression comparison() {
        Expression left = sum();
        @Nullable
        Expression all = null;
        while (true) {
            Expression compared;
            Expression right;
            if (lexemes.peek().kind() == Kind.OPERATOR && COMPARISONS.contains(lexemes.peek().text())) {
                String operator = lexemes.next().text();
                right = sum();
                compared = new Expression.Binary(operator, left, right);
            } else if (lexemes.acceptName("in")) {
                right = sum();
                compared = new Expression.Binary("in", left, right);
            } else if (lexemes.isName("not") && lexemes.peekAfter().is(Kind.NAME, "in")) {
                lexemes.next();
                lexemes.next();
                right = sum();
                compared = new Expression.Not(new Expression.Binary("in", left, right));
            } else {
                return all == null ? left : all;
            }
            all = all == null ? compared : new Expression.And(all, compared);
            left = right;
        }
    }

    private Expression sum() {
        Expression left = joined();
        while (lexemes.isOperator("+") || lexemes.isOperator("-")) {
            left = new Expression.Binary(lexemes.next().text(), left, joined());
        }
        return left;
    }

    private Expression joined() {
        Expression left = product();
        while (lexemes.accept("~")) {
            left = new Expression.Binary("~", left, product());
        }
        return left;
    }

    private Expression product() {
        Expression left = power();
        while (lexemes.isOperator("*") || lexemes.isOperator("/") || lexemes.isOperator("//")
                || lexemes.isOperator("%")) {
            left = new Expression.Binary(lexemes.next().text(), left, power());
        }
        return left;
    }

    private Expression power() {
        Expression left = signed(true);
        while (lexemes.accept("**")) {
            left = new Expression.Binary("**", left, signed(true));
        }
        return left;
    }

    private Expression signed(boolean withFilters) {
        Expression value;
        if (lexemes.accept("-")) {
            value = new Expression.Negative(signed(false));
        } else if (lexemes.accept("+")) {
            value = signed(false);
        } else {
            value = primary();
        }
        value = followed(value);
        return withFilters ? filtered(value) : value;
    }

    private Expression primary() {
        Lexeme lexeme = lexemes.peek();
        return switch (lexeme.kind()) {
            case NAME -> name(lexemes.next());
            case STRING -> strings();
            case INTEGER -> new Expression.Literal(integer(lexemes.next()));
            case FLOAT -> new Expression.Literal(Double.parseDouble(lexemes.next().text()));
            case OPERATOR -> bracketed();
            default -> throw lexemes.unexpected("a value");
        };
    }

    private static Expression name(Lexeme name) {
        Object constant = CONSTANTS.get(name.text());
        return constant == null ? new Expression.Name(name.text()) : new Expression.Literal(constant);
    }

    private Expression strings() {
        var text = new StringBuilder();
        while (lexemes.peek().kind() == Kind.STRING) {
            text.append(lexemes.next().text());
        }
        return new Expression.Literal(text.toString());
    }

    private static long integer(Lexeme digits) {
        try {
            return Long.parseLong(digits.text());
        } catch (NumberFormatException _) {
            throw new TemplateProblem(digits.line(), "has the number " + digits.text() + ", which is too large");
        }
    }

    private Expression bracketed() {
        if (lexemes.accept("(")) {
            if (lexemes.accept(")")) {
                return new Expression.ListOf(List.of());
            }
            Expression first = expression();
            if (!lexemes.isOperator(",")) {
                lexemes.expect(")");
                return first;
            }
            lexemes.next();
            var items = new ArrayList<Expression>(List.of(first));
            items.addAll(items(")"));
            return new Expression.ListOf(items);
        }
        if (lexemes.accept("[")) {
            return new Expression.ListOf(items("]"));
        }
        if (lexemes.accept("{")) {
            return map();
        }
        throw lexemes.unexpected("a value");
    }

    private List<Expression> items(String end) {
        var items = new ArrayList<Expression>();
        while (!lexemes.accept(end)) {
            items.add(expression());
            if (!lexemes.isOperator(end)) {
                lexemes.expect(",");
            }
        }
        return items;
    }

    private Expression map() {
        var keys = new ArrayList<Expression>();
        var values = new ArrayList<Expression>();
        while (!lexemes.accept("}")) {
            keys.add(expression());
            lexemes.expect(":");
            values.add(expression());
            if (!lexemes.isOperator("}")) {
                lexemes.expect(",");
            }
        }
        return new Expression.MapOf(keys, values);
    }

    /// What may follow a value: `.name`, `[key]`, `[from:to]`, `(arguments)`.
    private Expression followed(Expression start) {
        Expression value = start;
        while (true) {
            if (lexemes.accept(".")) {
                value = lexemes.peek().kind() == Kind.INTEGER
                        ? new Expression.Item(value, new Expression.Literal(integer(lexemes.next())))
                        : new Expression.Attribute(value, lexemes.name());
            } else if (lexemes.accept("[")) {
                value = subscript(value);
            } else if (lexemes.accept("(")) {
                value = new Expression.Call(value, arguments());
            } else {
                return value;
            }
        }
    }

    private Expression subscript(Expression of) {
        @Nullable
        Expression from = lexemes.isOperator(":") ? null : expression();
        if (from != null && lexemes.accept("]")) {
            return new Expression.Item(of, from);
        }
        lexemes.expect(":");
        @Nullable
        Expression to = lexemes.isOperator(":") || lexemes.isOperator("]") ? null : expression();
        @Nullable
        Expression step = lexemes.accept(":") && !lexemes.isOperator("]") ? expression() : null;
        lexemes.expect("]");
        return new Expression.Slice(of, from, to, step);
    }

    private Arguments arguments() {
        var values = new ArrayList<Expression>();
        var named = new LinkedHashMap<String, Expression>();
        while (!lexemes.accept(")")) {
            if (lexemes.peek().kind() == Kind.NAME && lexemes.peekAfter().is(Kind.OPERATOR, "=")) {
                String name = lexemes.name();
                lexemes.expect("=");
                named.put(name, expression());
            } else {
                values.add(expression());
            }
            if (!lexemes.isOperator(")")) {
                lexemes.expect(",");
            }
        }
        return new Arguments(values, named);
    }

    private Expression filtered(Expression start) {
        Expression value = start;
        while (true) {
            int line = lexemes.peek().line();
            if (lexemes.accept("|")) {
                String name = lexemes.name();
                if (!Filters.NAMES.contains(name)) {
                    throw new TemplateProblem(line, "uses the filter `" + name + "`, which Fettle does not know");
                }
                value = new Expression.Filter(value, name, lexemes.accept("(") ? arguments() : Arguments.NONE);
            } else if (lexemes.acceptName("is")) {
                value = check(value, line);
            } else {
                return value;
            }
        }
    }

    private Expression check(Expression value, int line) {
        boolean negated = lexemes.acceptName("not");
        String name = lexemes.peek().kind() == Kind.OPERATOR ? lexemes.next().text() : lexemes.name();
        if (!Checks.NAMES.contains(name)) {
            throw new TemplateProblem(line, "uses the test `" + name + "`, which Fettle does not know");
        }
        Arguments arguments = Arguments.NONE;
        if (lexemes.accept("(")) {
            arguments = arguments();
        } else if (Checks.TAKES_ONE.contains(name)) {
            arguments = new Arguments(List.of(followed(primary())), Map.of());
        }
        Expression check = new Expression.Check(value, name, arguments);
        return negated ? new Expression.Not(check) : check;
    }
}
