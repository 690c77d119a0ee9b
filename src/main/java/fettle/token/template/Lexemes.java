package fettle.token.template;

import fettle.token.template.Lexeme.Kind;
import java.util.List;

/// Reads lexemes one after the other.
final class Lexemes {

    private final List<Lexeme> all;
    private int at;

    Lexemes(List<Lexeme> all) {
        this.all = all;
    }

    Lexeme peek() {
        return all.get(at);
    }

    Lexeme peekAfter() {
        return all.get(Math.min(at + 1, all.size() - 1));
    }

    Lexeme next() {
        Lexeme lexeme = all.get(at);
        at = Math.min(at + 1, all.size() - 1);
        return lexeme;
    }

    boolean isOperator(String operator) {
        return peek().is(Kind.OPERATOR, operator);
    }

    boolean isName(String name) {
        return peek().is(Kind.NAME, name);
    }

    boolean accept(String operator) {
        boolean here = isOperator(operator);
        if (here) {
            next();
        }
        return here;
    }

    boolean acceptName(String name) {
        boolean here = isName(name);
        if (here) {
            next();
        }
        return here;
    }

    void expect(String operator) {
        if (!accept(operator)) {
            throw unexpected("`" + operator + "`");
        }
    }

    void expectName(String name) {
        if (!acceptName(name)) {
            throw unexpected("`" + name + "`");
        }
    }

    String name() {
        if (peek().kind() != Kind.NAME) {
            throw unexpected("a name");
        }
        return next().text();
    }

    void close() {
        if (peek().kind() != Kind.CLOSE) {
            throw unexpected("the end of the tag");
        }
        next();
    }

    TemplateProblem unexpected(String wanted) {
        Lexeme found = peek();
        String what = found.kind() == Kind.END ? "the end" : "`" + found.text().strip() + "`";
        return new TemplateProblem(found.line(), "has " + what + " where " + wanted + " should be");
    }
}
